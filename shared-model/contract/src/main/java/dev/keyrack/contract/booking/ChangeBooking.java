package dev.keyrack.contract.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes a booking; what is null stays. A new period, quantity or resource is priced anew; the difference is charged
/// or refunded.
///
/// @param resourceId another resource of the same site
/// @param startDate together with `endDate` or not at all
/// @param unitId spends the whole stay in one unit
/// @param units spends the nights in several units, one after the other: together they must be the whole stay; empty
/// gives the unit of a guest who has not come yet back. Without it, other dates keep the units as long as the first
/// night stays, and the last of them that is left is kept for
/// longer or shorter; with another first night the stay is in its first unit again
/// @param paymentDetails pays a higher price; null charges the token that paid the booking
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeBooking(
        @Nullable ResourceId resourceId,
        @Nullable String startDate,
        @Nullable String endDate,
        @Nullable Quantity quantity,
        @Nullable Integer guests,
        @Nullable UnitId unitId,
        @Nullable List<UnitNights> units,
        @Nullable UserDetails userDetails,
        @Nullable String notes,
        @Nullable PaymentDetails paymentDetails) {

    /// Changes nothing; to be built upon.
    public static final ChangeBooking NOTHING =
            new ChangeBooking(null, null, null, null, null, null, null, null, null, null);

    public ChangeBooking onDates(String start, String end) {
        return new ChangeBooking(
                resourceId, start, end, quantity, guests, unitId, units, userDetails, notes, paymentDetails);
    }

    public ChangeBooking ofResource(ResourceId resource) {
        return new ChangeBooking(
                resource, startDate, endDate, quantity, guests, unitId, units, userDetails, notes, paymentDetails);
    }

    public ChangeBooking inUnit(UnitId unit) {
        return new ChangeBooking(
                resourceId, startDate, endDate, quantity, guests, unit, null, userDetails, notes, paymentDetails);
    }

    public ChangeBooking inUnits(List<UnitNights> parts) {
        return new ChangeBooking(
                resourceId, startDate, endDate, quantity, guests, null, parts, userDetails, notes, paymentDetails);
    }

    public ChangeBooking inNoUnit() {
        return inUnits(List.of());
    }

    public ChangeBooking forPeople(int count) {
        return new ChangeBooking(
                resourceId, startDate, endDate, quantity, count, unitId, units, userDetails, notes, paymentDetails);
    }

    public ChangeBooking withGuest(UserDetails details) {
        return new ChangeBooking(
                resourceId, startDate, endDate, quantity, guests, unitId, units, details, notes, paymentDetails);
    }

    public ChangeBooking withNotes(String text) {
        return new ChangeBooking(
                resourceId, startDate, endDate, quantity, guests, unitId, units, userDetails, text, paymentDetails);
    }

    public ChangeBooking paidBy(PaymentDetails card) {
        return new ChangeBooking(
                resourceId, startDate, endDate, quantity, guests, unitId, units, userDetails, notes, card);
    }
}
