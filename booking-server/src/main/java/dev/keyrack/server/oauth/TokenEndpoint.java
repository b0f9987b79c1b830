package dev.keyrack.server.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.gate.Limited;
import dev.keyrack.server.gate.Tier;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where programs get tokens and give them back (RFC 6749, RFC 7009, RFC 8628), over HTTP.
@Path("/oauth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class TokenEndpoint {

    private final TokenService tokens;

    public TokenEndpoint(TokenService tokens) {
        this.tokens = tokens;
    }

    /// Tokens in the words of RFC 6749.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GrantedTokens(
            String accessToken,
            String tokenType,
            long expiresIn,
            @Nullable String refreshToken,
            @Nullable String scope) {}

    /// What a device shows, and what it asks with (RFC 8628, section 3.2).
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record DeviceCodes(
            String deviceCode, String userCode, String verificationUri, long expiresIn, int interval) {}

    /// A refusal in the words of RFC 6749.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GrantRefusal(String error, @Nullable String errorDescription) {}

    @POST
    @Path("/token")
    @Allowed(value = Action.TAKE_TOKENS, basic = true)
    @Limited(Tier.SIGN_IN)
    @Answers(value = GrantedTokens.class, refusal = GrantRefusal.class)
    public Response grant(String form, @Context HttpHeaders headers) {
        return answer(() -> {
            TokenService.Granted granted = tokens.grant(sent(form, headers));
            AccessToken token = granted.token();
            return new GrantedTokens(
                    token.accessToken(), token.tokenType(), token.expiresIn(), token.refreshToken(), granted.scope());
        });
    }

    /// Ends the session that a token is of.
    @POST
    @Path("/revoke")
    @Allowed(value = Action.TAKE_TOKENS, basic = true)
    @Limited(Tier.SIGN_IN)
    @Answers(value = Object.class, refusal = GrantRefusal.class)
    public Response revoke(String form, @Context HttpHeaders headers) {
        return answer(() -> {
            tokens.revoke(sent(form, headers));
            return Map.of();
        });
    }

    /// Lets a program wait on a device until somebody lets it in elsewhere.
    @POST
    @Path("/device_authorization")
    @Allowed(value = Action.BROWSER_SIGN_IN, basic = true)
    @Limited(Tier.SIGN_IN)
    @Answers(value = DeviceCodes.class, refusal = GrantRefusal.class)
    public Response beginDevice(String form, @Context HttpHeaders headers, @Context UriInfo address) {
        return answer(() -> {
            DeviceGrantService.Begun begun = tokens.beginDevice(sent(form, headers));
            return new DeviceCodes(
                    begun.deviceCode(),
                    UserCodeRule.shown(begun.userCode()),
                    PagesEndpoint.issuer(address) + "/oauth/device",
                    DeviceGrantService.LIFE.toSeconds(),
                    DeviceGrantService.PAUSE);
        });
    }

    private static TokenService.Sent sent(String form, HttpHeaders headers) {
        return new TokenService.Sent(form, headers.getHeaderString(HttpHeaders.AUTHORIZATION));
    }

    private static Response answer(Supplier<Object> work) {
        try {
            return Response.ok(work.get()).build();
        } catch (TokenService.Refusal e) {
            ErrorObject error = e.error();
            boolean unknown = error.getCode().equals(OAuth2Error.INVALID_CLIENT.getCode());
            Response.ResponseBuilder answer = Response.status(unknown ? 401 : 400)
                    .entity(new GrantRefusal(error.getCode(), error.getDescription()));
            return unknown
                    ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"keyrack\"")
                            .build()
                    : answer.build();
        }
    }
}
