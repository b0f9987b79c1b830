package dev.keyrack.client.sync;

import dev.keyrack.client.api.StayApi;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import java.util.Objects;

/// What mutations mean for a booking.
final class MutationRule {

    private MutationRule() {}

    /// The booking as it will be.
    static Booking apply(Booking booking, Mutation mutation) {
        return switch (mutation) {
            case Mutation.CheckIn step -> {
                Booking arrived = booking.withStatus(BookingStatus.CHECKED_IN);
                yield step.unitId() == null || step.unitId().equals(booking.unitId())
                        ? arrived
                        : arrived.inUnit(step.unitId(), step.unitName());
            }
            case Mutation.CheckOut _ -> booking.withStatus(BookingStatus.COMPLETED);
            case Mutation.MarkNoShow _ -> booking.withStatus(BookingStatus.NO_SHOW);
            case Mutation.UndoStep(var _, StayApi.Step step) ->
                booking.withStatus(step == StayApi.Step.CHECK_OUT ? BookingStatus.CHECKED_IN : BookingStatus.CONFIRMED);
            case Mutation.SetNotes step -> booking.withNotes(step.notes());
            case Mutation.SetGuest step -> booking.withGuest(step.details());
            case Mutation.MoveUnit step -> booking.inUnit(step.unitId(), step.unitName());
        };
    }

    /// Whether the booking is already as the mutation wants it, whoever made it so.
    static boolean isDone(Booking booking, Mutation mutation) {
        return switch (mutation) {
            case Mutation.CheckIn step ->
                booking.status() == BookingStatus.CHECKED_IN
                        && (step.unitId() == null || step.unitId().equals(booking.unitId()));
            case Mutation.CheckOut _ -> booking.status() == BookingStatus.COMPLETED;
            case Mutation.MarkNoShow _ -> booking.status() == BookingStatus.NO_SHOW;
            case Mutation.UndoStep(var _, StayApi.Step step) ->
                booking.status()
                        == (step == StayApi.Step.CHECK_OUT ? BookingStatus.CHECKED_IN : BookingStatus.CONFIRMED);
            case Mutation.SetNotes step -> step.notes().equals(booking.notes());
            case Mutation.SetGuest step -> step.details().equals(booking.userDetails());
            case Mutation.MoveUnit step ->
                Objects.equals(step.unitId(), booking.unitId())
                        && booking.units().isEmpty();
        };
    }

    /// Whether somebody else changed the very thing meanwhile, so that a person has to choose.
    static boolean collides(Booking booking, Mutation mutation) {
        return switch (mutation) {
            case Mutation.SetNotes step -> !Objects.equals(step.before(), booking.notes());
            case Mutation.SetGuest step -> !step.before().equals(booking.userDetails());
            case Mutation.MoveUnit step -> !Objects.equals(step.before(), booking.unitId());
            case Mutation.CheckIn _, Mutation.CheckOut _, Mutation.MarkNoShow _, Mutation.UndoStep _ -> false;
        };
    }
}
