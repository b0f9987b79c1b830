package dev.keyrack.server.identity;

import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.server.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id (RFC 9106) with 19 MiB and two passes, one at a time: a flood of sign-ins must not fill the machine.
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final long PATIENCE_SECONDS = 5;

    /// As many as are served within the patience; far fewer than requests have places, so that whoever books gets one.
    private static final int MOST_WAITING = 64;
    private static final Pattern STORED = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(?<memory>\\d{1,7}),t=(?<passes>\\d{1,2}),p=1\\$(?<salt>[^$]+)\\$(?<hash>[^$]+)");
    private static final String ALPHABET = "abcdefghjkmnpqrstvwxyz23456789";

    private final Semaphore permit = new Semaphore(1, true);

    /// Those who wait for the permit, and the one who has it.
    private final Semaphore queue = new Semaphore(MOST_WAITING, true);
    private final String nobody = hash("nobody has this password");

    /// @return algorithm, costs, salt and hash as a PHC string, `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`
    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = bounded(() -> derive(password, salt, MEMORY_KIB, PASSES));
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$" + text.encodeToString(salt) + "$"
                + text.encodeToString(hash);
    }

    /// @param stored what [#hash] made, with the costs of that time
    boolean matches(String password, String stored) {
        Matcher parts = STORED.matcher(stored);
        if (!parts.matches()) {
            throw new IllegalStateException("A stored password is not of the expected form");
        }
        byte[] salt = Base64.getDecoder().decode(parts.group("salt"));
        byte[] expected = Base64.getDecoder().decode(parts.group("hash"));
        int memory = Integer.parseInt(parts.group("memory"));
        int passes = Integer.parseInt(parts.group("passes"));
        return MessageDigest.isEqual(expected, bounded(() -> derive(password, salt, memory, passes)));
    }

    /// Costs as much as [#matches], for a name that nobody has.
    void matchNobody(String password) {
        matches(password, nobody);
    }

    /// A password that nobody guesses, for a person to type once.
    static String random() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            text.append(i > 0 && i % 5 == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private byte[] bounded(Supplier<byte[]> work) {
        if (!queue.tryAcquire()) {
            throw tooMany();
        }
        try {
            if (!permit.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw tooMany();
            }
            try {
                return work.get();
            } finally {
                permit.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.BUSY, "The server is stopping.");
        } finally {
            queue.release();
        }
    }

    private static ProblemException tooMany() {
        return ProblemException.tooMany(
                "Too many people sign in at this moment.", Duration.ofSeconds(PATIENCE_SECONDS));
    }

    private static byte[] derive(String password, byte[] salt, int memoryKib, int passes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
