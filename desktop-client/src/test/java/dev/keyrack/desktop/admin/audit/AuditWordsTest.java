package dev.keyrack.desktop.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.audit.AuditRecord;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.desktop.DesktopApp;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.Messages;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AuditWordsTest {

    private final AuditWords english = new AuditWords(Samples.ENGLISH, AuditWordsTest::name);
    private final AuditWords german =
            new AuditWords(Messages.of(DesktopApp.class, Locale.GERMAN), AuditWordsTest::name);

    private static String name(String site) {
        return site.equals("sit_city") ? "City Hotel" : site;
    }

    private static AuditRecord entry(String action, String detail) {
        return new AuditRecord(
                1, Instant.EPOCH, new UserId("usr_a"), "Ana Reis", action, "usr_b", null, detail, null, null, 1);
    }

    @Test
    void namesRoles() {
        assertThat(english.detail(entry("session.opened", "PROVIDER_ADMIN"))).isEqualTo("Provider admin");
        assertThat(german.detail(entry("account.created", "FRONT_DESK"))).isEqualTo("Empfang");
        assertThat(english.detail(entry("account.created", "JANITOR"))).isEqualTo("JANITOR");
    }

    @Test
    void tellsWhatSomebodyMayDoWhere() {
        assertThat(english.detail(entry("staff.changed", "MANAGER at sit_city")))
                .isEqualTo("Manager, City Hotel");
        assertThat(english.detail(entry("staff.changed", "MANAGER"))).isEqualTo("Manager, whole provider");
        assertThat(german.detail(entry("staff.changed", "MANAGER at sit_city, not active")))
                .isEqualTo("Leitung, City Hotel, gesperrt");
        assertThat(english.detail(entry("staff.changed", "something else"))).isEqualTo("something else");
    }

    @Test
    void countsInWords() {
        assertThat(english.detail(entry("access.exported", "1 entries"))).isEqualTo("1 entry");
        assertThat(german.detail(entry("access.exported", "1205 entries"))).isEqualTo("1.205 Einträge");
        assertThat(german.detail(entry("resource.images-changed", "0 pictures")))
                .isEqualTo("keine Bilder");
        assertThat(english.detail(entry("access.exported", "all"))).isEqualTo("all");
    }

    @Test
    void tellsOfKiosksAndKeys() {
        assertThat(english.what(entry("device.changed", "LOST"))).isEqualTo("Changed a kiosk");
        assertThat(german.detail(entry("device.changed", "LOST"))).isEqualTo("Verloren");
        assertThat(english.what(entry("key.first_used", ""))).isEqualTo("First use of an API key");
        assertThat(english.what(entry("device.something", ""))).isEqualTo("device.something");
    }
}
