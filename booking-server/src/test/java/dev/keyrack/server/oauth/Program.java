package dev.keyrack.server.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import dev.keyrack.contract.identity.SignIn;
import java.net.URI;

/// A program that lets people sign in with a browser, as one that knows nothing of the server but its address.
///
/// @param verifier what it shows with its code
record Program(AuthorizationServerMetadata server, ClientID id, URI redirect, CodeVerifier verifier, State state) {

    static final ClientID DESKTOP = new ClientID("keyrack-desktop");

    static Program at(URI server, ClientID id, String redirect) throws Exception {
        String issuer = server.toString().replaceFirst("/$", "");
        return new Program(
                AuthorizationServerMetadata.resolve(new Issuer(issuer)),
                id,
                URI.create(redirect),
                new CodeVerifier(),
                new State());
    }

    static Program desktop(URI server) throws Exception {
        return at(server, DESKTOP, "http://127.0.0.1:51234/callback");
    }

    /// Where it sends the browser.
    String address() {
        return new AuthorizationRequest.Builder(ResponseType.CODE, id)
                .endpointURI(server.getAuthorizationEndpointURI())
                .redirectionURI(redirect)
                .state(state)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI()
                .toString();
    }

    /// The code that somebody brings back who signs in and lets it go on.
    AuthorizationCode code(Browser browser, SignIn account) throws Exception {
        Browser.Page asked =
                browser.submit(browser.open(address()), "name", account.name(), "password", account.password());
        return read(browser.submit(asked, "decision", "allow"));
    }

    /// Reads what a browser brings back as a careful program does.
    AuthorizationCode read(Browser.Page page) throws Exception {
        AuthorizationResponse answer =
                AuthorizationResponse.parse(page.location().orElseThrow());
        if (!answer.getState().equals(state) || !answer.getIssuer().equals(server.getIssuer())) {
            throw new AssertionError("not the answer to what was asked");
        }
        return answer.toSuccessResponse().getAuthorizationCode();
    }

    String refusal(Browser.Page page) throws Exception {
        AuthorizationResponse answer =
                AuthorizationResponse.parse(page.location().orElseThrow());
        if (!answer.getState().equals(state) || !answer.getIssuer().equals(server.getIssuer())) {
            throw new AssertionError("not the answer to what was asked");
        }
        return answer.toErrorResponse().getErrorObject().getCode();
    }

    TokenResponse ask(AuthorizationGrant grant) throws Exception {
        return TokenResponse.parse(new TokenRequest.Builder(server.getTokenEndpointURI(), id, grant)
                .build()
                .toHTTPRequest()
                .send());
    }

    TokenResponse change(AuthorizationCode code) throws Exception {
        return ask(new AuthorizationCodeGrant(code, redirect, verifier));
    }

    Tokens tokens(AuthorizationCode code) throws Exception {
        return change(code).toSuccessResponse().getTokens();
    }

    TokenResponse refresh(RefreshToken token) throws Exception {
        return ask(new RefreshTokenGrant(token));
    }

    static String errorOf(TokenResponse answer) {
        return answer.toErrorResponse().getErrorObject().getCode();
    }
}
