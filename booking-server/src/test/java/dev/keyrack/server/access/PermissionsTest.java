package dev.keyrack.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.partner.KeyScope;
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
    void readsWhichScopeAKeyNeeds() throws IOException {
        assertThat(Permissions.scope(Role.PARTNER, Action.HOLD)).isEqualTo(Scope.OWN);
        assertThat(Permissions.keyScope(Action.HOLD)).hasValue(KeyScope.BOOKINGS);
        assertThat(Permissions.keyScope(Action.READ_CATALOG)).hasValue(KeyScope.CATALOG);
        assertThat(Permissions.keyScope(Action.READ_HEALTH)).isEmpty();
        String misspelt = page().replace("own (bookings)", "own (booking)");
        assertThatThrownBy(() -> Permissions.parseKeys(misspelt)).hasMessageContaining("booking is no KeyScope");
    }

    /// What a partner may do and not everybody without a token, only a key with a scope for it may do.
    @Test
    void partnerNeedsAScopeForAllThatIsNotOpenToEverybody() {
        assertThat(Action.values())
                .filteredOn(action -> Permissions.scope(Role.PARTNER, action) != Scope.NONE)
                .filteredOn(action -> Permissions.scope(null, action) == Scope.NONE)
                .allMatch(action -> Permissions.keyScope(action).isPresent());
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
