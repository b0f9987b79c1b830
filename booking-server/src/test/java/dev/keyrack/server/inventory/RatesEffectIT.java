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

/// What a manager sees of other rates and rules before they are saved.
class RatesEffectIT {

    private final LocalDate first = LocalDate.now(ZoneOffset.UTC).plusDays(10);

    @TempDir
    Path folder;

    private String draft(int days) {
        return "{'from': '" + first + "', 'to': '" + first.plusDays(days) + "', 'rates': {'rates': [{'name': 'Fair',"
                + " 'from': '" + first + "', 'to': '" + first
                + "', 'weekdays': [], 'minimumGrains': 1, 'price': 99.00}],"
                + " 'rules': [{'from': '" + first.plusDays(1) + "', 'to': '" + first.plusDays(1)
                + "', 'weekdays': [], 'minimumStay': null, 'maximumStay': null, 'closed': true, 'closedToArrival': false,"
                + " 'closedToDeparture': false, 'capacity': null, 'reason': 'Painters'}]}}";
    }

    @Test
    void showsPricesAndClosedDatesOfADraftAndSavesNothing() throws Exception {
        try (TestServer server = new TestServer(folder)) {
            ResourceId room = server.add(Sample.nights(2));
            String path = "/api/v1/resources/" + room;
            Api manager = server.as(Role.MANAGER, "mia");
            Api.Reply effect = manager.post(path + "/rates-effect", draft(3));
            assertThat(effect.status()).as(effect.raw().body()).isEqualTo(200);
            assertThat(effect.body().path("entries")).hasSize(3);
            assertThat(effect.body().at("/entries/0/price").decimalValue()).isEqualByComparingTo("99.00");
            assertThat(effect.body().at("/entries/1/open").asBoolean()).isFalse();
            assertThat(effect.body().at("/entries/1/closedBecause").asText()).isEqualTo("Painters");
            Api.Reply calendar = server.api().get(path + "/calendar?from=" + first + "&to=" + first.plusDays(3));
            assertThat(calendar.body().at("/entries/0/price").decimalValue()).isEqualByComparingTo("150.00");
            assertThat(calendar.body().at("/entries/1/open").asBoolean()).isTrue();

            assertThat(manager.post(path + "/rates-effect", draft(0)).text("field"))
                    .isEqualTo("to");
            assertThat(manager.post(path + "/rates-effect", draft(401)).text("field"))
                    .isEqualTo("to");
            assertThat(server.as(Role.FRONT_DESK, "dora")
                            .post(path + "/rates-effect", draft(3))
                            .status())
                    .isEqualTo(403);
        }
    }
}
