package dev.keyrack.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuestNamesTest {

    @Test
    void inventsTheSameGuestEveryTime() {
        assertThat(GuestNames.invent("ITA", 7)).isEqualTo(GuestNames.invent("ITA", 7));
        assertThat(GuestNames.invent("ITA", 7)).isNotEqualTo(GuestNames.invent("ITA", 8));
    }

    @Test
    void writesAddressesThatBelongToNobody() {
        for (String country : new String[] {"PRT", "GBR", "ESP", "FRA", "DEU", "ITA", "NULL", "CHN"}) {
            for (int i = 0; i < 500; i++) {
                assertThat(GuestNames.invent(country, i).email()).matches("[a-z]+\\.[a-z]+\\.[0-9]+@example\\.com");
            }
        }
    }
}
