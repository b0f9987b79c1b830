package dev.keyrack.server.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes of six digits that are good for one step of 30 seconds (RFC 6238, with HMAC-SHA-1 as authenticators expect).
final class TotpRule {

    private static final String MAC = "HmacSHA1";
    private static final int STEP_SECONDS = 30;
    private static final int STEPS_APART = 1;
    private static final int MODULUS = 1_000_000;

    private TotpRule() {}

    /// The step that a code belongs to, of those that clocks may be apart; empty if it belongs to none, or
    /// to one that was used.
    ///
    /// @param lastStep the last step of which a code was taken
    static OptionalLong findStep(byte[] secret, String code, Instant now, long lastStep) {
        long present = stepAt(now);
        return LongStream.rangeClosed(present - STEPS_APART, present + STEPS_APART)
                .filter(step -> step > lastStep)
                .filter(step -> MessageDigest.isEqual(
                        code(secret, step).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }

    static long stepAt(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    static String code(byte[] secret, long step) {
        return String.format(Locale.ROOT, "%06d", truncate(secret, step) % MODULUS);
    }

    /// The dynamic truncation of RFC 4226, 31 bits.
    static int truncate(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            return ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-1", e);
        }
    }
}
