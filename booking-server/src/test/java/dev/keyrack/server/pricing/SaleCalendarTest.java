package dev.keyrack.server.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.catalog.OpeningHours;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.server.rig.ResourceBuilder;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SaleCalendarTest {

    private static final Instant NOON = Instant.parse("2027-06-02T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 2);

    private static Optional<ProblemType> refusal(ResourceBuilder resource, Period period) {
        return refusal(resource, period, NOON);
    }

    private static Optional<ProblemType> refusal(ResourceBuilder resource, Period period, Instant now) {
        return SaleRule.refusal(resource.build(), period, 1, 1, now).map(Problem::type);
    }

    private static StayRange stay(int fromToday, int nights) {
        return new StayRange(TODAY.plusDays(fromToday), TODAY.plusDays(fromToday + nights));
    }

    private static Period time(String start, String end) {
        return Period.parse(start, end);
    }

    private static StayRule length(@Nullable Integer minimum, @Nullable Integer maximum) {
        return new StayRule(TODAY, TODAY, Set.of(), minimum, maximum, false, false, false, null, null);
    }

    private static StayRule noArrival(LocalDate date) {
        return new StayRule(date, date, Set.of(), null, null, true, false, false, null, null);
    }

    private static StayRule noDeparture(LocalDate date) {
        return new StayRule(date, date, Set.of(), null, null, false, true, false, null, null);
    }

    private static StayRule closure(LocalDate date) {
        return new StayRule(date, date, Set.of(), null, null, false, false, true, null, "painters");
    }

    @Test
    void sellsAnOrdinaryStay() {
        assertThat(refusal(ResourceBuilder.aRoom(), stay(0, 3))).isEmpty();
    }

    @Test
    void refusesAPeriodOfAnotherGrain() {
        Period halfHour = time("2027-06-03T09:00:00Z", "2027-06-03T09:30:00Z");

        assertThat(refusal(ResourceBuilder.aRoom(), halfHour)).contains(ProblemType.OFF_STEP);
        assertThat(refusal(ResourceBuilder.anAppointment(), stay(1, 1))).contains(ProblemType.OFF_STEP);
        assertThat(refusal(ResourceBuilder.anEvent(), stay(1, 1))).contains(ProblemType.OFF_STEP);
    }

    @Test
    void refusesWhatIsNotOnSale() {
        assertThat(refusal(ResourceBuilder.aRoom().closed(), stay(1, 1))).contains(ProblemType.CLOSED);
    }

    @Test
    void sellsTonightUntilTheLocalDayIsOver() {
        var newYork = ResourceBuilder.aRoom().in("America/New_York");
        Instant lateEvening = Instant.parse("2027-06-03T03:59:00Z");

        assertThat(refusal(newYork, stay(0, 1), lateEvening)).isEmpty();
        assertThat(refusal(newYork, stay(0, 1), lateEvening.plusSeconds(60))).contains(ProblemType.PAST_DATE);
    }

    @Test
    void countsLeadTimeToTheLocalCheckInTime() {
        // check-in at 15:00 in Lisbon is 14:00 UTC in June: two hours after noon UTC
        assertThat(refusal(ResourceBuilder.aRoom().leadTime(120), stay(0, 1))).isEmpty();
        assertThat(refusal(ResourceBuilder.aRoom().leadTime(121), stay(0, 1))).contains(ProblemType.LEAD_TIME);
    }

    @Test
    void countsLeadTimeOverAClockChange() {
        // clocks went forward in Lisbon at 01:00 UTC on 28 March 2027, in New York at 07:00 UTC on the 14th
        var lisbon = ResourceBuilder.aRoom().leadTime(24 * 60);
        var night = new StayRange(LocalDate.of(2027, 3, 28), LocalDate.of(2027, 3, 29));
        assertThat(refusal(lisbon, night, Instant.parse("2027-03-27T14:00:00Z")))
                .isEmpty();
        assertThat(refusal(lisbon, night, Instant.parse("2027-03-27T14:00:01Z")))
                .contains(ProblemType.LEAD_TIME);

        var newYork = ResourceBuilder.aRoom().in("America/New_York").leadTime(24 * 60);
        var other = new StayRange(LocalDate.of(2027, 3, 14), LocalDate.of(2027, 3, 15));
        assertThat(refusal(newYork, other, Instant.parse("2027-03-13T19:00:00Z")))
                .isEmpty();
        assertThat(refusal(newYork, other, Instant.parse("2027-03-13T19:00:01Z")))
                .contains(ProblemType.LEAD_TIME);
    }

    @Test
    void refusesWhatLiesBeyondTheBookingWindow() {
        assertThat(refusal(ResourceBuilder.aRoom().window(10), stay(10, 5))).isEmpty();
        assertThat(refusal(ResourceBuilder.aRoom().window(10), stay(11, 1))).contains(ProblemType.BOOKING_WINDOW);
    }

    @Test
    void refusesAStayThatTouchesAClosedNight() {
        var resource = ResourceBuilder.aRoom().rules(closure(TODAY.plusDays(2)));

        assertThat(refusal(resource, stay(0, 3))).contains(ProblemType.CLOSED);
        assertThat(refusal(resource, stay(0, 2))).isEmpty();
        assertThat(refusal(resource, stay(3, 1))).isEmpty();
    }

    @Test
    void asksTheDateOfArrivalForTheLengthOfStay() {
        var resource = ResourceBuilder.aRoom().rules(length(2, 4));

        assertThat(refusal(resource, stay(0, 1))).contains(ProblemType.MINIMUM_STAY);
        assertThat(refusal(resource, stay(0, 2))).isEmpty();
        assertThat(refusal(resource, stay(0, 4))).isEmpty();
        assertThat(refusal(resource, stay(0, 5))).contains(ProblemType.MAXIMUM_STAY);
        assertThat(refusal(resource, stay(1, 1))).isEmpty();
    }

    @Test
    void refusesArrivalOnlyWhereItIsClosedToArrival() {
        var resource = ResourceBuilder.aRoom().rules(noArrival(TODAY.plusDays(1)));

        assertThat(refusal(resource, stay(1, 2))).contains(ProblemType.CLOSED_TO_ARRIVAL);
        assertThat(refusal(resource, stay(0, 3))).isEmpty();
        assertThat(refusal(resource, stay(0, 1))).isEmpty();
    }

    @Test
    void refusesDepartureOnlyWhereItIsClosedToDeparture() {
        var resource = ResourceBuilder.aRoom().rules(noDeparture(TODAY.plusDays(2)));

        assertThat(refusal(resource, stay(0, 2))).contains(ProblemType.CLOSED_TO_DEPARTURE);
        assertThat(refusal(resource, stay(0, 3))).isEmpty();
        assertThat(refusal(resource, stay(2, 1))).isEmpty();
    }

    @Test
    void keepsNineOClockAtNineOverAClockChange() {
        // Lisbon is at UTC on Saturday and an hour ahead of it on Sunday
        assertThat(refusal(
                        ResourceBuilder.anAppointment(),
                        time("2027-03-27T09:00:00Z", "2027-03-27T09:30:00Z"),
                        winter()))
                .isEmpty();
        assertThat(refusal(
                        ResourceBuilder.anAppointment(),
                        time("2027-03-28T08:00:00Z", "2027-03-28T08:30:00Z"),
                        winter()))
                .isEmpty();
        assertThat(refusal(
                        ResourceBuilder.anAppointment(),
                        time("2027-03-27T08:00:00Z", "2027-03-27T08:30:00Z"),
                        winter()))
                .contains(ProblemType.CLOSED);
        assertThat(refusal(
                        ResourceBuilder.anAppointment(),
                        time("2027-03-28T16:00:00Z", "2027-03-28T16:30:00Z"),
                        winter()))
                .contains(ProblemType.CLOSED);
    }

    @Test
    void keepsNineOClockAtNineWhereClocksGoBack() {
        var newYork = ResourceBuilder.anAppointment().in("America/New_York");

        assertThat(refusal(newYork, time("2027-11-06T13:00:00Z", "2027-11-06T13:30:00Z")))
                .isEmpty();
        assertThat(refusal(newYork, time("2027-11-07T14:00:00Z", "2027-11-07T14:30:00Z")))
                .isEmpty();
        assertThat(refusal(newYork, time("2027-11-07T13:00:00Z", "2027-11-07T13:30:00Z")))
                .contains(ProblemType.CLOSED);
    }

    private static Instant winter() {
        return Instant.parse("2027-03-01T12:00:00Z");
    }

    @Test
    void countsStepsFromTheOpeningTime() {
        var resource = ResourceBuilder.anAppointment();

        assertThat(refusal(resource, time("2027-06-03T08:30:00Z", "2027-06-03T09:30:00Z")))
                .isEmpty();
        assertThat(refusal(resource, time("2027-06-03T08:15:00Z", "2027-06-03T08:45:00Z")))
                .contains(ProblemType.OFF_STEP);
        assertThat(refusal(resource, time("2027-06-03T08:30:00Z", "2027-06-03T08:45:00Z")))
                .contains(ProblemType.OFF_STEP);
        assertThat(refusal(resource, time("2027-06-03T08:30:01Z", "2027-06-03T09:00:01Z")))
                .contains(ProblemType.OFF_STEP);
    }

    @Test
    void refusesTimesOutsideOpeningHours() {
        var mornings = ResourceBuilder.anAppointment()
                .open(new OpeningHours(DayOfWeek.THURSDAY, LocalTime.of(9, 0), LocalTime.of(12, 0)));

        assertThat(refusal(mornings, time("2027-06-03T10:30:00Z", "2027-06-03T11:00:00Z")))
                .isEmpty();
        assertThat(refusal(mornings, time("2027-06-03T10:30:00Z", "2027-06-03T11:30:00Z")))
                .contains(ProblemType.CLOSED);
        assertThat(refusal(mornings, time("2027-06-04T09:00:00Z", "2027-06-04T09:30:00Z")))
                .contains(ProblemType.CLOSED);
    }

    @Test
    void refusesAnAppointmentThatHasBegun() {
        Period nine = time("2027-06-03T08:00:00Z", "2027-06-03T08:30:00Z");

        assertThat(refusal(ResourceBuilder.anAppointment(), nine, Instant.parse("2027-06-03T08:00:00Z")))
                .isEmpty();
        assertThat(refusal(ResourceBuilder.anAppointment(), nine, Instant.parse("2027-06-03T08:00:01Z")))
                .contains(ProblemType.PAST_DATE);
    }

    @Test
    void refusesAPerformanceThatHasBegunOrIsClosed() {
        Period evening = time("2027-06-03T19:07:00Z", "2027-06-03T21:00:00Z");

        assertThat(refusal(ResourceBuilder.anEvent(), evening)).isEmpty();
        assertThat(refusal(ResourceBuilder.anEvent(), evening, Instant.parse("2027-06-03T19:08:00Z")))
                .contains(ProblemType.PAST_DATE);
        assertThat(refusal(ResourceBuilder.anEvent().rules(closure(TODAY.plusDays(1))), evening))
                .contains(ProblemType.CLOSED);
    }
}
