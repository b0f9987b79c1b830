package dev.keyrack.server.sync;

import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who may read which part of the feed: the catalog and a site's cells are one permission, its bookings another.
final class Scopes {

    private static final Pattern OF_SITE = Pattern.compile("prop:(sit_[0-9a-z]{1,40}):(avail|ops)");

    private Scopes() {}

    static boolean exists(String scope) {
        return scope.equals(ChangeFeed.CATALOG) || OF_SITE.matcher(scope).matches();
    }

    static boolean mayRead(Caller caller, String scope) {
        if (scope.equals(ChangeFeed.CATALOG)) {
            return caller.may(Action.READ_FEED);
        }
        Matcher matcher = OF_SITE.matcher(scope);
        return matcher.matches() && caller.may(action(matcher), new SiteId(matcher.group(1)));
    }

    private static Action action(Matcher scope) {
        return scope.group(2).equals("avail") ? Action.READ_FEED : Action.READ_BOOKING_FEED;
    }

    /// @throws ProblemException FORBIDDEN if the caller's role reads no scope of this kind, NOT_FOUND if there
    /// can be no such scope, or it is another site's
    static void require(Caller caller, String scope) {
        Matcher matcher = OF_SITE.matcher(scope);
        if (matcher.matches() && !caller.may(action(matcher))) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Your role may not read this scope.");
        }
        if (!mayRead(caller, scope)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no such scope.");
        }
    }
}
