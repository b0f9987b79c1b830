package dev.keyrack.client.api;

import dev.keyrack.client.api.ServerCalls.Request;
import dev.keyrack.contract.factor.ProveAgain;
import dev.keyrack.contract.factor.RecoveryCodes;
import dev.keyrack.contract.factor.SecondFactorKey;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.ActiveSession;
import dev.keyrack.contract.identity.ChangePassword;
import dev.keyrack.contract.identity.ChangeProfile;
import dev.keyrack.contract.identity.OneTimeCode;
import dev.keyrack.contract.identity.Profile;
import dev.keyrack.contract.identity.SessionId;
import java.util.List;

/// One's own account. The second factor asks for a proof that is not old.
public final class AccountApi {

    private static final String FACTOR = "users/me/second-factor";
    private static final String SESSIONS = "users/me/sessions";

    private final ServerCalls calls;

    AccountApi(ServerCalls calls) {
        this.calls = calls;
    }

    public ApiOutcome<Profile> get() {
        return calls.send(calls.at("users/me"), Request.get(), Profile.class);
    }

    public ApiOutcome<Profile> change(ChangeProfile wanted) {
        return calls.send(calls.at("users/me"), Request.put(wanted), Profile.class);
    }

    /// Refused as UNAUTHENTICATED if the present password is wrong.
    public ApiOutcome<Void> changePassword(ChangePassword wanted) {
        return calls.sendSecret(calls.at("users/me/password"), Request.put(wanted), Void.class);
    }

    /// Proves once more who one is; refused as UNAUTHENTICATED if password or code are wrong.
    public ApiOutcome<AccessToken> prove(ProveAgain proof) {
        return calls.prove(proof);
    }

    public ApiOutcome<SecondFactorKey> beginFactor() {
        return calls.send(calls.at(FACTOR), Request.post(null), SecondFactorKey.class);
    }

    public ApiOutcome<RecoveryCodes> confirmFactor(OneTimeCode code) {
        return calls.send(calls.at(FACTOR), Request.put(code), RecoveryCodes.class);
    }

    public ApiOutcome<Void> removeFactor() {
        return calls.send(calls.at(FACTOR), Request.delete(), Void.class);
    }

    public ApiOutcome<List<ActiveSession>> listSessions() {
        return calls.send(calls.at(SESSIONS), Request.get(), ActiveSession[].class)
                .map(List::of);
    }

    public ApiOutcome<Void> endSession(SessionId session) {
        return calls.send(calls.at(SESSIONS).path(session.value()), Request.delete(), Void.class);
    }
}
