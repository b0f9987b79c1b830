package dev.keyrack.server.sync;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who may read which part of the feed: staff the catalog and their site's cells and bookings, a kiosk the
/// catalog and its own site's cells but never the bookings, a guest nothing.
final class Scopes {

    private static final Pattern OF_SITE = Pattern.compile("prop:(sit_[0-9a-z]{1,40}):(avail|ops)");

    private Scopes() {}

    static boolean exists(String scope) {
        return scope.equals(ChangeFeed.CATALOG) || OF_SITE.matcher(scope).matches();
    }

    static boolean mayRead(Caller caller, String scope) {
        if (!caller.isStaff() && caller.role() != Role.KIOSK) {
            return false;
        }
        if (scope.equals(ChangeFeed.CATALOG)) {
            return true;
        }
        Matcher matcher = OF_SITE.matcher(scope);
        if (!matcher.matches()) {
            return false;
        }
        SiteId site = new SiteId(matcher.group(1));
        return caller.isStaff()
                ? caller.worksAt(site)
                : site.equals(caller.siteId()) && matcher.group(2).equals("avail");
    }

    /// @throws ProblemException NOT_FOUND if there can be no such scope, FORBIDDEN if the caller may not read it
    static void require(Caller caller, String scope) {
        if (!exists(scope)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no such scope.");
        }
        if (!mayRead(caller, scope)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "This account may not read this scope.");
        }
    }
}
