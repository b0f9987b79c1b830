package dev.keyrack.desktop.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.admin.AdminRig;
import dev.keyrack.desktop.proof.ProofViewModel;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestChangeIT {

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
            GuestViewModel model = model(runtime, copy);
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

    private static GuestViewModel model(ClientRuntime runtime, SiteCopy copy) {
        var proof = new ProofViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH);
        var model = new GuestViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, _ -> {}, proof);
        model.onShow();
        model.open(copy.site());
        return model;
    }

    private static Booking find(SiteCopy copy, BookingStatus status) {
        return copy.list().stream()
                .map(SiteCopy.Known::booking)
                .filter(booking -> booking.status() == status
                        && copy.listOf(booking.guestId()).stream()
                                .allMatch(each -> each.booking().status() == status))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void erasesWhoAGuestWasOnceNothingIsToCome() throws Exception {
        try (AdminRig rig = new AdminRig(folder)) {
            ClientRuntime runtime = rig.join("desk");
            SiteCopy copy = AdminRig.open(runtime, "sit_city");
            GuestViewModel model = model(runtime, copy);

            Booking coming = find(copy, BookingStatus.CONFIRMED);
            point(model, coming);
            model.erase();
            assertThat(model.questionProperty().get())
                    .contains(coming.userDetails().lastName());
            model.confirmErasure();
            assertThat(model.noticeProperty().get()).startsWith("A stay is still to come");

            Booking past = find(copy, BookingStatus.COMPLETED);
            point(model, past);
            model.erase();
            model.keep();
            assertThat(model.questionProperty().get()).isEmpty();
            model.erase();
            model.confirmErasure();
            assertThat(model.chosenName().getValue()).isEqualTo("Erased");
            assertThat(model.noticeProperty().get()).startsWith("Who this was is erased");
            String name = past.userDetails().lastName();
            AdminRig.await(() -> copy.listOf(past.guestId()).stream()
                    .noneMatch(known -> known.booking().userDetails().lastName().equals(name)));
            AdminRig.await(() -> model.stays().stream()
                    .noneMatch(row -> row.booking().userDetails().lastName().equals(name)));
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
