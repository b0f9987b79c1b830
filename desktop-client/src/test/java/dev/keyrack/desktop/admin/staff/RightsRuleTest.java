package dev.keyrack.desktop.admin.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.staff.StaffMember;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RightsRuleTest {

    private static final SiteId CITY = new SiteId("sit_city");
    private static final SiteId RESORT = new SiteId("sit_resort");

    private static RightsRule.Actor actor(Role role, @Nullable SiteId site) {
        return new RightsRule.Actor(new UserId("usr_actor"), role, site);
    }

    private static StaffMember member(String id, Role role, @Nullable SiteId site) {
        return new StaffMember(new UserId(id), id + "@example.com", "Ana", "Reis", role, site, true);
    }

    @Test
    void givesNobodyMoreThanOneHas() {
        assertThat(RightsRule.roles(actor(Role.PROVIDER_ADMIN, null)))
                .containsExactly(Role.FRONT_DESK, Role.MANAGER, Role.PROVIDER_ADMIN);
        assertThat(RightsRule.roles(actor(Role.MANAGER, CITY))).containsExactly(Role.FRONT_DESK, Role.MANAGER);
        assertThat(RightsRule.roles(actor(Role.FRONT_DESK, CITY))).isEmpty();
    }

    @Test
    void staysWithinTheOwnSite() {
        assertThat(RightsRule.mayGive(actor(Role.MANAGER, CITY), CITY)).isTrue();
        assertThat(RightsRule.mayGive(actor(Role.MANAGER, CITY), RESORT)).isFalse();
        assertThat(RightsRule.mayGive(actor(Role.MANAGER, CITY), null)).isFalse();
        assertThat(RightsRule.mayGive(actor(Role.MANAGER, null), RESORT)).isTrue();
    }

    @Test
    void letsNobodyChangeThemselves() {
        assertThat(RightsRule.mayChange(actor(Role.PROVIDER_ADMIN, null), member("usr_actor", Role.MANAGER, CITY)))
                .isFalse();
        assertThat(RightsRule.mayChange(actor(Role.PROVIDER_ADMIN, null), member("usr_other", Role.MANAGER, CITY)))
                .isTrue();
    }

    @Test
    void letsNobodyChangeThoseAbove() {
        assertThat(RightsRule.mayChange(actor(Role.MANAGER, CITY), member("usr_other", Role.PROVIDER_ADMIN, CITY)))
                .isFalse();
        assertThat(RightsRule.mayChange(actor(Role.MANAGER, CITY), member("usr_other", Role.FRONT_DESK, RESORT)))
                .isFalse();
    }
}
