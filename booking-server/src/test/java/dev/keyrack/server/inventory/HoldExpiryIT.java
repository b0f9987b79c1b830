package dev.keyrack.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.soak.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hold lasts until its very second and not longer, by itself, and is worth nothing afterwards.
class HoldExpiryIT {

    private final MovableClock clock = new MovableClock(Instant.now());
    private final LocalDate night = LocalDate.now(ZoneId.of("America/New_York")).plusDays(7);

    @TempDir
    Path folder;

    @Test
    void endsAtItsTimeAndFreesItsNights() throws Exception {
        try (TestServer server = new TestServer(folder, clock)) {
            ResourceId room = server.add(Sample.nights(1));
            Api api = server.api();
            String stay = "{'resourceId': '" + room + "', 'startDate': '" + night + "', 'endDate': '"
                    + night.plusDays(1) + "', 'quantity': 1}";
            Api.Reply hold = api.post("/api/v1/holds", stay);
            assertThat(hold.status()).isEqualTo(201);
            Duration lasts = Duration.between(clock.instant(), Instant.parse(hold.text("expiresAt")));

            clock.advance(lasts.minusSeconds(1));
            assertThat(api.post("/api/v1/holds", stay).status()).isEqualTo(409);

            clock.advance(Duration.ofSeconds(1));
            await().untilAsserted(() ->
                    assertThat(api.post("/api/v1/holds", stay).status()).isEqualTo(201));
            assertThat(api.post("/api/v1/holds/" + hold.text("holdId") + "/extend", null)
                            .status())
                    .isGreaterThanOrEqualTo(400)
                    .isLessThan(500);
        }
    }
}
