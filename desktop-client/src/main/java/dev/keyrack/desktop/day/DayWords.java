package dev.keyrack.desktop.day;

import dev.keyrack.client.sync.SiteCopy.Known;
import dev.keyrack.client.sync.SiteCopy.SyncState;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.desktop.wording.BookingWords;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import java.math.BigDecimal;
import java.time.LocalDate;

/// What the lists of the day say.
final class DayWords {

    private final Messages messages;
    private final BookingWords words;
    private final Dates dates;

    DayWords(Messages messages) {
        this.messages = messages;
        this.words = new BookingWords(messages);
        this.dates = new Dates(messages.locale());
    }

    DayRow row(DayRule rule, DayList list, Known known) {
        Booking booking = known.booking();
        BigDecimal balance = BookingWords.balance(booking);
        DayStep step = rule.step(list, known);
        return new DayRow(
                booking,
                BookingWords.name(booking.userDetails()),
                words.room(booking),
                words.stay(booking, rule.zone()),
                balance.signum() > 0 ? words.amount(booking, balance) : messages.text("day.row.paid"),
                known.state(),
                state(known.state()),
                step,
                step(step));
    }

    private String state(SyncState state) {
        return switch (state) {
            case SYNCED -> messages.text("day.state.synced");
            case PENDING -> messages.text("day.state.pending");
            case ATTENTION -> messages.text("day.state.attention");
        };
    }

    private String step(DayStep step) {
        return switch (step) {
            case CHECK_IN -> messages.text("day.step.checkin");
            case CHECK_OUT -> messages.text("day.step.checkout");
            case TAKE_PAYMENT -> messages.text("day.step.payment");
            case OPEN -> messages.text("day.step.open");
            case DECIDE -> messages.text("day.step.decide");
        };
    }

    String title(DayList list) {
        return switch (list) {
            case ARRIVALS -> messages.text("day.title.arrivals");
            case IN_HOUSE -> messages.text("day.title.inhouse");
            case DEPARTURES -> messages.text("day.title.departures");
            case REQUESTS -> messages.text("day.title.requests");
            case UNPAID -> messages.text("day.title.unpaid");
        };
    }

    String nobody(DayList list, LocalDate day, LocalDate today) {
        if (!day.equals(today)) {
            return switch (list) {
                case ARRIVALS -> messages.text("day.empty.arrivalsthen", dates.day(day));
                case IN_HOUSE -> messages.text("day.empty.inhousethen", dates.day(day));
                case DEPARTURES -> messages.text("day.empty.departuresthen", dates.day(day));
                case REQUESTS -> messages.text("day.empty.requests");
                case UNPAID -> messages.text("day.empty.unpaid");
            };
        }
        return switch (list) {
            case ARRIVALS -> messages.text("day.empty.arrivals");
            case IN_HOUSE -> messages.text("day.empty.inhouse");
            case DEPARTURES -> messages.text("day.empty.departures");
            case REQUESTS -> messages.text("day.empty.requests");
            case UNPAID -> messages.text("day.empty.unpaid");
        };
    }

    String day(LocalDate day) {
        return dates.longDay(day);
    }
}
