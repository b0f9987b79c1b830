package dev.keyrack.server.factor;

import dev.keyrack.contract.factor.RecoveryCodes;
import dev.keyrack.contract.factor.SecondFactorKey;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.session.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Second factors of accounts. All is done in transactions of the caller, one after the other on all nodes, so that no
/// code is taken twice.
public final class SecondFactors {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_OCTETS = 20;
    private static final int RECOVERY_CODES = 10;

    private final AuditLog audit;
    private final Clock clock;
    private final SecondFactorStore store = new SecondFactorStore();

    public SecondFactors(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /// Whether signing in to an account takes a code too.
    public boolean isOn(Transaction tx, UserId account) {
        return store.find(tx, account)
                .filter(SecondFactorStore.Factor::confirmed)
                .isPresent();
    }

    /// Takes a code, if it is one; it is not taken again.
    public boolean take(Transaction tx, Caller account, String code) {
        UserId id = account.userId();
        SecondFactorStore.Factor factor = store.find(tx, id).orElseThrow();
        if (takeStep(tx, id, factor, code)) {
            return true;
        }
        boolean recovered = store.useRecoveryCode(tx, id, hash(code));
        if (recovered) {
            audit.record(tx, account, "factor.recovered", id.value(), "");
        }
        return recovered;
    }

    private boolean takeStep(Transaction tx, UserId id, SecondFactorStore.Factor factor, String code) {
        OptionalLong step = TotpRule.findStep(
                Base32.decode(factor.secret()), code.replace(" ", ""), clock.instant(), factor.lastStep());
        step.ifPresent(taken -> store.use(tx, id, taken));
        return step.isPresent();
    }

    /// Begins to set up a second factor; it counts once it is confirmed.
    ///
    /// @param name what the authenticator shows
    /// @throws ProblemException ALREADY_EXISTS if there is one: it must be removed first
    public SecondFactorKey begin(Transaction tx, Caller caller, String name) {
        if (isOn(tx, caller.userId())) {
            throw new ProblemException(ProblemType.ALREADY_EXISTS, "There is a second factor.");
        }
        byte[] octets = new byte[SECRET_OCTETS];
        RANDOM.nextBytes(octets);
        String secret = Base32.encode(octets);
        store.insert(tx, caller.userId(), secret);
        String label = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return new SecondFactorKey(secret, "otpauth://totp/Keyrack:" + label + "?secret=" + secret + "&issuer=Keyrack");
    }

    /// Turns a second factor on, for one who can read its codes.
    ///
    /// @throws ProblemException INVALID_CODE if the code is not right, NOT_FOUND if nothing was begun
    public RecoveryCodes confirm(Transaction tx, Caller caller, String code) {
        UserId id = caller.userId();
        SecondFactorStore.Factor factor = store.find(tx, id)
                .filter(begun -> !begun.confirmed())
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No second factor was begun."));
        if (!takeStep(tx, id, factor, code)) {
            throw new ProblemException(ProblemType.INVALID_CODE, "The code is not right.");
        }
        List<String> codes =
                Stream.generate(Secret::readable).limit(RECOVERY_CODES).toList();
        store.confirm(tx, id, codes.stream().map(SecondFactors::hash).toList());
        audit.record(tx, caller, "factor.added", id.value(), "");
        return new RecoveryCodes(codes);
    }

    private static String hash(String code) {
        return Secret.hash(code.strip().toLowerCase(Locale.ROOT));
    }

    /// Forgets an account's second factor and recovery codes.
    public void forget(Transaction tx, UserId account) {
        store.delete(tx, account);
    }

    public void remove(Transaction tx, Caller caller) {
        store.delete(tx, caller.userId());
        audit.record(tx, caller, "factor.removed", caller.userId().value(), "");
    }
}
