package dev.keyrack.desktop.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.admin.AdminRig;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestMergeIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void makesTwoGuestsOneOnTheServer() throws Exception {
        try (AdminRig rig = new AdminRig(folder)) {
            ClientRuntime runtime = rig.join("desk");
            SiteCopy copy = AdminRig.open(runtime, "sit_city");
            List<Booking> some =
                    copy.list().stream().map(SiteCopy.Known::booking).toList();
            Booking first = some.getFirst();
            Booking other = some.stream()
                    .filter(each -> !each.guestId().equals(first.guestId()))
                    .findFirst()
                    .orElseThrow();
            var model = new GuestViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, _ -> {});
            model.onShow();
            model.open(copy.site());
            point(model, first);
            model.beginMerge();
            point(model, other);
            assertThat(model.confirmAllowed().getValue()).isTrue();

            model.confirmMerge();

            assertThat(model.noticeProperty().get())
                    .contains(first.userDetails().lastName());
            Booking merged = AdminRig.answered(runtime.api().bookings().get(other.bookingId()));
            assertThat(merged.guestId()).isEqualTo(first.guestId());
            AdminRig.await(() -> model.stays().stream()
                    .anyMatch(row -> row.booking().bookingId().equals(other.bookingId())));
            model.onHide();
        }
    }

    private static void point(GuestViewModel model, Booking booking) {
        model.show(booking.guestId(), booking.userDetails().lastName());
        AdminRig.await(() -> {
            GuestRow row = model.chosenProperty().get();
            return row != null && row.id().equals(booking.guestId());
        });
    }
}
