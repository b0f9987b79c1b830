package dev.keyrack.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.partner.KeyScope;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.access.Action;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final SiteId HERE = new SiteId("sit_here");
    private static final SiteId THERE = new SiteId("sit_there");
    private static final UserId ME = new UserId("usr_me");
    private static final UserId OTHER = new UserId("usr_other");

    private static Caller caller(Role role, @Nullable SiteId site) {
        return new Caller(ME, role, site);
    }

    @Test
    void guestReachesOwnAndWhatWasMadeWithoutAnAccount() {
        Caller guest = caller(Role.GUEST, null);
        assertThat(guest.may(Action.READ_BOOKING, HERE, ME)).isTrue();
        assertThat(guest.may(Action.READ_BOOKING, HERE, null)).isTrue();
        assertThat(guest.may(Action.READ_BOOKING, HERE, OTHER)).isFalse();
        assertThat(guest.may(Action.READ_BOOKING, HERE)).isFalse();
        assertThat(Caller.ANONYMOUS.may(Action.READ_BOOKING, HERE, null)).isTrue();
        assertThat(Caller.ANONYMOUS.may(Action.READ_BOOKING, HERE, OTHER)).isFalse();
        assertThat(Caller.ANONYMOUS.may(Action.READ_ACCOUNT)).isFalse();
    }

    @Test
    void staffReachTheirSiteAndThoseOfTheWholeProviderEverySite() {
        assertThat(caller(Role.FRONT_DESK, HERE).may(Action.CHECK_IN, HERE, OTHER))
                .isTrue();
        assertThat(caller(Role.FRONT_DESK, HERE).may(Action.CHECK_IN, THERE, ME))
                .isFalse();
        assertThat(caller(Role.FRONT_DESK, null).may(Action.CHECK_IN, THERE)).isTrue();
        assertThat(caller(Role.FRONT_DESK, HERE).may(Action.CHANGE_RATES, HERE)).isFalse();
    }

    @Test
    void kioskWithoutSiteReachesNone() {
        assertThat(caller(Role.KIOSK, HERE).may(Action.READ_BOOKING, HERE, OTHER))
                .isTrue();
        assertThat(caller(Role.KIOSK, null).may(Action.READ_BOOKING, HERE, null))
                .isFalse();
    }

    @Test
    void partnerReachesOwnAsFarAsItsKeyDoes() {
        Caller here = caller(Role.PARTNER, HERE).withKey(Set.of(KeyScope.BOOKINGS));
        assertThat(here.may(Action.READ_BOOKING, HERE, ME)).isTrue();
        assertThat(here.may(Action.READ_BOOKING, HERE, OTHER)).isFalse();
        assertThat(here.may(Action.READ_BOOKING, THERE, ME)).isFalse();
        assertThat(here.may(Action.CREATE_BOOKING, HERE)).isTrue();
        assertThat(here.may(Action.CREATE_BOOKING, THERE)).isFalse();
        assertThat(here.may(Action.READ_CATALOG)).isFalse();
        Caller everywhere = caller(Role.PARTNER, null).withKey(Set.of(KeyScope.BOOKINGS, KeyScope.CATALOG));
        assertThat(everywhere.may(Action.READ_BOOKING, THERE, ME)).isTrue();
        assertThat(everywhere.may(Action.READ_CATALOG)).isTrue();
        assertThat(everywhere.may(Action.CHANGE_BOOKING)).isFalse();
        assertThat(caller(Role.PARTNER, HERE).may(Action.READ_BOOKING, HERE, ME))
                .isFalse();
    }

    @Test
    void onlyAccountOfTheWholeProviderMakesSites() {
        assertThat(caller(Role.PROVIDER_ADMIN, null).may(Action.CREATE_SITE)).isTrue();
        assertThat(caller(Role.PROVIDER_ADMIN, HERE).may(Action.CREATE_SITE)).isFalse();
        assertThat(caller(Role.MANAGER, null).may(Action.CREATE_SITE)).isFalse();
    }
}
