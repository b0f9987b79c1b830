package dev.keyrack.kiosk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.value.HoldId;
import dev.keyrack.kiosk.Samples;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class JourneyTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOON.instant());
    private final List<HoldId> released = new ArrayList<>();
    private final Journey journey = new Journey(new MovingClock(), released::add);

    private final class MovingClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Objects.requireNonNull(now.get());
        }
    }

    private void toKept() {
        List.of(Samples.toReview()).forEach(journey::tell);
        journey.tell(new KioskEvent.Held(journey.require(KioskStep.Review.class).visit(), Samples.hold("hld_1")));
    }

    private void pass(int seconds) {
        now.set(Objects.requireNonNull(now.get()).plusSeconds(seconds));
        journey.tick();
    }

    @Test
    void givesTheRoomBackWhenNobodyIsThereAnyMore() {
        toKept();
        pass(46);
        assertThat(journey.step()).isInstanceOf(KioskStep.StillThere.class);
        assertThat(released).isEmpty();
        pass(15);
        assertThat(journey.step()).isEqualTo(new KioskStep.Attract());
        assertThat(released).containsExactly(new HoldId("hld_1"));
    }

    @Test
    void staysForWhoTouchesTheScreen() {
        toKept();
        pass(50);
        journey.touch();
        pass(20);
        assertThat(journey.step()).isInstanceOf(KioskStep.Review.class);
    }

    @Test
    void asksForTheRoomAgainWhenTheHoldHasEnded() {
        toKept();
        for (int i = 0; i < 20; i++) {
            journey.touch();
            pass(31);
        }
        assertThat(journey.require(KioskStep.Review.class).visit().hold()).isNull();
    }

    @Test
    void givesBackARoomThatComesForAGuestWhoHasLeft() {
        List.of(Samples.toReview()).forEach(journey::tell);
        Visit asked = journey.require(KioskStep.Review.class).visit();
        journey.tell(new KioskEvent.Cancel());
        journey.tell(new KioskEvent.Held(asked, Samples.hold("hld_2")));
        assertThat(released).containsExactly(new HoldId("hld_2"));
    }
}
