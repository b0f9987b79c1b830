package dev.keyrack.server.gate;

import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.server.persistence.Json;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.MDC;

/// The first thing a request meets: it gets its id, its client's address is found and counted, and it gets a
/// place among those that are worked on, in the order of arrival. Who comes too often or waits too long for a
/// place is sent away.
public final class GateFilter implements Filter {

    private static final String ID_HEADER = "X-Request-Id";
    private static final String LOG_KEY = "requestId";

    private final Semaphore places;
    private final Duration patience;
    private final Set<String> besides;
    private final ClientAddressRule addresses;
    private final RateLimits limits;

    /// @param besides paths that take no place: answers that stay open, and what must answer when all else waits
    /// @param proxies whose forwarding headers count
    public GateFilter(
            int places, Duration patience, Set<String> besides, List<AddressRange> proxies, RateLimits limits) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
        this.besides = Set.copyOf(besides);
        this.addresses = new ClientAddressRule(proxies);
        this.limits = limits;
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
            ClientAddressRule.Origin origin = originOf(asked);
            Passage passage = new Passage(limits, answered, origin.limited() ? origin.key() : null);
            asked.setAttribute(Passage.ATTRIBUTE, passage);
            Optional<Duration> wait = countByAddress(asked, passage);
            if (wait.isPresent()) {
                refuse(answered, ProblemType.TOO_MANY_REQUESTS, "This address sends too much.", wait.get());
            } else {
                enter(new FromOrigin(asked, origin.address()), answered, chain);
                explain(answered, id);
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

    private ClientAddressRule.Origin originOf(HttpServletRequest request) {
        return addresses.originOf(
                InetAddress.ofLiteral(withoutZone(request.getRemoteAddr())),
                Collections.list(request.getHeaders("X-Forwarded-For")),
                Collections.list(request.getHeaders("Forwarded")));
    }

    /// An address as Jetty writes it, which may be in brackets and name an interface of this machine.
    private static String withoutZone(String address) {
        return address.replaceAll("^\\[|]$|%[^]]*", "");
    }

    private static Optional<Duration> countByAddress(HttpServletRequest request, Passage passage) {
        Optional<Duration> wait = passage.takeByAddress(Tier.ADDRESS);
        return wait.isEmpty() && request.getHeader("Authorization") == null
                ? passage.takeByAddress(Tier.ANONYMOUS)
                : wait;
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (besides.contains(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else if (findsPlace()) {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        } else {
            refuse(response, ProblemType.BUSY, "The server is working at its limit.", Duration.ofSeconds(1));
        }
    }

    private boolean findsPlace() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Jersey refuses a header that it cannot read with a bare status, and forgets what stood in the answer before.
    private static void explain(HttpServletResponse response, String id) throws IOException {
        if (!response.isCommitted() && response.getStatus() == 400 && response.getContentType() == null) {
            response.setHeader(ID_HEADER, id);
            write(response, Problem.of(ProblemType.MALFORMED_BODY, "A header is not of the expected form."));
        }
    }

    private static void refuse(HttpServletResponse response, ProblemType type, String detail, Duration wait)
            throws IOException {
        response.setHeader("Retry-After", Passage.seconds(wait));
        write(response, Problem.of(type, detail));
    }

    private static void write(HttpServletResponse response, Problem problem) throws IOException {
        // a body that nobody read may stand before the next request
        response.setHeader("Connection", "close");
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(Json.write(problem));
    }

    /// The request as if its client were connected itself.
    private static final class FromOrigin extends HttpServletRequestWrapper {

        private final InetAddress origin;

        FromOrigin(HttpServletRequest request, InetAddress origin) {
            super(request);
            this.origin = origin;
        }

        @Override
        public String getRemoteAddr() {
            return origin.getHostAddress();
        }

        @Override
        public String getRemoteHost() {
            return origin.getHostAddress();
        }
    }
}
