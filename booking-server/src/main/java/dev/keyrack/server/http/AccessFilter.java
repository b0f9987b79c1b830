package dev.keyrack.server.http;

import dev.keyrack.contract.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.ResourceMethod;

/// Says who calls, and lets through those who may do what the endpoint's method names; a method that names nothing
/// lets nobody through. Answers are stored by nobody on the way unless they say so, and never guessed from their
/// content.
@Priority(Priorities.AUTHENTICATION)
final class AccessFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String SCHEME = "Bearer ";
    private static final String BASIC = "Basic ";
    private static final String TOO_OLD = "keyrack.sign-in-too-old";

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z]{3}_[a-z0-9-]{1,44}");

    private final Function<String, Optional<Caller>> tokens;
    private final Consumer<HttpServer.Refusal> refusals;

    @Context
    private ResourceInfo target;

    @SuppressWarnings("NullAway.Init")
    AccessFilter(Function<String, Optional<Caller>> tokens, Consumer<HttpServer.Refusal> refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.OPTIONS)) {
            throw notOffered(request);
        }
        Method method = target.getResourceMethod();
        Allowed allowed = method == null ? null : method.getAnnotation(Allowed.class);
        Caller caller = callerOf(request, allowed != null && allowed.basic());
        request.setSecurityContext(new CallerContext(
                caller, request.getUriInfo().getRequestUri().getScheme().equals("https")));
        if (allowed == null || !caller.may(allowed.value())) {
            throw caller.isAnonymous()
                    ? new ProblemException(ProblemType.UNAUTHENTICATED, "Send a bearer token.")
                    : new ProblemException(ProblemType.FORBIDDEN, "Your role may not do that.");
        }
        if (method.isAnnotationPresent(Caller.Recent.class) && !isRecent(caller)) {
            request.setProperty(TOO_OLD, true);
            throw new ProblemException(ProblemType.SIGN_IN_TOO_OLD, "Prove again who you are, then do it.");
        }
    }

    /// Jersey would answer OPTIONS for every address, which no endpoint declares.
    private static NotAllowedException notOffered(ContainerRequestContext request) {
        ExtendedUriInfo address = (ExtendedUriInfo) request.getUriInfo();
        List<String> offered = address.getMatchedModelResource().getResourceMethods().stream()
                .map(ResourceMethod::getHttpMethod)
                .flatMap(method ->
                        method.equals(HttpMethod.GET) ? Stream.of(method, HttpMethod.HEAD) : Stream.of(method))
                .distinct()
                .toList();
        return new NotAllowedException(
                Response.status(405).allow(Set.copyOf(offered)).build());
    }

    private static boolean isRecent(Caller caller) {
        Caller.Login login = caller.login();
        return login != null && login.isRecent();
    }

    private Caller callerOf(ContainerRequestContext request, boolean basic) {
        String header = request.getHeaderString("Authorization");
        if (header == null || (basic && header.regionMatches(true, 0, BASIC, 0, BASIC.length()))) {
            return Caller.ANONYMOUS;
        }
        return Optional.of(header)
                .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(text -> tokens.apply(text.substring(SCHEME.length())))
                .orElseThrow(() ->
                        new ProblemException(ProblemType.UNAUTHENTICATED, "The token is not valid, or not any more."));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putIfAbsent("Cache-Control", List.of("no-store"));
        if (response.getStatus() == 401) {
            boolean tooOld = request.getProperty(TOO_OLD) != null;
            String scheme = tooOld ? "Bearer error=\"insufficient_user_authentication\", max_age=600" : "Bearer";
            response.getHeaders().putIfAbsent("WWW-Authenticate", List.of(scheme));
        }
        if (response.getStatus() == 503) {
            response.getHeaders().putIfAbsent("Retry-After", List.of("1"));
        }
        if (request.getProperty(RequestFilter.READ) == null && bringsBody(request) && !RequestFilter.drains(request)) {
            // what is left of it would stand before the next request
            response.getHeaders().putSingle("Connection", "close");
        }
        Method method = target.getResourceMethod();
        if (method != null && REFUSALS.contains(response.getStatus()) && !isSignIn(request, response, method)) {
            tellOf(request, method, response.getStatus());
        }
    }

    /// Who signs in has no token yet: the endpoint knows better whom it refused.
    private static boolean isSignIn(ContainerRequestContext request, ContainerResponseContext response, Method method) {
        return response.getStatus() == 401 && isOpen(method) && request.getHeaderString("Authorization") == null;
    }

    private static boolean bringsBody(ContainerRequestContext request) {
        return request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null;
    }

    private static boolean isOpen(Method method) {
        Allowed allowed = method.getAnnotation(Allowed.class);
        return allowed != null && Caller.ANONYMOUS.may(allowed.value());
    }

    /// The address as it is declared, so that nothing that was typed into it is told on.
    private void tellOf(ContainerRequestContext request, Method method, int status) {
        String route = Stream.of(method.getDeclaringClass(), method)
                .map(part -> part.getAnnotation(Path.class))
                .filter(Objects::nonNull)
                .map(Path::value)
                .collect(Collectors.joining("/"));
        String subject = request.getUriInfo().getPathParameters().values().stream()
                .flatMap(List::stream)
                .filter(value -> IDENTIFIER.matcher(value).matches())
                .findFirst()
                .orElse("");
        refusals.accept(new HttpServer.Refusal(
                Caller.of(request), status, request.getMethod() + " " + route.replaceAll("/{2,}", "/"), subject));
    }

    private record CallerContext(Caller caller, boolean secure) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return caller.role().name().equals(role);
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
