package dev.keyrack.server.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.server.gate.CertificateFiles;
import dev.keyrack.server.gate.GateConfig;
import dev.keyrack.server.gate.GateFilter;
import dev.keyrack.server.gate.GateOptions;
import dev.keyrack.server.gate.RateLimits;
import dev.keyrack.server.gate.SecurityHeaders;
import dev.keyrack.server.gate.ServerTls;
import dev.keyrack.server.gate.SlowHeads;
import dev.keyrack.server.persistence.Json;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.ws.rs.ext.ContextResolver;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jspecify.annotations.Nullable;

/// Jersey as a servlet on Jetty, with a virtual thread for each request and a fair gate before them.
public final class HttpServer implements AutoCloseable {

    private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(HttpServer.class);
    private static final Duration DRAIN = Duration.ofSeconds(25);
    private static final int PLACES = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Answers however busy the server is: whoever asks would else end a process that works.
    private static final String LIVENESS = "/health/live";

    /// Warns of every endpoint instance that it is no provider, which it need not be. Held, or the level would be
    /// forgotten.
    private static final Logger NOISE = Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

    /// A request that was refused: without a valid token (401), for want of a right (403), or because there is nothing
    /// of that name that the caller may see (404).
    ///
    /// @param route the method, and the address as it is declared
    /// @param subject the first identifier in the address, or empty
    public record Refusal(Caller caller, int status, String route, String subject) {}

    private final Server server;
    private final ServerConnector connector;

    /// @param port 0 for any free one
    /// @param endpoints the instances of all endpoints
    /// @param tokens who stands behind a bearer token
    /// @param refusals is told of every request that was refused to its caller; must not block
    /// @param servlets more servlets by their paths, which take no place: those whose answers stay open
    /// @param gate whom it trusts and how long it waits
    public HttpServer(
            String host,
            int port,
            List<Object> endpoints,
            Function<String, Optional<Caller>> tokens,
            Consumer<Refusal> refusals,
            Map<String, Servlet> servlets,
            GateConfig gate) {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("http");
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setHttpCompliance(HttpCompliance.STRICT);
        connector = connector(host, http, gate.certificate());
        http.addCustomizer(new SecurityHeaders());
        connector.setHost(host);
        connector.setPort(port);
        connector.setAcceptQueueSize(1_024);
        // or Jetty ends the connections of those who have waited for an answer, while it is being sent: that request
        // never ends. [SlowHeads] ends those that are idle
        connector.setShutdownIdleTimeout(-1);
        connector.addBean(new SlowHeads(connector, gate.patience()));
        server.addConnector(connector);
        Handler features = context(jersey(endpoints, tokens, refusals, gate), servlets, gate);
        server.setHandler(new Closing(gate.origins().isEmpty() ? features : shared(gate.origins(), features)));
        server.setErrorHandler(new EarlyProblems());
        server.setStopTimeout(DRAIN.toMillis());
    }

    private ServerConnector connector(String host, HttpConfiguration http, @Nullable CertificateFiles certificate) {
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        if (certificate == null) {
            if (!GateOptions.isLoopback(host)) {
                throw new IllegalArgumentException("Plain HTTP is served on loopback only, not at " + host + ".");
            }
            return new ServerConnector(server, plain);
        }
        // clients who know the server by its key may call it by any name
        http.addCustomizer(new SecureRequestCustomizer(false));
        ServerTls tls = new ServerTls(certificate);
        server.addBean(tls);
        return new ServerConnector(server, new SslConnectionFactory(tls.factory(), plain.getProtocol()), plain);
    }

    /// Lets pages of these origins call (CORS); they show whose they are by a token, never by a cookie.
    private static Handler shared(List<String> origins, Handler features) {
        CrossOriginHandler shared = new CrossOriginHandler();
        shared.setAllowedOriginPatterns(origins.stream().map(Pattern::quote).collect(Collectors.toSet()));
        shared.setAllowedMethods(Set.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        shared.setAllowedHeaders(Set.of(
                "Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "X-Request-Id"));
        shared.setExposedHeaders(Set.of("ETag", "Location", "Retry-After", "RateLimit", "RateLimit-Policy"));
        shared.setHandler(features);
        return shared;
    }

    private static ServletContextHandler context(
            ResourceConfig jersey, Map<String, Servlet> servlets, GateConfig config) {
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/");
        context.setErrorHandler(new EarlyProblems());
        Set<String> besides = new HashSet<>(servlets.keySet());
        besides.add(LIVENESS);
        FilterHolder gate = new FilterHolder(
                (Filter) new GateFilter(PLACES, PATIENCE, besides, config.proxies(), new RateLimits()));
        gate.setAsyncSupported(true);
        context.addFilter(gate, "/*", EnumSet.of(DispatcherType.REQUEST));
        servlets.forEach((path, servlet) -> {
            ServletHolder holder = new ServletHolder(servlet);
            holder.setAsyncSupported(true);
            context.addServlet(holder, path);
        });
        context.addServlet(new ServletHolder(new ServletContainer(jersey)), "/*");
        return context;
    }

    private static ResourceConfig jersey(
            List<Object> endpoints,
            Function<String, Optional<Caller>> tokens,
            Consumer<Refusal> refusals,
            GateConfig gate) {
        NOISE.setLevel(Level.SEVERE);
        ResourceConfig config = new ResourceConfig();
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        config.property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
        config.register(new JsonBody());
        config.register(JacksonFeature.withoutExceptionMappers());
        config.register(new AccessFilter(tokens, refusals));
        config.register(new LimitFilter());
        config.register(new RequestFilter(gate.patience()));
        config.register(new ProblemMapper());
        endpoints.forEach(config::register);
        return config;
    }

    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The server could not listen", e);
        }
    }

    public URI uri() {
        String scheme = connector.getConnectionFactory(SslConnectionFactory.class) == null ? "http" : "https";
        return URI.create(scheme + "://" + connector.getHost() + ":" + connector.getLocalPort() + "/");
    }

    /// Takes no new requests, and waits up to 25 seconds for those that run.
    @Override
    public void close() {
        try {
            server.stop();
        } catch (TimeoutException e) {
            // it has stopped all the same; whoever was cut off asks again under the same key
            LOG.warn("Requests still ran after 25 seconds and were cut off", e);
        } catch (Exception e) {
            throw new IllegalStateException("The server could not stop cleanly", e);
        }
    }

    /// Sends away whoever asks while the server stops, and his connection too, so that one who asks again and again
    /// does not keep it open.
    private static final class Closing extends GracefulHandler {

        Closing(Handler handler) {
            super(handler);
        }

        @Override
        protected void handleShutdownRejection(Request request, Response response, Callback callback) {
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            super.handleShutdownRejection(request, response, callback);
        }
    }

    /// Gives Jersey the server's one JSON configuration.
    private static final class JsonBody implements ContextResolver<ObjectMapper> {

        @Override
        public ObjectMapper getContext(Class<?> type) {
            return Json.MAPPER;
        }
    }

    /// What Jetty itself refuses, before any of our code sees it, is refused in the same form.
    private static final class EarlyProblems extends ErrorHandler {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (request.getAttribute(ERROR_EXCEPTION) instanceof HttpException refusal) {
                response.setStatus(refusal.getCode());
            }
            int code = response.getStatus();
            ProblemType type = switch (code) {
                case 404 -> ProblemType.NOT_FOUND;
                case 405 -> ProblemType.METHOD_NOT_ALLOWED;
                case 408 -> ProblemType.TOO_SLOW;
                case 413 -> ProblemType.BODY_TOO_LARGE;
                case 503 -> ProblemType.BUSY;
                default -> code < 500 ? ProblemType.MALFORMED_BODY : ProblemType.INTERNAL;
            };
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            // a body that nobody read may stand before the next request
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            SecurityHeaders.addTo(response.getHeaders(), request.isSecure());
            String problem = Json.write(Problem.of(type, type.title() + "."));
            response.write(true, ByteBuffer.wrap(problem.getBytes(StandardCharsets.UTF_8)), callback);
            return true;
        }
    }
}
