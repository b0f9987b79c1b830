package dev.keyrack.server.http;

import dev.keyrack.server.gate.Limited;
import dev.keyrack.server.gate.Passage;
import dev.keyrack.server.gate.Tier;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;

/// Counts requests for those who sent them, once it is known who that is, and for methods with a limit of their own.
@Priority(Priorities.AUTHENTICATION + 1)
final class LimitFilter implements ContainerRequestFilter {

    @Context
    private ResourceInfo target;

    @SuppressWarnings("NullAway.Init")
    LimitFilter() {}

    @Override
    public void filter(ContainerRequestContext request) {
        if (!(request.getProperty(Passage.ATTRIBUTE) instanceof Passage passage)) {
            throw new IllegalStateException("a request came past the gate");
        }
        Method method = target.getResourceMethod();
        Limited own = method == null ? null : method.getAnnotation(Limited.class);
        if (own != null) {
            require(passage.takeByAddress(own.value()));
        }
        Caller caller = Caller.of(request);
        if (!caller.isAnonymous()) {
            require(passage.take(tierOf(caller), caller.userId().value()));
        }
    }

    private static void require(Optional<Duration> wait) {
        if (wait.isPresent()) {
            throw ProblemException.tooMany("Too many requests.", wait.get());
        }
    }

    private static Tier tierOf(Caller caller) {
        return switch (caller.role()) {
            case GUEST -> Tier.GUEST;
            case KIOSK -> Tier.KIOSK;
            case PARTNER -> Tier.PARTNER;
            case FRONT_DESK, MANAGER, PROVIDER_ADMIN -> Tier.STAFF;
        };
    }
}
