package dev.keyrack.kiosk.attendant;

import dev.keyrack.client.store.SettingStore;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// The code that staff leave the program with. It is kept as its PBKDF2 key (RFC 8018); five wrong tries lock it for a
/// minute, and a restart does not unlock it.
public final class ExitCode {

    static final int MOST_WRONG = 5;
    static final Duration LOCK = Duration.ofMinutes(1);

    private static final String KEY = "kiosk:exit-key";
    private static final String WRONG = "kiosk:exit-wrong";
    private static final String UNTIL = "kiosk:exit-until";
    private static final int ITERATIONS = 600_000;
    private static final int KEY_BITS = 256;
    private static final int SALT_OCTETS = 16;
    private static final HexFormat HEX = HexFormat.of();

    private final SettingStore settings;
    private final Clock clock;

    public ExitCode(SettingStore settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// How a try went.
    public enum Answer {
        RIGHT,
        WRONG,
        LOCKED
    }

    /// Sets the code anew.
    public void set(String code) {
        byte[] salt = new byte[SALT_OCTETS];
        new SecureRandom().nextBytes(salt);
        settings.put(KEY, HEX.formatHex(salt) + ":" + HEX.formatHex(stretch(code, salt)));
        settings.put(WRONG, "0");
    }

    /// Tries a code. Takes a moment, on purpose.
    public Answer check(String code) {
        if (settings.find(UNTIL)
                .map(Instant::parse)
                .filter(clock.instant()::isBefore)
                .isPresent()) {
            return Answer.LOCKED;
        }
        String[] kept = settings.find(KEY).orElse(":").split(":", 2);
        boolean right = !kept[0].isEmpty()
                && MessageDigest.isEqual(HEX.parseHex(kept[1]), stretch(code, HEX.parseHex(kept[0])));
        if (right) {
            settings.put(WRONG, "0");
            return Answer.RIGHT;
        }
        int wrong = settings.find(WRONG).map(Integer::parseInt).orElse(0) + 1;
        boolean locks = wrong >= MOST_WRONG;
        settings.put(WRONG, locks ? "0" : Integer.toString(wrong));
        if (locks) {
            settings.put(UNTIL, clock.instant().plus(LOCK).toString());
        }
        return locks ? Answer.LOCKED : Answer.WRONG;
    }

    private static byte[] stretch(String code, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(code.toCharArray(), salt, ITERATIONS, KEY_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        }
    }
}
