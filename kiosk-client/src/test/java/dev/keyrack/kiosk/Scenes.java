package dev.keyrack.kiosk;

import dev.keyrack.client.sale.Sale;
import dev.keyrack.client.sale.SaleOutcome;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.problem.Alternative;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.PaymentId;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.kiosk.flow.ArrivalInput;
import dev.keyrack.kiosk.flow.GuestInput;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.flow.Offer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/// Everything that can be on the screen, by name: what has happened before, and what is touched then. The words are
/// long ones.
final class Scenes {

    static final GuestInput LONG = new GuestInput(
            "Maximiliane-Friederike",
            "Freifrau von Müller-Lüdenscheidt",
            "maximiliane-friederike.mueller-luedenscheidt@universitaetsklinikum-schleswig-holstein.example",
            "+49 30 123456789");

    private static final String SALE = "sale-1";

    /// @param events what has happened before
    /// @param touches ids of the keys that are touched then
    record Scene(List<KioskEvent> events, List<String> touches) {}

    private final Map<String, Scene> all = new LinkedHashMap<>();

    private Scenes() {
        selling();
        paying();
        arriving();
        trouble();
    }

    static Map<String, Scene> all() {
        return new Scenes().all;
    }

    private void add(String name, Stream<KioskEvent> events, String... touches) {
        all.put(name, new Scene(events.toList(), List.of(touches)));
    }

    private static Stream<KioskEvent> begun(KioskEvent... more) {
        return Stream.concat(Stream.of(new KioskEvent.Begin(Samples.TODAY)), Arrays.stream(more));
    }

    private static Stream<KioskEvent> roomTaken(KioskEvent... more) {
        return Stream.concat(
                begun(new KioskEvent.Chosen(Samples.OFFER), new KioskEvent.RoomTaken()), Arrays.stream(more));
    }

    private static Stream<KioskEvent> reviewing(KioskEvent... more) {
        return Stream.concat(roomTaken(new KioskEvent.Typed(LONG), new KioskEvent.DetailsGiven()), Arrays.stream(more));
    }

    /// From the price on, the room is kept.
    private static Stream<KioskEvent> kept(KioskEvent... more) {
        return Stream.concat(keeping(reviewing().toList()), Arrays.stream(more));
    }

    private static Stream<KioskEvent> paid(SaleOutcome outcome) {
        return kept(new KioskEvent.PaymentBegan(SALE), new KioskEvent.SaleEnded(SALE, outcome));
    }

    private void selling() {
        add("welcome", Stream.empty());
        add("offers", begun());
        add("dates", begun(new KioskEvent.OtherDates()));
        add("dates-chosen", begun(new KioskEvent.OtherDates()), "day-2027-06-18", "day-2027-06-21");
        add("room", begun(new KioskEvent.Chosen(Samples.OFFER)), "moreGuests");
        add("times", begun(new KioskEvent.Chosen(Samples.seat(2))));
        add("times-appointment", begun(new KioskEvent.Chosen(Samples.appointment())));
        add("tickets", begun(tickets()), "moreRooms");
        add("appointment", begun(appointment()));
        add("review-tickets", keptTickets());
        add("details", roomTaken());
        add("details-email", roomTaken(new KioskEvent.Typed(LONG)), "key-next", "key-next");
        add("details-phone", roomTaken(new KioskEvent.Typed(LONG)), "phone");
        add("details-accents", roomTaken(), "key-accents");
        add("details-errors", roomTaken(new KioskEvent.Typed(new GuestInput("", "", "ana@", "+4"))), "confirm");
        add("review", kept());
        add("sold-out", refused(soldOut()));
        add("sold-out-nothing", refused(Problem.of(ProblemType.MINIMUM_STAY, "")));
    }

    private static KioskEvent[] tickets() {
        Offer seat = Samples.seat(2);
        return new KioskEvent[] {new KioskEvent.Chosen(seat), new KioskEvent.TimeChosen(seat)};
    }

    private static KioskEvent[] appointment() {
        Offer free = Samples.appointment();
        return new KioskEvent[] {new KioskEvent.Chosen(free), new KioskEvent.TimeChosen(free)};
    }

    private static Stream<KioskEvent> keptTickets() {
        List<KioskEvent> events = new ArrayList<>(begun(tickets()).toList());
        events.addAll(List.of(new KioskEvent.RoomTaken(), new KioskEvent.Typed(LONG), new KioskEvent.DetailsGiven()));
        return keeping(events);
    }

    /// The hold for what the events have led to.
    private static Stream<KioskEvent> keeping(List<KioskEvent> events) {
        var visit = Samples.journey(events.toArray(KioskEvent[]::new))
                .require(KioskStep.Review.class)
                .visit();
        return Stream.concat(events.stream(), Stream.of(new KioskEvent.Held(visit, Samples.hold("hld_1"))));
    }

    private static Stream<KioskEvent> refused(Problem problem) {
        List<KioskEvent> events = new ArrayList<>(reviewing().toList());
        var visit = Samples.journey(events.toArray(KioskEvent[]::new))
                .require(KioskStep.Review.class)
                .visit();
        events.add(new KioskEvent.HoldRefused(visit, problem));
        return events.stream();
    }

    private static Problem soldOut() {
        return Problem.of(ProblemType.SOLD_OUT, "")
                .withAlternatives(List.of(other("res_double", 1), other("res_suite", 0), other("res_family", 0)));
    }

    private static Alternative other(String id, int days) {
        return new Alternative(
                new ResourceId(id),
                "",
                Samples.TODAY.plusDays(days).toString(),
                Samples.TODAY.plusDays(days + 1).toString(),
                new BigDecimal("1124.00"),
                CurrencyUnit.EUR);
    }

    private void paying() {
        var refused = Problem.of(ProblemType.SOLD_OUT, "");
        add("paying", kept(new KioskEvent.PaymentBegan(SALE)));
        add("stopping", kept(new KioskEvent.PaymentBegan(SALE), new KioskEvent.Cancel()));
        add("money-open", paid(new SaleOutcome.Open(Sale.State.PAYING)));
        for (var reason : SaleOutcome.NotPaid.Reason.values()) {
            add("not-paid-" + name(reason), paid(new SaleOutcome.NotPaid(reason)));
        }
        for (var money : SaleOutcome.Money.values()) {
            add("not-booked-" + name(money), paid(new SaleOutcome.Refused(refused, money)));
        }
        add("ticket", paid(new SaleOutcome.Sold(Samples.created(), "Visa")));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void arriving() {
        Booking owing = Samples.booking(BookingStatus.CONFIRMED, Samples.TODAY, "0.00");
        Booking paid = Samples.booking(BookingStatus.CONFIRMED, Samples.TODAY, "124.00");
        Booking in = Samples.booking(BookingStatus.CHECKED_IN, Samples.TODAY, "124.00");
        add("find", Stream.of(new KioskEvent.HasBooking()));
        add("find-errors", Stream.of(new KioskEvent.HasBooking()), "confirm");
        add(
                "find-unknown",
                Stream.of(
                        new KioskEvent.HasBooking(),
                        new KioskEvent.ArrivalTyped(new ArrivalInput("2NH7EYRKW", "Müller-Lüdenscheidt"))),
                "confirm");
        add("arriving-owing", Stream.of(new KioskEvent.Scanned(owing)));
        add("arriving-paid", Stream.of(new KioskEvent.Scanned(paid)));
        add("arriving-refused", Stream.of(new KioskEvent.Scanned(paid)), "checkIn");
        add(
                "arriving-early",
                Stream.of(new KioskEvent.Scanned(
                        Samples.booking(BookingStatus.CONFIRMED, Samples.TODAY.plusDays(40), "0.00"))));
        add("arriving-is-in", Stream.of(new KioskEvent.Scanned(in)));
        add(
                "arriving-cancelled",
                Stream.of(new KioskEvent.Scanned(Samples.booking(BookingStatus.CANCELLED, Samples.TODAY, "0.00"))));
        add("balance", Stream.of(new KioskEvent.Scanned(owing), new KioskEvent.BalanceBegan(SALE)));
        add(
                "balance-open",
                Stream.of(
                        new KioskEvent.Scanned(owing),
                        new KioskEvent.BalanceBegan(SALE),
                        new KioskEvent.BalanceOpen(SALE)));
        add(
                "balance-declined",
                Stream.of(
                        new KioskEvent.Scanned(owing),
                        new KioskEvent.BalanceBegan(SALE),
                        new KioskEvent.BalanceEnded(
                                SALE, owing, new SaleOutcome.NotPaid(SaleOutcome.NotPaid.Reason.DECLINED))));
        add(
                "balance-paid",
                Stream.of(
                        new KioskEvent.Scanned(owing),
                        new KioskEvent.BalanceBegan(SALE),
                        new KioskEvent.BalanceEnded(SALE, paid, settled())));
        add("checked-in", Stream.of(new KioskEvent.Scanned(paid), new KioskEvent.CameIn(in)));
        add("checked-in-no-unit", Stream.of(new KioskEvent.Scanned(paid), new KioskEvent.CameIn(paid)));
    }

    private static SaleOutcome settled() {
        return new SaleOutcome.Settled(
                new Payment(
                        new PaymentId("pay_1"),
                        new BookingId("bkg_1"),
                        Payment.Method.CARD,
                        Payment.State.CAPTURED,
                        new BigDecimal("124.00"),
                        BigDecimal.ZERO,
                        CurrencyUnit.EUR,
                        Instant.EPOCH),
                "Visa");
    }

    private void trouble() {
        add("server-gone", begun(new KioskEvent.Silent()));
        add("broken", begun(new KioskEvent.Broke()));
        add("still-there", roomTaken(new KioskEvent.Typed(LONG), new KioskEvent.IdledFor(Duration.ofSeconds(46))));
        add("staff", Stream.of(new KioskEvent.AttendantCame()));
        add("staff-wrong", Stream.of(new KioskEvent.AttendantCame()), "key-1", "confirm");
        add("staff-open", Stream.of(new KioskEvent.AttendantCame()), "key-4", "key-7", "key-1", "key-1", "confirm");
        add("set-up", Stream.of(new KioskEvent.SetUpAgain()));
        add("set-up-errors", Stream.of(new KioskEvent.SetUpAgain()), "confirm");
    }
}
