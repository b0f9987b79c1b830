package dev.keyrack.server.oauth;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/// Tells programs where and how to sign in (RFC 8414).
@Path("/.well-known/oauth-authorization-server")
public final class MetadataEndpoint {

    private static final List<String> METHODS = List.of("none", "client_secret_basic", "client_secret_post");

    /// What there is.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Metadata(
            String issuer,
            String authorizationEndpoint,
            String tokenEndpoint,
            String revocationEndpoint,
            String deviceAuthorizationEndpoint,
            String jwksUri,
            List<String> scopesSupported,
            List<String> responseTypesSupported,
            List<String> responseModesSupported,
            List<String> grantTypesSupported,
            List<String> codeChallengeMethodsSupported,
            List<String> tokenEndpointAuthMethodsSupported,
            List<String> revocationEndpointAuthMethodsSupported,
            List<String> uiLocalesSupported,
            boolean authorizationResponseIssParameterSupported) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(Action.READ_OAUTH_TERMS)
    public Metadata get(@Context UriInfo address) {
        String issuer = PagesEndpoint.issuer(address);
        return new Metadata(
                issuer,
                issuer + "/oauth/authorize",
                issuer + "/oauth/token",
                issuer + "/oauth/revoke",
                issuer + "/oauth/device_authorization",
                issuer + "/.well-known/jwks.json",
                List.of("catalog", "bookings"),
                List.of("code"),
                List.of("query"),
                List.of(
                        "authorization_code",
                        "refresh_token",
                        "client_credentials",
                        "urn:ietf:params:oauth:grant-type:device_code"),
                List.of("S256"),
                METHODS,
                METHODS,
                List.of("en", "de"),
                true);
    }
}
