package dev.keyrack.desktop.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.sync.SiteCopy.Known;
import dev.keyrack.client.sync.SiteCopy.SyncState;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.desktop.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestRuleTest {

    private final Known early = known("bkg_a", -9);
    private final Known late = known("bkg_a", 9);
    private final Known other = known("bkg_b", 0);

    private static Known known(String id, int daysFrom) {
        return new Known(Samples.booking(id, daysFrom, null, BookingStatus.CONFIRMED), SyncState.SYNCED);
    }

    @Test
    void namesEachGuestOnceWithTheNewestStayFirst() {
        var guests = GuestRule.group(
                List.of(other, early, late),
                guest -> guest.value().endsWith("a") ? List.of(early, late) : List.of(other),
                9);
        assertThat(guests.keySet()).containsExactly(new GuestId("gst_b"), new GuestId("gst_a"));
        assertThat(guests.get(new GuestId("gst_a"))).containsExactly(late.booking(), early.booking());
    }

    @Test
    void stopsAtTheMost() {
        assertThat(GuestRule.group(List.of(other, early), _ -> List.of(other), 1))
                .hasSize(1);
    }
}
