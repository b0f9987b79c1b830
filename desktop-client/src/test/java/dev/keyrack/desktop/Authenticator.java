package dev.keyrack.desktop;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The program on a telephone that gives codes.
public final class Authenticator {

    private Authenticator() {}

    /// What an authenticator shows at a time (RFC 6238).
    public static String code(String secret, Clock clock) throws GeneralSecurityException {
        BigInteger number = BigInteger.ZERO;
        for (int place = 0; place < secret.length(); place++) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(secret.charAt(place));
            number = number.shiftLeft(5).or(BigInteger.valueOf(value));
        }
        byte[] padded = new byte[20];
        byte[] octets = number.toByteArray();
        byte[] tail = octets.length > 20 ? Arrays.copyOfRange(octets, octets.length - 20, octets.length) : octets;
        System.arraycopy(tail, 0, padded, 20 - tail.length, tail.length);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(padded, "HmacSHA1"));
        long step = Math.floorDiv(clock.instant().getEpochSecond(), 30);
        byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int cut = ByteBuffer.wrap(hash).getInt(hash[19] & 0xf) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", cut % 1_000_000);
    }
}
