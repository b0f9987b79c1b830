package dev.keyrack.server.operation;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Decides which stays of a history were the same guest's. The file names nobody, but tells how often a guest had come
/// before: such a stay goes to somebody of the same hotel and country who had left by then, and of these to the one
/// with as many stays.
final class ReturningGuestsRule {

    private final Map<House, TreeMap<Integer, Deque<Guest>>> known = new HashMap<>();

    private ReturningGuestsRule() {}

    private record House(String hotel, String country) {}

    private record Guest(int number, LocalDate left) {}

    /// The number of the guest for the line of each row. Who is new gets the number of the line; the same rows give the
    /// same guests, in whatever order they come.
    static Map<Integer, Integer> assign(List<HotelRow> rows) {
        ReturningGuestsRule rule = new ReturningGuestsRule();
        Map<Integer, Integer> guests = new HashMap<>();
        rows.stream()
                .sorted(Comparator.comparing(HotelRow::arrival).thenComparingInt(HotelRow::line))
                .forEach(row -> guests.put(row.line(), rule.guest(row)));
        return guests;
    }

    private int guest(HotelRow row) {
        TreeMap<Integer, Deque<Guest>> byStays =
                known.computeIfAbsent(new House(row.hotel(), row.country()), _ -> new TreeMap<>());
        int before = row.party().staysBefore();
        Optional<Deque<Guest>> same = byStays.headMap(before, true).descendingMap().values().stream()
                .filter(guests -> hasLeft(guests, row.arrival()))
                .findFirst();
        boolean stays = !row.isCancelled() && !row.isNoShow();
        int number = same.map(guests -> (stays ? guests.remove() : guests.element()).number())
                .orElse(row.line());
        if (stays) {
            byStays.computeIfAbsent(before + 1, _ -> new ArrayDeque<>())
                    .add(new Guest(number, row.arrival().plusDays(row.nights())));
        }
        return number;
    }

    private static boolean hasLeft(Deque<Guest> guests, LocalDate arrival) {
        Guest first = guests.peek();
        return first != null && !first.left().isAfter(arrival);
    }
}
