package dev.keyrack.server.http;

import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.server.persistence.Json;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.MDC;

/// The first thing a request meets: it gets its id, and a place among those that are worked on, in the order of
/// arrival. Who waits too long for a place is sent away.
final class GateFilter implements Filter {

    private static final String ID_HEADER = "X-Request-Id";
    private static final String LOG_KEY = "requestId";

    private final Semaphore places;
    private final Duration patience;
    private final Set<String> besides;

    /// @param besides paths that take no place: answers that stay open, and what must answer when all else waits
    GateFilter(int places, Duration patience, Set<String> besides) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
        this.besides = Set.copyOf(besides);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answered = (HttpServletResponse) response;
        String id = idOf(asked);
        answered.setHeader(ID_HEADER, id);
        MDC.put(LOG_KEY, id);
        try {
            if (besides.contains(asked.getRequestURI())) {
                chain.doFilter(request, response);
            } else if (enters()) {
                try {
                    chain.doFilter(request, response);
                } finally {
                    places.release();
                }
            } else {
                refuse(answered);
            }
        } finally {
            MDC.remove(LOG_KEY);
        }
    }

    private static String idOf(HttpServletRequest request) {
        String given = request.getHeader(ID_HEADER);
        boolean sane = given != null && given.matches("[A-Za-z0-9-]{8,64}") && !CardNumberRule.holdsCardNumber(given);
        return sane ? given : UUID.randomUUID().toString();
    }

    private boolean enters() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        Problem problem = Problem.of(ProblemType.BUSY, "The server is working at its limit.");
        response.setStatus(problem.status());
        response.setHeader("Retry-After", "1");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(Json.write(problem));
    }
}
