package dev.keyrack.server.oauth;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.gate.Limited;
import dev.keyrack.server.gate.Tier;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The pages on which people sign in with a browser (RFC 6749, section 3.1; RFC 8628, section 3.3). No other page may
/// show them in a frame, and a form is taken only from the browser that got it.
@Path("/oauth")
public final class PagesEndpoint {

    private static final String PAGE = "text/html;charset=utf-8";
    private static final String STYLE = "text/css;charset=utf-8";
    private static final String COOKIE = "keyrack-visit";
    private static final int UNPROCESSABLE = 422;

    private final SignInService signIns;

    public PagesEndpoint(SignInService signIns) {
        this.signIns = signIns;
    }

    /// A program sends somebody here.
    @GET
    @Path("/authorize")
    @Produces(PAGE)
    @Allowed(Action.BROWSER_SIGN_IN)
    @Limited(Tier.SIGN_IN)
    @Answers(
            value = byte[].class,
            status = {200, 303},
            refusal = byte[].class)
    public Response authorize(@Context UriInfo address, @Context HttpHeaders headers) {
        return answer(signIns.begin(address.getQueryParameters(), issuer(address)), address, headers);
    }

    @POST
    @Path("/authorize")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(PAGE)
    @Allowed(Action.BROWSER_SIGN_IN)
    @Limited(Tier.SIGN_IN)
    @Answers(
            value = byte[].class,
            status = {200, 303},
            refusal = byte[].class)
    public Response proceed(String form, @Context UriInfo address, @Context HttpHeaders headers) {
        Cookie cookie = headers.getCookies().get(cookieName(address));
        String visit = cookie == null ? "" : cookie.getValue();
        return answer(signIns.proceed(visit, URLUtils.parseParameters(form), issuer(address)), address, headers);
    }

    /// Somebody comes to enter the code of a device.
    @GET
    @Path("/device")
    @Produces(PAGE)
    @Allowed(Action.BROWSER_SIGN_IN)
    @Limited(Tier.SIGN_IN)
    @Answers(value = byte[].class, refusal = byte[].class)
    public Response device(@Context UriInfo address, @Context HttpHeaders headers) {
        return answer(signIns.beginDevice(), address, headers);
    }

    @POST
    @Path("/device")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(PAGE)
    @Allowed(Action.BROWSER_SIGN_IN)
    @Limited(Tier.SIGN_IN)
    @Answers(
            value = byte[].class,
            status = {200, 303},
            refusal = byte[].class)
    public Response proceedDevice(String form, @Context UriInfo address, @Context HttpHeaders headers) {
        return proceed(form, address, headers);
    }

    @GET
    @Path("/style.css")
    @Produces(STYLE)
    @Allowed(Action.READ_OAUTH_TERMS)
    @Answers(byte[].class)
    public Response style() {
        return Response.ok(Pages.STYLE)
                .header("Cache-Control", "public, max-age=3600")
                .build();
    }

    /// The address by which this server was asked, for programs to compare (RFC 9207).
    static String issuer(UriInfo address) {
        return address.getBaseUri().toString().replaceFirst("/$", "");
    }

    private static boolean isSecure(UriInfo address) {
        return address.getBaseUri().getScheme().equals("https");
    }

    /// Under TLS browsers let nobody else set a cookie of this name.
    private static String cookieName(UriInfo address) {
        return (isSecure(address) ? "__Host-" : "") + COOKIE;
    }

    private static Response answer(Turn turn, UriInfo address, HttpHeaders headers) {
        Pages pages = new Pages(language(headers));
        return switch (turn) {
            case Turn.Leave leave ->
                Response.status(Response.Status.SEE_OTHER).location(leave.to()).build();
            case Turn.End end ->
                page(statusOf(end.ending()), pages.ending(end.ending()), "", headers)
                        .build();
            case Turn.Ask ask ->
                page(statusOf(ask.fault()), pages.ask(ask), backTo(ask), headers)
                        .header("Set-Cookie", cookie(address, ask.cookie()))
                        .build();
        };
    }

    private static Response.ResponseBuilder page(int status, String html, String back, HttpHeaders headers) {
        return Response.status(status)
                .entity(html)
                .type(PAGE)
                .header("Content-Language", language(headers).getLanguage())
                .header("X-Frame-Options", "DENY")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none';"
                                + " form-action 'self'" + back);
    }

    /// Browsers ask for leave for the way back, too. A policy cannot name an address of IPv6.
    private static String backTo(Turn.Ask ask) {
        return Optional.ofNullable(ask.visit().asked())
                .map(asked -> URI.create(asked.redirectUri()))
                .map(to ->
                        to.getAuthority().startsWith("[") ? " http:" : " " + to.getScheme() + "://" + to.getAuthority())
                .orElse("");
    }

    private static int statusOf(Turn.Ending ending) {
        return switch (ending) {
            case ALLOWED, DENIED, LATE -> 200;
            case LOST, UNKNOWN_PROGRAM, FOREIGN_ADDRESS -> 400;
        };
    }

    private static int statusOf(Turn.@Nullable Fault fault) {
        return fault == null ? 200 : fault == Turn.Fault.OFTEN ? 429 : UNPROCESSABLE;
    }

    private static String cookie(UriInfo address, String value) {
        return cookieName(address) + "=" + value + "; Path=/; Max-Age=" + SignInService.LIFE.toSeconds()
                + "; HttpOnly; SameSite=Strict" + (isSecure(address) ? "; Secure" : "");
    }

    private static Locale language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(wanted -> Locale.of(wanted.getLanguage()))
                .filter(wanted -> wanted.equals(Locale.GERMAN) || wanted.equals(Locale.ENGLISH))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
