package dev.keyrack.server.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TotpRuleTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final int EIGHT_DIGITS = 100_000_000;

    @Test
    void agreesWithRfc6238() {
        Map<Long, Integer> vectors = Map.of(
                59L, 94287082,
                1111111109L, 7081804,
                1111111111L, 14050471,
                1234567890L, 89005924,
                2000000000L, 69279037,
                20000000000L, 65353130);
        vectors.forEach((time, code) -> assertThat(
                        TotpRule.truncate(SECRET, TotpRule.stepAt(Instant.ofEpochSecond(time))) % EIGHT_DIGITS)
                .as("at %d", time)
                .isEqualTo(code));
    }

    @Test
    void takesTheStepsBesideThePresentOne() {
        Instant now = Instant.ofEpochSecond(1111111109L);
        long step = TotpRule.stepAt(now);
        for (long apart = -1; apart <= 1; apart++) {
            assertThat(TotpRule.findStep(SECRET, TotpRule.code(SECRET, step + apart), now, 0))
                    .hasValue(step + apart);
        }
        assertThat(TotpRule.findStep(SECRET, TotpRule.code(SECRET, step - 2), now, 0))
                .isEmpty();
        assertThat(TotpRule.findStep(SECRET, TotpRule.code(SECRET, step + 2), now, 0))
                .isEmpty();
        assertThat(TotpRule.findStep(SECRET, "", now, 0)).isEmpty();
    }

    @Test
    void takesNoStepTwiceAndNoneBeforeTheLast() {
        Instant now = Instant.ofEpochSecond(1111111109L);
        long step = TotpRule.stepAt(now);
        assertThat(TotpRule.findStep(SECRET, TotpRule.code(SECRET, step), now, step))
                .isEmpty();
        assertThat(TotpRule.findStep(SECRET, TotpRule.code(SECRET, step - 1), now, step))
                .isEmpty();
        assertThat(TotpRule.findStep(SECRET, TotpRule.code(SECRET, step + 1), now, step))
                .hasValue(step + 1);
    }

    @Test
    void writesSecretsAsAuthenticatorsReadThem() {
        String text = Base32.encode(SECRET);
        assertThat(text).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Base32.decode(text)).isEqualTo(SECRET);
        byte[] zeros = new byte[20];
        assertThat(Base32.decode(Base32.encode(zeros))).isEqualTo(zeros);
    }
}
