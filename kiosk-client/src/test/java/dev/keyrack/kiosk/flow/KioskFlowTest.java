package dev.keyrack.kiosk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.sale.Sale;
import dev.keyrack.client.sale.SaleOutcome;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.kiosk.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class KioskFlowTest {

    private static KioskStep after(Journey journey, KioskEvent... events) {
        List.of(events).forEach(journey::tell);
        return journey.step();
    }

    @Test
    void leadsFromTheFirstTouchToThePriceInFour() {
        assertThat(Samples.journey(Samples.toReview()).step()).isInstanceOf(KioskStep.Review.class);
    }

    @Test
    void losesNothingOnTheWayBackAndForthAgain() {
        Journey journey = Samples.journey(Samples.toReview());
        KioskStep back = after(journey, new KioskEvent.Back());
        assertThat(back).isInstanceOf(KioskStep.Details.class);
        KioskStep list = after(journey, new KioskEvent.Back(), new KioskEvent.Back());
        assertThat(list).isInstanceOf(KioskStep.Offers.class);
        KioskStep again = after(journey, new KioskEvent.Chosen(Samples.OFFER), new KioskEvent.RoomTaken());
        assertThat(((KioskStep.Details) again).visit().guest()).isEqualTo(Samples.ANA);
    }

    @Test
    void cancelsFromEveryStepOfChoosing() {
        assertThat(after(Samples.journey(Samples.toReview()), new KioskEvent.Cancel()))
                .isEqualTo(new KioskStep.Attract());
        assertThat(after(Samples.journey(Samples.toDetails()), new KioskEvent.Cancel()))
                .isEqualTo(new KioskStep.Attract());
    }

    static List<KioskStep> idling() {
        Visit visit = Samples.kept().require(KioskStep.Review.class).visit();
        var booking = Samples.booking(BookingStatus.CONFIRMED, Samples.TODAY, "0.00");
        Problem problem = Problem.of(ProblemType.SOLD_OUT, "");
        return List.of(
                new KioskStep.Offers(visit),
                new KioskStep.ChoosingDates(visit),
                new KioskStep.Room(visit),
                new KioskStep.Details(visit),
                new KioskStep.Review(visit),
                new KioskStep.SoldOut(visit, problem),
                new KioskStep.NotPaid(visit, SaleOutcome.NotPaid.Reason.DECLINED),
                new KioskStep.NotBooked(visit, problem, SaleOutcome.Money.GIVEN_BACK),
                new KioskStep.Ticket(Samples.created(), visit),
                new KioskStep.FindingBooking(new ArrivalInput("KR2", "Sil")),
                new KioskStep.Arriving(booking, null),
                new KioskStep.CheckedIn(booking),
                new KioskStep.ServerGone(new KioskStep.Details(visit)),
                new KioskStep.Leaving(),
                new KioskStep.Broken());
    }

    @ParameterizedTest
    @MethodSource("idling")
    void asksAfterFortyFiveSecondsAndForgetsAfterSixty(KioskStep step) {
        KioskStep asked = KioskFlow.next(step, new KioskEvent.IdledFor(Duration.ofSeconds(45)));
        assertThat(KioskFlow.next(step, new KioskEvent.IdledFor(Duration.ofSeconds(44))))
                .isEqualTo(step);
        assertThat(asked).isEqualTo(new KioskStep.StillThere(step));
        assertThat(KioskFlow.next(asked, new KioskEvent.Touched())).isEqualTo(step);
        assertThat(KioskFlow.next(asked, new KioskEvent.IdledFor(Duration.ofSeconds(60))))
                .isEqualTo(new KioskStep.Attract());
    }

    static List<KioskStep> paying() {
        Visit visit = Samples.kept().require(KioskStep.Review.class).visit();
        var booking = Samples.booking(BookingStatus.CONFIRMED, Samples.TODAY, "0.00");
        return List.of(
                new KioskStep.Paying(visit, "sale-1", false),
                new KioskStep.Paying(visit, "sale-1", true),
                new KioskStep.MoneyOpen(visit, "sale-1"),
                new KioskStep.PayingBalance(booking, "sale-1", true));
    }

    @ParameterizedTest
    @MethodSource("paying")
    void neverLeavesWhileMoneyMayBeMoving(KioskStep step) {
        for (KioskEvent event : List.of(
                new KioskEvent.IdledFor(Duration.ofHours(1)),
                new KioskEvent.Back(),
                new KioskEvent.Silent(),
                new KioskEvent.Broke(),
                new KioskEvent.AttendantCame(),
                new KioskEvent.HoldEnded(),
                new KioskEvent.Scanned(Samples.booking(BookingStatus.CONFIRMED, Samples.TODAY, "0.00")))) {
            assertThat(KioskFlow.next(step, event)).as(event.toString()).isEqualTo(step);
        }
        assertThat(KioskFlow.isPaying(KioskFlow.next(step, new KioskEvent.Cancel())))
                .isTrue();
    }

    @Test
    void tellsTheOutcomeToWhoPaidAndToNobodyElse() {
        SaleOutcome sold = new SaleOutcome.Sold(Samples.created(), "Visa");
        assertThat(after(Samples.paying(), new KioskEvent.SaleEnded("sale-1", sold)))
                .isInstanceOf(KioskStep.Ticket.class);
        assertThat(after(Samples.paying(), new KioskEvent.SaleEnded("sale-2", sold)))
                .isInstanceOf(KioskStep.Paying.class);
    }

    @Test
    void waitsForAnUnknownPaymentAndThenShowsTheTicket() {
        Journey journey = Samples.paying();
        assertThat(after(journey, new KioskEvent.SaleEnded("sale-1", new SaleOutcome.Open(Sale.State.PAYING))))
                .isInstanceOf(KioskStep.MoneyOpen.class);
        assertThat(after(journey, new KioskEvent.SaleEnded("sale-1", new SaleOutcome.Sold(Samples.created(), null))))
                .isInstanceOf(KioskStep.Ticket.class);
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheRoomAfterACardThatWasNotTaken(SaleOutcome.NotPaid.Reason reason) {
        KioskStep step = after(
                Samples.paying(),
                new KioskEvent.SaleEnded("sale-1", new SaleOutcome.NotPaid(reason)),
                new KioskEvent.TryAgain());
        assertThat(((KioskStep.Review) step).visit().hold()).isEqualTo(Samples.hold("hld_1"));
    }

    @Test
    void keepsTheGuestsInputWhenTheServerIsGone() {
        Journey journey = Samples.journey(Samples.toReview());
        KioskStep before = journey.step();
        assertThat(after(journey, new KioskEvent.Silent())).isEqualTo(new KioskStep.ServerGone(before));
        assertThat(after(journey, new KioskEvent.TryAgain())).isEqualTo(before);
    }

    @Test
    void goesOnWithAnAlternativeAndTheSameGuest() {
        Journey journey = Samples.journey(Samples.toReview());
        Visit asked = journey.require(KioskStep.Review.class).visit();
        KioskStep gone = after(journey, new KioskEvent.HoldRefused(asked, Problem.of(ProblemType.SOLD_OUT, "")));
        assertThat(gone).isInstanceOf(KioskStep.SoldOut.class);
        StayRange later = new StayRange(Samples.TODAY.plusDays(1), Samples.TODAY.plusDays(2));
        KioskStep.Review review =
                (KioskStep.Review) after(journey, new KioskEvent.AlternativeTaken(later, Samples.OFFER));
        assertThat(review.visit().dates()).isEqualTo(later);
        assertThat(review.visit().guest()).isEqualTo(Samples.ANA);
    }

    @Test
    void ignoresAnAnswerThatComesTooLate() {
        Visit asked = Samples.journey(Samples.toReview())
                .require(KioskStep.Review.class)
                .visit();
        Journey next = Samples.journey(new KioskEvent.Begin(Samples.TODAY));
        KioskStep before = next.step();
        assertThat(after(next, new KioskEvent.Held(asked, Samples.hold("hld_9"))))
                .isEqualTo(before);
    }
}
