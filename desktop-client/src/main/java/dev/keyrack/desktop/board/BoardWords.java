package dev.keyrack.desktop.board;

import dev.keyrack.client.sync.SiteCopy.SyncState;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.plan.Bar;
import dev.keyrack.desktop.plan.PlanRow;
import dev.keyrack.desktop.plan.Stay;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;

/// Says in words what the canvas shows in shapes.
final class BoardWords {

    private final Messages messages;
    private final Dates dates;
    private final Amounts amounts;

    BoardWords(Messages messages) {
        this.messages = messages;
        this.dates = new Dates(messages.locale());
        this.amounts = new Amounts(messages.locale());
    }

    /// The sign of a currency, of one letter at most.
    static String signOf(CurrencyUnit currency) {
        String sign = currency.getSymbol(Locale.UK);
        return sign.length() == 1 ? sign : "¤";
    }

    /// Everything that a person rests the mouse to know.
    String describe(Bar bar) {
        Stay stay = bar.stay();
        Booking booking = stay.booking();
        List<String> lines = new ArrayList<>();
        lines.add(guest(booking));
        lines.add(status(booking.status()));
        lines.add(messages.text(
                "board.tip.nights",
                dates.range(LocalDate.ofEpochDay(stay.start()), LocalDate.ofEpochDay(stay.end())),
                stay.end() - stay.start()));
        lines.add(messages.text("board.tip.people", booking.guests(), booking.resourceName()));
        lines.add(messages.text("board.tip.price", amounts.format(booking.totalPrice(), booking.currency())));
        if (!stay.look().due().isEmpty()) {
            lines.add(messages.text(
                    "board.tip.due",
                    amounts.format(booking.totalPrice().subtract(booking.paidAmount()), booking.currency())));
        }
        if (booking.notes() != null) {
            lines.add(booking.notes());
        }
        if (stay.look().sync() == SyncState.PENDING) {
            lines.add(messages.text("board.legend.pending"));
        } else if (stay.look().sync() == SyncState.ATTENTION) {
            lines.add(messages.text("board.legend.attention"));
        }
        return String.join("\n", lines);
    }

    private String guest(Booking booking) {
        return messages.text(
                "change.card.guest",
                booking.userDetails().firstName(),
                booking.userDetails().lastName());
    }

    /// A bar under the cursor, for who cannot see it.
    String speak(Bar bar, PlanRow row) {
        return messages.text("board.cursor.bar", row.title(), describe(bar).replace('\n', ','));
    }

    /// An empty night under the cursor, for who cannot see it.
    String speak(int day, PlanRow row) {
        String date = dates.longDay(LocalDate.ofEpochDay(day));
        String closed = row.days().closed(day);
        if (row.kind() == PlanRow.Kind.RESOURCE) {
            return count(day, row);
        }
        return closed == null
                ? messages.text("board.cursor.free", row.title(), date)
                : messages.text("board.cursor.closed", row.title(), date, closed);
    }

    /// How many of a resource are free, held and sold.
    String count(int day, PlanRow row) {
        PlanRow.Days days = row.days();
        return messages.text(
                "board.cursor.count",
                row.title(),
                dates.longDay(LocalDate.ofEpochDay(day)),
                days.free(day),
                days.held(day),
                days.sold(day));
    }

    String status(BookingStatus status) {
        return switch (status) {
            case REQUESTED -> messages.text("board.legend.requested");
            case CONFIRMED -> messages.text("board.legend.confirmed");
            case CHECKED_IN -> messages.text("board.legend.inhouse");
            case COMPLETED -> messages.text("board.legend.departed");
            case NO_SHOW -> messages.text("board.legend.noshow");
            case CANCELLED, DECLINED, UNKNOWN -> messages.text("board.legend.unknown");
        };
    }
}
