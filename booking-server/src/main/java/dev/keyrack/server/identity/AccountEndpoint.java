package dev.keyrack.server.identity;

import dev.keyrack.contract.factor.ProveAgain;
import dev.keyrack.contract.factor.RecoveryCodes;
import dev.keyrack.contract.factor.SecondFactorKey;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.ChangePassword;
import dev.keyrack.contract.identity.ChangeProfile;
import dev.keyrack.contract.identity.ForgottenPassword;
import dev.keyrack.contract.identity.OneTimeCode;
import dev.keyrack.contract.identity.Profile;
import dev.keyrack.contract.identity.SetPassword;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.gate.Limited;
import dev.keyrack.server.gate.Tier;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/// One's own account over HTTP.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountEndpoint {

    private final IdentityService identity;
    private final AccountService accounts;

    public AccountEndpoint(IdentityService identity, AccountService accounts) {
        this.identity = identity;
        this.accounts = accounts;
    }

    @GET
    @Path("/users/me")
    @Allowed(Action.READ_ACCOUNT)
    public Profile me(@Context ContainerRequestContext context) {
        return accounts.getProfile(Caller.of(context));
    }

    @PUT
    @Path("/users/me")
    @Allowed(Action.CHANGE_ACCOUNT)
    public Profile change(ChangeProfile wanted, @Context ContainerRequestContext context) {
        return accounts.change(Caller.of(context), wanted);
    }

    @PUT
    @Path("/users/me/password")
    @Limited(Tier.SIGN_IN)
    @Allowed(Action.CHANGE_ACCOUNT)
    public void changePassword(ChangePassword wanted, @Context ContainerRequestContext context) {
        accounts.changePassword(Caller.of(context), wanted);
    }

    /// Sends a code by mail, if somebody has that name.
    @POST
    @Path("/passwords/forgotten")
    @Limited(Tier.SIGN_IN)
    @Allowed(Action.RESET_PASSWORD)
    public void forgotPassword(ForgottenPassword request) {
        accounts.requestReset(request.name());
    }

    /// Chooses a password by a code that came by mail.
    @POST
    @Path("/passwords")
    @Limited(Tier.SIGN_IN)
    @Allowed(Action.RESET_PASSWORD)
    public void setPassword(SetPassword wanted) {
        accounts.setPassword(wanted);
    }

    /// Shows that an e-mail address is one's own.
    @POST
    @Path("/addresses/confirmed")
    @Limited(Tier.SIGN_IN)
    @Allowed(Action.CONFIRM_ADDRESS)
    public void confirmAddress(OneTimeCode given) {
        accounts.confirmAddress(given.code());
    }

    /// Proves again who one is; the new access token says when.
    @POST
    @Path("/sessions/current/proof")
    @Limited(Tier.SIGN_IN)
    @Allowed(Action.CHANGE_ACCOUNT)
    public AccessToken prove(ProveAgain proof, @Context ContainerRequestContext context) {
        return identity.proveAgain(Caller.of(context), proof.password(), proof.code());
    }

    /// Begins to set up a second factor.
    @POST
    @Path("/users/me/second-factor")
    @Allowed(Action.CHANGE_ACCOUNT)
    @Caller.Recent
    public SecondFactorKey beginFactor(@Context ContainerRequestContext context) {
        return accounts.beginFactor(Caller.of(context));
    }

    /// Turns the second factor on, for one whose authenticator gives its codes.
    @PUT
    @Path("/users/me/second-factor")
    @Allowed(Action.CHANGE_ACCOUNT)
    @Caller.Recent
    public RecoveryCodes confirmFactor(OneTimeCode given, @Context ContainerRequestContext context) {
        return accounts.confirmFactor(Caller.of(context), given.code());
    }

    @DELETE
    @Path("/users/me/second-factor")
    @Allowed(Action.CHANGE_ACCOUNT)
    @Caller.Recent
    public void removeFactor(@Context ContainerRequestContext context) {
        accounts.removeFactor(Caller.of(context));
    }
}
