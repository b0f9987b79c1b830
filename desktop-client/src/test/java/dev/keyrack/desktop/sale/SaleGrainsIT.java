package dev.keyrack.desktop.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.admin.AdminRig;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaleGrainsIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void sellsNightsAppointmentsAndTickets() throws Exception {
        try (AdminRig rig = new AdminRig(folder)) {
            ClientRuntime runtime = rig.join("desk");
            sellsNights(runtime);
            sellsAnAppointment(runtime);
            sellsTickets(runtime);
        }
    }

    private void sellsNights(ClientRuntime runtime) {
        SaleViewModel model = begin(runtime, "sit_city", Start.TONIGHT);
        assertThat(model.stay().grainProperty().get()).isEqualTo(Grain.NIGHT);
        model.stay().fromProperty().set(today().plusDays(60));

        Booking sold = pay(runtime, model);

        assertThat(sold.startDate()).isEqualTo(today().plusDays(60).toString());
        assertThat(sold.endDate()).isEqualTo(today().plusDays(61).toString());
    }

    private void sellsAnAppointment(ClientRuntime runtime) {
        SaleViewModel model = begin(runtime, "sit_clinic", Start.TONIGHT);
        LocalDate tuesday = today().plusDays(7).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        model.stay().fromProperty().set(tuesday);
        Offer last = model.stay().offers().getLast();
        model.stay().choose(last);
        assertThat(Objects.requireNonNull(model.price().getValue()).policy())
                .isEqualTo("Free to cancel until "
                        + new Dates(Locale.ENGLISH)
                                .moment(
                                        Objects.requireNonNull(last.time())
                                                .start()
                                                .minus(Duration.ofDays(1)),
                                        last.resource().timeZone())
                        + ", then 100 % of the price is kept.");
        assertThat(model.words().form(Grain.TIME).later()).isEqualTo("Pay at the appointment (F7)");

        Booking sold = pay(runtime, model);

        assertThat(sold.resourceId()).isEqualTo(last.resource().id());
        assertThat(sold.startDate())
                .isEqualTo(Objects.requireNonNull(last.time()).startText())
                .startsWith(tuesday.toString());
        assertThat(sold.endDate()).isEqualTo(last.time().endText());
        model.begin(Start.at(last.resource().id(), tuesday, last.time().start()));
        assertThat(model.stay().holdProperty().get()).isNull();
        assertThat(model.stay().noticeProperty().get()).startsWith("That time is not free any more");
    }

    private void sellsTickets(ClientRuntime runtime) {
        SaleViewModel model = begin(runtime, "sit_theatre", Start.TONIGHT);
        Offer second = model.stay().offers().get(1);
        model.begin(Start.at(
                second.resource().id(),
                today(),
                Objects.requireNonNull(second.time()).start()));
        model.stay().roomsProperty().set(3);

        Booking sold = pay(runtime, model);

        assertThat(sold.quantity()).isEqualTo(new Quantity(3));
        assertThat(sold.startDate()).isEqualTo(second.time().startText());
        model.begin(Start.at(second.resource().id(), today(), second.time().start()));
        assertThat(Objects.requireNonNull(model.stay().offerProperty().get()).left())
                .isEqualTo(second.left() - 3);
    }

    private SaleViewModel begin(ClientRuntime runtime, String site, Start start) {
        SiteCopy copy = AdminRig.open(runtime, site);
        SaleViewModel model = new SaleViewModel(
                runtime,
                UiTasks.onCaller(),
                Samples.ENGLISH,
                Clock.systemUTC(),
                new SaleViewModel.Ways(() -> {}, _ -> {}, new Receipts(runtime, folder, _ -> {})));
        model.open(copy.site());
        model.begin(start);
        return model;
    }

    private static Booking pay(ClientRuntime runtime, SaleViewModel model) {
        model.guest().lastNameProperty().set("Reis");
        model.guest().firstNameProperty().set("Ana");
        model.payInCash();
        assertThat(model.moneyNoticeProperty().get()).isEmpty();
        SaleResult result = Objects.requireNonNull(model.resultProperty().get());
        Booking sold = AdminRig.answered(runtime.api().bookings().get(Objects.requireNonNull(result.booking())));
        assertThat(sold.status()).isEqualTo(BookingStatus.CONFIRMED);
        return sold;
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }
}
