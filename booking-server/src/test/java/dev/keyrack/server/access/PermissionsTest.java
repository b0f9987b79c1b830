package dev.keyrack.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyrack.contract.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    private static final Path PAGE = Path.of("src/main/resources/permissions.md");

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    @Test
    void readsTheCommittedTable() {
        assertThat(Permissions.scope(null, Action.READ_ACCOUNT)).isEqualTo(Scope.NONE);
        assertThat(Permissions.scope(Role.GUEST, Action.READ_BOOKING)).isEqualTo(Scope.OWN);
        assertThat(Permissions.scope(Role.KIOSK, Action.LIST_BOOKINGS)).isEqualTo(Scope.NONE);
        assertThat(Permissions.scope(Role.FRONT_DESK, Action.TAKE_CASH)).isEqualTo(Scope.SITE);
        assertThat(Permissions.scope(Role.PROVIDER_ADMIN, Action.CREATE_SITE)).isEqualTo(Scope.PROVIDER);
    }

    @Test
    void refusesTableWithoutRowForAnAction() throws IOException {
        String holed = page().replaceAll("(?m)^\\| CHECK_IN .*\n", "");
        assertThatThrownBy(() -> Permissions.parse(holed)).hasMessageContaining("CHECK_IN");
    }

    @Test
    void refusesSecondRowForAnAction() throws IOException {
        String doubled = page().replaceAll("(?m)^(\\| CHECK_IN .*\n)", "$1$1");
        assertThatThrownBy(() -> Permissions.parse(doubled)).hasMessageContaining("two rows for CHECK_IN");
    }

    @Test
    void refusesWordThatIsNoScope() throws IOException {
        String misspelt = page().replaceFirst("provider +\\| POST /api/v1/sites", "everywhere | POST /api/v1/sites");
        assertThatThrownBy(() -> Permissions.parse(misspelt)).hasMessageContaining("everywhere is no Scope");
    }

    @Test
    void refusesTableWithoutColumnForARole() throws IOException {
        String renamed = page().replace("| kiosk |", "| guest |");
        assertThatThrownBy(() -> Permissions.parse(renamed)).hasMessageContaining("KIOSK");
    }
}
