package dev.keyrack.desktop.plan;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.ChangeBooking;
import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.desktop.change.StayChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What it means to let a stay go somewhere on the board.
public final class DropRule {

    /// What would come of it.
    public sealed interface Drop {

        /// It is where it was.
        record Nothing() implements Drop {}

        /// It cannot be there.
        record Refused(Reason reason) implements Drop {}

        record Change(StayChange change) implements Drop {}
    }

    /// Why a stay cannot be somewhere.
    public enum Reason {
        STATUS,
        /// The guest is in the house already.
        ARRIVED,
        NO_UNIT,
        CLOSED,
        OCCUPIED,
        /// A booking of several units has no bar of its own to move.
        SEVERAL,
        /// A stay in several units is changed at its ends or part by part.
        PARTS
    }

    private final Plan plan;
    private final Draft draft;
    private final Bar bar;
    private final Booking booking;

    private DropRule(Plan plan, Draft draft) {
        this.plan = plan;
        this.draft = draft;
        this.bar = draft.bar();
        this.booking = bar.stay().booking();
    }

    public static Drop drop(Plan plan, Draft draft) {
        return draft.changesNothing() ? new Drop.Nothing() : new DropRule(plan, draft).decide();
    }

    private Drop decide() {
        BookingStatus status = booking.status();
        if (status != BookingStatus.CONFIRMED && status != BookingStatus.CHECKED_IN) {
            return refused(Reason.STATUS);
        }
        if (status == BookingStatus.CHECKED_IN && draft.from() != bar.start() && draft.kind() != Draft.Kind.SPLIT) {
            return refused(Reason.ARRIVED);
        }
        if (draft.row() == bar.row() && bar.unit() == null) {
            return draft.kind() == Draft.Kind.SPLIT ? refused(Reason.NO_UNIT) : rebook(onDates(), "");
        }
        if (booking.quantity().count() > 1) {
            return refused(Reason.SEVERAL);
        }
        if (!plan.hasRow(draft.row()) || plan.row(draft.row()).unit() == null) {
            return refused(Reason.NO_UNIT);
        }
        if (plan.row(draft.row()).kind() == PlanRow.Kind.CLOSED_UNIT && draft.row() != bar.row()) {
            return refused(Reason.CLOSED);
        }
        return toUnit(plan.row(draft.row()));
    }

    private Drop toUnit(PlanRow row) {
        boolean sameResource = row.resource().equals(booking.resourceId());
        List<Bar> inTheWay = plan.listBetween(draft.row(), draft.from(), draft.to())
                .filter(other -> !other.stay().id().equals(booking.bookingId()))
                .toList();
        boolean splits = draft.kind() == Draft.Kind.SPLIT;
        if (!inTheWay.isEmpty()) {
            boolean swaps = inTheWay.size() == 1
                    && sameResource
                    && !splits
                    && !draft.changesDates()
                    && bar.isWhole()
                    && bar.unit() != null
                    && inTheWay.getFirst().isWhole();
            return swaps ? swap(inTheWay.getFirst()) : refused(Reason.OCCUPIED);
        }
        if (splits || !bar.isWhole()) {
            return sameResource ? inParts(row) : refused(Reason.PARTS);
        }
        UnitId unit = Objects.requireNonNull(row.unit());
        if (sameResource && !draft.changesDates()) {
            return new Drop.Change(new StayChange.Move(booking, unit, row.title()));
        }
        ChangeBooking wanted = draft.changesDates() ? onDates() : ChangeBooking.NOTHING;
        return rebook((sameResource ? wanted : wanted.ofResource(row.resource())).inUnit(unit), row.title());
    }

    private Drop swap(Bar other) {
        BookingStatus status = other.stay().status();
        boolean stands = status == BookingStatus.CONFIRMED || status == BookingStatus.CHECKED_IN;
        boolean fits = plan.listBetween(bar.row(), other.start(), other.end())
                .allMatch(each -> each.stay().id().equals(booking.bookingId()));
        return stands && fits
                ? new Drop.Change(new StayChange.Swap(booking, other.stay().booking()))
                : refused(Reason.OCCUPIED);
    }

    private ChangeBooking onDates() {
        return ChangeBooking.NOTHING.onDates(text(draft.from()), text(draft.to()));
    }

    /// The parts of the stay with this one in its new place; neighbours in one unit become one.
    private Drop inParts(PlanRow row) {
        if (draft.kind() == Draft.Kind.MOVE && draft.changesDates()) {
            return refused(Reason.PARTS);
        }
        if (bar.unit() == null) {
            return refused(Reason.NO_UNIT);
        }
        UnitId unit = Objects.requireNonNull(row.unit());
        List<UnitNights> parts = new ArrayList<>();
        for (UnitNights part : present()) {
            if (Stay.dayOf(part.startDate()) != bar.start()) {
                parts.add(part);
            } else if (draft.kind() == Draft.Kind.SPLIT) {
                parts.add(part(part.unitId(), part.unitName(), bar.start(), draft.from()));
                parts.add(part(unit, row.title(), draft.from(), bar.end()));
            } else {
                parts.add(part(unit, row.title(), draft.from(), draft.to()));
            }
        }
        if (!meet(parts)) {
            return refused(Reason.PARTS);
        }
        List<UnitNights> whole = join(parts);
        ChangeBooking wanted = draft.changesDates()
                ? ChangeBooking.NOTHING.onDates(
                        whole.getFirst().startDate(), whole.getLast().endDate())
                : ChangeBooking.NOTHING;
        String place = whole.stream().map(UnitNights::unitName).collect(Collectors.joining(" › "));
        return rebook(
                whole.size() == 1
                        ? wanted.inUnit(whole.getFirst().unitId())
                        : wanted.inUnits(
                                whole.stream().map(DropRule::withoutName).toList()),
                place);
    }

    private static UnitNights withoutName(UnitNights part) {
        return new UnitNights(part.unitId(), null, part.startDate(), part.endDate());
    }

    private List<UnitNights> present() {
        return booking.units().isEmpty()
                ? List.of(part(Objects.requireNonNull(bar.unit()), booking.unitName(), bar.start(), bar.end()))
                : booking.units();
    }

    private static boolean meet(List<UnitNights> parts) {
        for (int i = 1; i < parts.size(); i++) {
            if (!parts.get(i - 1).endDate().equals(parts.get(i).startDate())) {
                return false;
            }
        }
        return true;
    }

    private static List<UnitNights> join(List<UnitNights> parts) {
        List<UnitNights> joined = new ArrayList<>();
        for (UnitNights part : parts) {
            if (!joined.isEmpty() && joined.getLast().unitId().equals(part.unitId())) {
                UnitNights last = joined.removeLast();
                joined.add(new UnitNights(last.unitId(), last.unitName(), last.startDate(), part.endDate()));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    private static UnitNights part(UnitId unit, @Nullable String name, int from, int to) {
        return new UnitNights(unit, name, text(from), text(to));
    }

    private Drop rebook(ChangeBooking wanted, String place) {
        return new Drop.Change(new StayChange.Rebook(booking, wanted, place));
    }

    private static Drop refused(Reason reason) {
        return new Drop.Refused(reason);
    }

    private static String text(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
