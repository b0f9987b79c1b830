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
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.MDC;

/// The first thing a request meets: it gets its id, and a place among those that are worked on, in the order of
/// arrival.
/// Streams, which stay open, do not take a place.
final class GateFilter implements Filter {

    private static final int PLACES = 256;
    private static final long PATIENCE_SECONDS = 5;
    private static final String STREAMS = "/api/v1/sync/poke";
    private static final String ID_HEADER = "X-Request-Id";

    private final Semaphore places = new Semaphore(PLACES, true);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answered = (HttpServletResponse) response;
        String given = asked.getHeader(ID_HEADER);
        String id = given != null && given.matches("[A-Za-z0-9-]{8,64}")
                ? given
                : UUID.randomUUID().toString();
        answered.setHeader(ID_HEADER, id);
        MDC.put("requestId", id);
        boolean streams = STREAMS.equals(asked.getRequestURI());
        try {
            if (!streams && !places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                refuse(answered);
                return;
            }
            try {
                chain.doFilter(request, response);
            } finally {
                if (!streams) {
                    places.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refuse(answered);
        } finally {
            MDC.remove("requestId");
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        Problem problem = Problem.of(ProblemType.BUSY, "The server is working at its limit.");
        response.setStatus(problem.status());
        response.setHeader("Retry-After", "1");
        response.setContentType("application/problem+json");
        response.getWriter().write(Json.write(problem));
    }
}
