package dev.keyrack.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a calendar tells of performances: enough to book one.
class CalendarIT {

    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(10);

    @TempDir
    Path folder;

    @Test
    void tellsWhenAPerformanceEndsSoThatItCanBeBooked() throws Exception {
        try (TestServer server = new TestServer(folder)) {
            String start = day + "T19:30:00Z";
            String end = day + "T21:45:00Z";
            ResourceId show = server.add(Sample.event());
            String path = "/api/v1/resources/" + show;
            Api.Reply planned = server.as(Role.MANAGER, "mia")
                    .send(
                            "PUT",
                            path + "/occurrences",
                            "{'start': '" + start + "', 'end': '" + end + "', 'capacity': 40}");
            assertThat(planned.status()).as(planned.raw().body()).isEqualTo(200);

            Api.Reply calendar = server.api().get(path + "/calendar?from=" + day + "&to=" + day.plusDays(1));
            assertThat(calendar.body().path("entries")).hasSize(1);
            assertThat(calendar.body().at("/entries/0/start").asText()).isEqualTo(start);
            assertThat(calendar.body().at("/entries/0/end").asText()).isEqualTo(end);

            Api.Reply free = server.api()
                    .post(
                            "/api/v1/availability/check",
                            "{'resourceId': '" + show + "', 'startDate': '" + start + "', 'endDate': '" + end
                                    + "', 'quantity': 2}");
            assertThat(free.body().path("available").asBoolean())
                    .as(free.raw().body())
                    .isTrue();
        }
    }

    @Test
    void leavesTheEndOfANightUnsaid() throws Exception {
        try (TestServer server = new TestServer(folder)) {
            ResourceId room = server.add(Sample.nights(2));
            Api.Reply calendar =
                    server.api().get("/api/v1/resources/" + room + "/calendar?from=" + day + "&to=" + day.plusDays(1));
            assertThat(calendar.body().at("/entries/0").has("end")).isFalse();
        }
    }
}
