package dev.keyrack.kiosk.flow;

import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.value.HoldId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The guest's way as it goes on: one step at a time, with the clock that ends a visit nobody goes on with. What is
/// kept for a guest who leaves is given back.
public final class Journey {

    private final Clock clock;
    private final Consumer<HoldId> release;
    private final ReadOnlyObjectWrapper<KioskStep> step = new ReadOnlyObjectWrapper<>(new KioskStep.Attract());
    private Instant touched;

    /// @param release gives a hold back
    public Journey(Clock clock, Consumer<HoldId> release) {
        this.clock = clock;
        this.release = release;
        touched = clock.instant();
    }

    public ReadOnlyObjectProperty<KioskStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public KioskStep step() {
        return step.get();
    }

    /// The present step if it is of this kind, also behind the question whether the guest is still there.
    public <S extends KioskStep> Optional<S> find(Class<S> kind) {
        KioskStep present = step.get() instanceof KioskStep.StillThere(KioskStep before) ? before : step.get();
        return kind.isInstance(present) ? Optional.of(kind.cast(present)) : Optional.empty();
    }

    /// @throws IllegalStateException if the guest stands elsewhere
    public <S extends KioskStep> S require(Class<S> kind) {
        return find(kind).orElseThrow(() -> new IllegalStateException("expected to be at " + kind.getSimpleName()));
    }

    /// Nobody answered somebody who stood at this step; of no account to a guest who has gone on meanwhile.
    public void silent(Class<? extends KioskStep> asking) {
        find(asking).ifPresent(_ -> tell(new KioskEvent.Silent()));
    }

    public void tell(KioskEvent event) {
        KioskStep before = step.get();
        KioskStep after = KioskFlow.next(before, event);
        Optional<Hold> kept = holdOf(after);
        Optional<Hold> loose = event instanceof KioskEvent.Held held ? Optional.of(held.hold()) : holdOf(before);
        if (KioskFlow.isPaying(before) && !(event instanceof KioskEvent.Held)) {
            loose = Optional.empty();
        }
        step.set(after);
        loose.filter(hold -> kept.stream().noneMatch(each -> each.holdId().equals(hold.holdId())))
                .ifPresent(hold -> release.accept(hold.holdId()));
    }

    private static Optional<Hold> holdOf(KioskStep step) {
        return switch (step) {
            case KioskStep.Selling selling ->
                Optional.ofNullable(selling.visit().hold());
            case KioskStep.StillThere(KioskStep before) -> holdOf(before);
            case KioskStep.ServerGone(KioskStep before) -> holdOf(before);
            default -> Optional.empty();
        };
    }

    /// Somebody touched the screen or pressed a key.
    public void touch() {
        touched = clock.instant();
        tell(new KioskEvent.Touched());
    }

    /// For how long nobody has touched anything.
    public Duration idle() {
        return Duration.between(touched, clock.instant());
    }

    /// To be called every second.
    public void tick() {
        Instant now = clock.instant();
        tell(new KioskEvent.IdledFor(Duration.between(touched, now)));
        boolean ended = step.get() instanceof KioskStep.Review(Visit visit)
                && Optional.ofNullable(visit.hold())
                        .map(Hold::expiresAt)
                        .filter(end -> !end.isAfter(now))
                        .isPresent();
        if (ended) {
            tell(new KioskEvent.HoldEnded());
        }
    }
}
