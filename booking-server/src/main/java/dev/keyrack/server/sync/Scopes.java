package dev.keyrack.server.sync;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who may read which part of the feed: staff their site's catalog, cells and bookings; a kiosk never the bookings.
final class Scopes {

    private static final Pattern SITE_SCOPE = Pattern.compile("prop:(sit_[0-9a-z]{1,40}):(avail|ops)");

    private Scopes() {}

    static boolean mayRead(Caller caller, String scope) {
        if (!caller.isStaff() && caller.role() != Role.KIOSK) {
            return false;
        }
        if (scope.equals(ChangeFeed.CATALOG)) {
            return true;
        }
        Matcher matcher = SITE_SCOPE.matcher(scope);
        return matcher.matches()
                && (caller.siteId() == null || caller.siteId().value().equals(matcher.group(1)))
                && (caller.isStaff() || matcher.group(2).equals("avail"));
    }

    /// @throws ProblemException NOT_FOUND if the caller may not read it, or there is no such scope
    static void require(Caller caller, String scope) {
        if (!mayRead(caller, scope)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no such scope.");
        }
    }
}
