package dev.keyrack.desktop.booking;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.StayApi;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// One booking of nights, and the one step that comes next for it.
public final class BookingViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<@Nullable Booking> booking = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();

    public BookingViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {
        close();
    }

    /// Shows a booking from now on.
    public void show(Booking chosen) {
        notice.set("");
        booking.set(chosen);
    }

    public void close() {
        booking.set(null);
    }

    public ReadOnlyObjectProperty<@Nullable Booking> bookingProperty() {
        return booking.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    public ObservableValue<String> guest() {
        return text(shown ->
                shown.userDetails().firstName() + " " + shown.userDetails().lastName());
    }

    public ObservableValue<String> reach() {
        return text(shown -> {
            String email = shown.userDetails().email();
            String phone = shown.userDetails().phone();
            return phone == null
                    ? email == null ? messages.text("booking.pane.unreachable") : email
                    : email == null ? phone : email + "\n" + phone;
        });
    }

    public ObservableValue<String> stay() {
        return text(shown -> {
            DateTimeFormatter format =
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(messages.locale());
            if (shown.startDate().length() > 10) {
                return shown.startDate() + " – " + shown.endDate();
            }
            LocalDate from = LocalDate.parse(shown.startDate());
            LocalDate to = LocalDate.parse(shown.endDate());
            return messages.text(
                    "booking.pane.nights", format.format(from), format.format(to), ChronoUnit.DAYS.between(from, to));
        });
    }

    public ObservableValue<String> place() {
        return text(shown -> shown.unitName() == null
                ? messages.text("booking.pane.unassigned", shown.resourceName())
                : shown.resourceName() + " · " + shown.unitName());
    }

    public ObservableValue<String> guests() {
        return text(shown -> messages.text("booking.pane.guests", shown.guests()));
    }

    public ObservableValue<String> price() {
        return text(shown -> {
            NumberFormat format = NumberFormat.getInstance(messages.locale());
            int places = shown.currency().getDecimalPlaces();
            format.setMinimumFractionDigits(places);
            format.setMaximumFractionDigits(places);
            format.setRoundingMode(RoundingMode.HALF_UP);
            return format.format(shown.totalPrice()) + " " + shown.currency().getCode();
        });
    }

    public ObservableValue<String> payment() {
        return text(shown -> switch (shown.paymentStatus()) {
            case PAID -> messages.text("booking.payment.paid");
            case AUTHORISED, PENDING -> messages.text("booking.payment.pending");
            case PARTIALLY_REFUNDED, REFUNDED -> messages.text("booking.payment.refunded");
            case UNPAID, VOIDED, DECLINED -> messages.text("booking.payment.unpaid");
            case UNKNOWN -> messages.text("booking.payment.unknown");
        });
    }

    public ObservableValue<String> status() {
        return text(shown -> switch (shown.status()) {
            case REQUESTED -> messages.text("booking.status.requested");
            case CONFIRMED -> messages.text("booking.status.confirmed");
            case CHECKED_IN -> messages.text("booking.status.inhouse");
            case COMPLETED -> messages.text("booking.status.completed");
            case CANCELLED -> messages.text("booking.status.cancelled");
            case DECLINED -> messages.text("booking.status.declined");
            case NO_SHOW -> messages.text("booking.status.noshow");
            case UNKNOWN -> messages.text("booking.status.unknown");
        });
    }

    public ObservableValue<String> code() {
        return text(Booking::confirmationCode);
    }

    private ObservableValue<String> text(Function<Booking, String> words) {
        return Bindings.createStringBinding(
                () -> {
                    Booking shown = booking.get();
                    return shown == null ? "" : words.apply(shown);
                },
                booking);
    }

    public ObservableValue<Boolean> checkInAllowed() {
        return stands(BookingStatus.CONFIRMED);
    }

    public ObservableValue<Boolean> checkOutAllowed() {
        return stands(BookingStatus.CHECKED_IN);
    }

    public ObservableValue<Boolean> reopenAllowed() {
        return stands(BookingStatus.COMPLETED);
    }

    private ObservableValue<Boolean> stands(BookingStatus wanted) {
        return Bindings.createBooleanBinding(
                () -> {
                    Booking shown = booking.get();
                    return shown != null && shown.status() == wanted && !working.get();
                },
                booking,
                working);
    }

    public void checkIn() {
        take(shown -> runtime.api()
                .stays()
                .checkIn(shown.bookingId(), shown.unitId(), UUID.randomUUID().toString()));
    }

    public void undoCheckIn() {
        take(shown -> runtime.api()
                .stays()
                .undo(
                        shown.bookingId(),
                        StayApi.Step.CHECK_IN,
                        UUID.randomUUID().toString()));
    }

    public void checkOut() {
        take(shown -> runtime.api()
                .stays()
                .checkOut(shown.bookingId(), UUID.randomUUID().toString()));
    }

    public void undoCheckOut() {
        take(shown -> runtime.api()
                .stays()
                .undo(
                        shown.bookingId(),
                        StayApi.Step.CHECK_OUT,
                        UUID.randomUUID().toString()));
    }

    private void take(Function<Booking, ApiOutcome<Booking>> step) {
        Booking shown = booking.get();
        if (shown == null || working.get()) {
            return;
        }
        working.set(true);
        notice.set("");
        tasks.run(() -> step.apply(shown)).onDone(this::tell).onFailed(failure -> {
            working.set(false);
            notice.set(messages.text("booking.notice.other"));
        });
    }

    private void tell(ApiOutcome<Booking> outcome) {
        working.set(false);
        switch (outcome) {
            case ApiOutcome.Answered<Booking>(Booking changed) -> booking.set(changed);
            case ApiOutcome.Refused<Booking>(Problem problem) ->
                notice.set(
                        switch (problem.type()) {
                            case UNIT_TAKEN -> messages.text("booking.notice.taken");
                            case STALE_REVISION -> messages.text("booking.notice.stale");
                            case WRONG_STATUS -> messages.text("booking.notice.status");
                            default -> messages.text("booking.notice.other");
                        });
            case ApiOutcome.Unanswered<Booking> _ -> notice.set(messages.text("booking.notice.silence"));
        }
    }
}
