package dev.keyrack.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.api.ClientJson;
import dev.keyrack.client.api.StayApi;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.UnitId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MutationRuleTest {

    private static final BookingId ID = new BookingId("bkg_1");
    private static final UnitId OTHER = new UnitId("unt_2");
    private static final UserDetails GUEST =
            Bookings.stay(BookingStatus.CONFIRMED).userDetails();

    static Stream<Mutation> all() {
        return Stream.of(
                new Mutation.CheckIn(ID, OTHER, "102"),
                new Mutation.CheckIn(ID, null, null),
                new Mutation.CheckOut(ID),
                new Mutation.MarkNoShow(ID),
                new Mutation.UndoStep(ID, StayApi.Step.CHECK_OUT),
                new Mutation.SetNotes(ID, null, "late"),
                new Mutation.SetGuest(ID, GUEST, new UserDetails("Ann", "Lee", null, null)),
                new Mutation.MoveUnit(ID, new UnitId("unt_1"), OTHER, "102"),
                new Mutation.MoveUnit(ID, new UnitId("unt_1"), null, null));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isDoneOnceItIsApplied(Mutation mutation) {
        Booking before = Bookings.stay(BookingStatus.CONFIRMED);

        assertThat(MutationRule.isDone(before, mutation)).isFalse();
        assertThat(MutationRule.collides(before, mutation)).isFalse();
        assertThat(MutationRule.isDone(MutationRule.apply(before, mutation), mutation))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isTheSameAfterAWhileOnDisk(Mutation mutation) {
        assertThat(ClientJson.read(ClientJson.write(mutation), Mutation.class)).isEqualTo(mutation);
    }

    @Test
    void collidesWithWhatSomebodyElseWroteInTheSamePlace() {
        Booking present = Bookings.stay(BookingStatus.CONFIRMED)
                .withNotes("theirs")
                .inUnit(new UnitId("unt_3"), "103")
                .withGuest(new UserDetails("Somebody", "Else", null, null));

        assertThat(all().filter(each -> MutationRule.collides(present, each)))
                .hasOnlyElementsOfTypes(Mutation.SetNotes.class, Mutation.SetGuest.class, Mutation.MoveUnit.class)
                .hasSize(4);
    }
}
