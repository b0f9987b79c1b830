package dev.keyrack.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.http.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScopesTest {

    private static final SiteId HERE = new SiteId("sit_here");
    private static final SiteId THERE = new SiteId("sit_there");

    private static Caller caller(Role role, @Nullable SiteId site) {
        return new Caller(new UserId("usr_one"), role, site);
    }

    private static boolean reads(Caller caller, String scope) {
        return Scopes.mayRead(caller, scope);
    }

    @Test
    void staffReadTheCatalogAndAllOfTheirSite() {
        Caller desk = caller(Role.FRONT_DESK, HERE);
        assertThat(reads(desk, ChangeFeed.CATALOG)).isTrue();
        assertThat(reads(desk, ChangeFeed.availabilityScope(HERE))).isTrue();
        assertThat(reads(desk, ChangeFeed.operationsScope(HERE))).isTrue();
        assertThat(reads(desk, ChangeFeed.availabilityScope(THERE))).isFalse();
        assertThat(reads(desk, ChangeFeed.operationsScope(THERE))).isFalse();
    }

    @Test
    void staffOfTheWholeProviderReadEverySite() {
        Caller admin = caller(Role.PROVIDER_ADMIN, null);
        assertThat(reads(admin, ChangeFeed.operationsScope(HERE))).isTrue();
        assertThat(reads(admin, ChangeFeed.operationsScope(THERE))).isTrue();
    }

    @Test
    void kioskReadsNoBookings() {
        Caller kiosk = caller(Role.KIOSK, HERE);
        assertThat(reads(kiosk, ChangeFeed.CATALOG)).isTrue();
        assertThat(reads(kiosk, ChangeFeed.availabilityScope(HERE))).isTrue();
        assertThat(reads(kiosk, ChangeFeed.operationsScope(HERE))).isFalse();
        assertThat(reads(kiosk, ChangeFeed.availabilityScope(THERE))).isFalse();
        assertThat(reads(caller(Role.KIOSK, null), ChangeFeed.availabilityScope(HERE)))
                .isFalse();
    }

    @Test
    void guestReadsNothing() {
        assertThat(reads(caller(Role.GUEST, null), ChangeFeed.CATALOG)).isFalse();
        assertThat(reads(Caller.ANONYMOUS, ChangeFeed.CATALOG)).isFalse();
        assertThat(reads(Caller.ANONYMOUS, ChangeFeed.operationsScope(HERE))).isFalse();
    }

    @Test
    void nobodyReadsWhatIsNoScope() {
        Caller admin = caller(Role.PROVIDER_ADMIN, null);
        assertThat(reads(admin, "prop:sit_here:secrets")).isFalse();
        assertThat(reads(admin, "prop:sit_here:ops:")).isFalse();
        assertThat(reads(admin, "")).isFalse();
    }
}
