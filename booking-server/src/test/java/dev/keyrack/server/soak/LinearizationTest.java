package dev.keyrack.server.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.value.Grain;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Histories that can be, and histories that cannot.
class LinearizationTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant ENDS = NOON.plus(World.HOLD);

    private final Offer room =
            new Offer("res_room", Grain.NIGHT, "2027-01-01", 4, Duration.ZERO, 1, 1, List.of("unt_101"));
    private final Want first = room.want(0, 1, 1);
    private final World world = new World(NOON);

    LinearizationTest() {
        world.setCapacity(room.cells(), room.capacity());
    }

    /// One step that happened between two moments.
    private static Deed deed(long asked, long answered, Predicate<World> step) {
        return new Deed("client", "does", "", asked, answered, List.of(step));
    }

    private boolean canBe(Deed... deeds) {
        return Linearization.judge(world, Arrays.asList(deeds)).end().isPresent();
    }

    @Test
    void oneOfTwoGetsTheLastRoom() {
        Deed got = deed(0, 10, at -> at.hold("one", first, ENDS));
        assertThat(canBe(got, deed(0, 10, at -> at.refuseAsSoldOut(first)))).isTrue();
        assertThat(canBe(got, deed(0, 10, at -> at.hold("two", first, ENDS)))).isFalse();
        assertThat(canBe(got, deed(0, 10, at -> at.book("two", room.want(0, 2, 1)))))
                .isFalse();
        assertThat(canBe(got, deed(0, 10, at -> at.book("two", room.want(1, 2, 1)))))
                .isTrue();
    }

    @Test
    void aRoomCanBeHadAgainWhenItWasGivenBackButNoSooner() {
        Deed got = deed(0, 10, at -> at.hold("one", first, ENDS));
        Deed released = deed(20, 30, at -> at.release("one"));
        assertThat(canBe(got, released, deed(25, 40, at -> at.hold("two", first, ENDS))))
                .isTrue();
        assertThat(canBe(got, released, deed(12, 15, at -> at.hold("two", first, ENDS))))
                .isFalse();
    }

    @Test
    void aRefusalMustHaveBeenTrueOnce() {
        Deed refused = deed(20, 30, at -> at.refuseAsSoldOut(first));
        assertThat(canBe(refused)).isFalse();
        Deed declined = new Deed(
                "client",
                "books",
                "",
                0,
                25,
                List.of(at -> at.takeInVain("nobody", first), at -> at.giveBack("nobody", first)));
        assertThat(canBe(declined, refused)).isTrue();
        assertThat(canBe(declined, deed(26, 30, at -> at.refuseAsSoldOut(first))))
                .isFalse();
    }

    @Test
    void aHoldEndsOnceAndInTime() {
        Deed got = deed(0, 10, at -> at.hold("one", first, ENDS));
        Deed late = deed(20, 21, at -> at.advance(ENDS));
        Deed ended = deed(0, 50, at -> at.expire("one"));
        Deed refused = deed(40, 45, at -> at.refuseAsEnded("one"));
        assertThat(canBe(got, late, ended, refused)).isTrue();
        assertThat(canBe(got, ended)).isFalse();
        Predicate<World> confirm = at -> at.confirm("one", World.Stage.ACTIVE, "booking");
        assertThat(canBe(got, deed(15, 30, confirm), late)).isTrue();
        assertThat(canBe(got, deed(22, 30, confirm), late)).isFalse();
        assertThat(canBe(got, deed(15, 30, confirm), deed(15, 30, at -> at.release("one"))))
                .isFalse();
        assertThat(canBe(got, deed(15, 16, at -> at.refuseAsEnded("one")))).isFalse();
    }

    @Test
    void ofTwoChangesOfOneRevisionOneWins() {
        Deed booked = deed(0, 10, at -> at.book("one", first));
        Want second = room.want(1, 1, 1);
        Want third = room.want(2, 1, 1);
        Deed moved = deed(20, 30, at -> at.change("one", _ -> second, second, 1, 2));
        assertThat(canBe(booked, moved, deed(20, 30, at -> at.change("one", _ -> third, third, 2, 3))))
                .isTrue();
        assertThat(canBe(booked, moved, deed(20, 30, at -> at.change("one", _ -> third, third, 1, 2))))
                .isFalse();
    }

    @Test
    void aUnitIsPromisedOnce() {
        world.setCapacity(room.cells(), 2);
        Deed one = deed(0, 10, at -> at.book("one", first.in("unt_101")));
        assertThat(canBe(one, deed(0, 10, at -> at.book("two", first)))).isTrue();
        assertThat(canBe(one, deed(0, 10, at -> at.book("two", first.in("unt_101")))))
                .isFalse();
        assertThat(canBe(one, deed(11, 12, at -> at.refuseAsUnitTaken(first.in("unt_101")))))
                .isTrue();
    }

    @Test
    void capacityIsNotCutBelowWhatIsTaken() {
        Deed one = deed(0, 10, at -> at.book("one", first));
        assertThat(canBe(one, deed(0, 10, at -> at.setCapacity(room.cells(), 0))))
                .isFalse();
        assertThat(canBe(one, deed(11, 20, at -> at.refuseCapacity(room.cells(), 0))))
                .isTrue();
    }

    @Test
    void saysWhatCouldNotFollow() {
        Deed got = new Deed("client 1", "holds it", "", 0, 10, List.of(at -> at.hold("one", first, ENDS)));
        Deed too = new Deed("client 2", "holds it too", "", 11, 20, List.of(at -> at.hold("two", first, ENDS)));
        assertThat(Linearization.judge(world, List.of(got, too)).stuck()).isEqualTo("client 2 holds it too");
    }
}
