package dev.keyrack.client.sync;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.keyrack.client.api.StayApi;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.UnitId;
import org.jspecify.annotations.Nullable;

/// Something that was done here to a booking. It carries what it found where another could have changed the same, so
/// that it can be put upon a newer state or before a person.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Mutation.CheckIn.class, name = "check_in"),
    @JsonSubTypes.Type(value = Mutation.CheckOut.class, name = "check_out"),
    @JsonSubTypes.Type(value = Mutation.MarkNoShow.class, name = "no_show"),
    @JsonSubTypes.Type(value = Mutation.UndoStep.class, name = "undo_step"),
    @JsonSubTypes.Type(value = Mutation.SetNotes.class, name = "set_notes"),
    @JsonSubTypes.Type(value = Mutation.SetGuest.class, name = "set_guest"),
    @JsonSubTypes.Type(value = Mutation.MoveUnit.class, name = "move_unit")
})
public sealed interface Mutation {

    BookingId bookingId();

    /// @param unitId null for the unit that the booking has, or any free one
    record CheckIn(
            BookingId bookingId,
            @Nullable UnitId unitId,
            @Nullable String unitName) implements Mutation {}

    record CheckOut(BookingId bookingId) implements Mutation {}

    record MarkNoShow(BookingId bookingId) implements Mutation {}

    /// Takes a step back.
    record UndoStep(BookingId bookingId, StayApi.Step step) implements Mutation {}

    /// @param before what stood there
    record SetNotes(BookingId bookingId, @Nullable String before, String notes) implements Mutation {}

    /// @param before what stood there
    record SetGuest(BookingId bookingId, UserDetails before, UserDetails details) implements Mutation {}

    /// Gives the stay another unit of the same resource, whole.
    ///
    /// @param before the unit that it had; null if it had none
    /// @param unitId null to give the unit back
    record MoveUnit(
            BookingId bookingId,
            @Nullable UnitId before,
            @Nullable UnitId unitId,
            @Nullable String unitName) implements Mutation {}
}
