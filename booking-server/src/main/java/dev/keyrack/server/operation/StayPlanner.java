package dev.keyrack.server.operation;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.value.ResourceId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Moves real stays to the present by whole weeks and decides, in the order in which they were booked, which of them
/// fit into the hotel. Everything stands as it was on the real day that today stands for.
final class StayPlanner {

    /// The Monday of the week in high season in which today comes to lie.
    private static final LocalDate HIGH_SEASON = LocalDate.of(2016, 8, 15);

    private static final int ROOMS_KEPT_FOR_DAYS = 14;
    private static final int ROOMS_GIVEN_AHEAD_DAYS = 7;

    private final HotelCatalog catalog;
    private final LocalDate today;
    private final long shiftDays;
    private final Map<ResourceId, TreeMap<LocalDate, Integer>> taken = new HashMap<>();

    StayPlanner(HotelCatalog catalog, LocalDate today) {
        this.catalog = catalog;
        this.today = today;
        this.shiftDays = shiftDays(today);
    }

    /// A stay as it will be written.
    ///
    /// @param bookedOn when it was booked, shifted
    /// @param statusOn when it was cancelled, shifted; of no meaning for other stays
    /// @param room the room given, or null
    record PlannedStay(
            HotelRow row,
            HotelCatalog.RoomType type,
            LocalDate arrival,
            LocalDate bookedOn,
            LocalDate statusOn,
            BookingStatus status,
            @Nullable Unit room) {

        LocalDate departure() {
            return arrival.plusDays(row.nights());
        }

        PlannedStay withRoom(Unit given) {
            return new PlannedStay(row, type, arrival, bookedOn, statusOn, status, given);
        }
    }

    /// How many days lie between the real dates and ours: whole weeks.
    static long shiftDays(LocalDate today) {
        LocalDate real = HIGH_SEASON.plusDays(today.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue());
        return ChronoUnit.DAYS.between(real, today);
    }

    /// The stays that fit, with rooms where they need one; the others go to the report.
    ///
    /// @param span only stays that touch it
    List<PlannedStay> plan(List<HotelRow> rows, HotelImport.Span span, ImportReport report) {
        List<PlannedStay> wanted = new ArrayList<>();
        for (HotelRow row : rows) {
            Optional<HotelCatalog.RoomType> type = catalog.find(row.hotel(), row.room());
            LocalDate arrival = row.arrival().plusDays(shiftDays);
            LocalDate bookedOn = arrival.minusDays(row.leadDays());
            if (type.isEmpty()) {
                report.skip(row.line(), row.hotel(), "no rooms of this type", row.room());
            } else if (!span.touches(arrival, arrival.plusDays(row.nights()))) {
                report.skip(row.line(), row.hotel(), "outside the days asked for", arrival.toString());
            } else if (bookedOn.isAfter(today)) {
                report.skip(row.line(), row.hotel(), "booked after today", bookedOn.toString());
            } else {
                LocalDate statusOn = row.statusDate().plusDays(shiftDays);
                wanted.add(new PlannedStay(
                        row, type.get(), arrival, bookedOn, statusOn, status(row, arrival, statusOn), null));
            }
        }
        wanted.sort(Comparator.comparing(PlannedStay::bookedOn)
                .thenComparingInt(stay -> stay.row().line()));
        return giveRooms(wanted.stream().filter(stay -> take(stay, report)).toList());
    }

    private BookingStatus status(HotelRow row, LocalDate arrival, LocalDate statusOn) {
        if (row.isCancelled() && !(statusOn.isAfter(today) && !arrival.isBefore(today))) {
            return BookingStatus.CANCELLED;
        }
        if (!arrival.isBefore(today)) {
            return BookingStatus.CONFIRMED;
        }
        if (row.isNoShow()) {
            return BookingStatus.NO_SHOW;
        }
        return arrival.plusDays(row.nights()).isBefore(today) ? BookingStatus.COMPLETED : BookingStatus.CHECKED_IN;
    }

    private boolean take(PlannedStay stay, ImportReport report) {
        if (stay.status() == BookingStatus.CANCELLED) {
            return true;
        }
        Map<LocalDate, Integer> nights =
                taken.computeIfAbsent(stay.type().resource().id(), absent -> new TreeMap<>());
        List<LocalDate> wanted = stay.arrival().datesUntil(stay.departure()).toList();
        for (LocalDate night : wanted) {
            if (nights.getOrDefault(night, 0) >= stay.type().capacity()) {
                report.skip(stay.row().line(), stay.row().hotel(), "sold out", "sold out on " + night);
                return false;
            }
        }
        wanted.forEach(night -> nights.merge(night, 1, Integer::sum));
        return true;
    }

    /// The rooms of a type that are taken at each night.
    Map<LocalDate, Integer> taken(ResourceId type) {
        return taken.getOrDefault(type, new TreeMap<>());
    }

    /// Gives rooms in the order of arrival, the lowest free number first; whoever has one keeps it for the whole stay.
    /// That needs no more rooms than are taken at one time.
    private List<PlannedStay> giveRooms(List<PlannedStay> stays) {
        Map<ResourceId, LocalDate[]> freeFrom = new HashMap<>();
        Map<Integer, Unit> given = new HashMap<>();
        stays.stream()
                .filter(this::needsRoom)
                .sorted(Comparator.comparing(PlannedStay::arrival)
                        .thenComparingInt(stay -> stay.row().line()))
                .forEach(stay -> {
                    List<Unit> rooms = stay.type().rooms();
                    LocalDate[] free = freeFrom.computeIfAbsent(
                            stay.type().resource().id(), absent -> new LocalDate[rooms.size()]);
                    for (int i = 0; i < free.length; i++) {
                        if (free[i] == null || !free[i].isAfter(stay.arrival())) {
                            free[i] = stay.departure();
                            given.put(stay.row().line(), rooms.get(i));
                            break;
                        }
                    }
                });
        return stays.stream()
                .map(stay -> {
                    Unit room = given.get(stay.row().line());
                    return room == null ? stay : stay.withRoom(room);
                })
                .toList();
    }

    private boolean needsRoom(PlannedStay stay) {
        return switch (stay.status()) {
            case CHECKED_IN -> true;
            case COMPLETED -> !stay.departure().isBefore(today.minusDays(ROOMS_KEPT_FOR_DAYS));
            case CONFIRMED -> !stay.arrival().isAfter(today.plusDays(ROOMS_GIVEN_AHEAD_DAYS));
            default -> false;
        };
    }
}
