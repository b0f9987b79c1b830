package dev.keyrack.desktop.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// All lines of the board and their bars between two days. Bars are found by line and day without looking at others.
public final class Plan {

    public static final Plan EMPTY = new Plan(0, 0, List.of(), List.of());

    private final int from;
    private final int to;
    private final List<PlanRow> rows;
    private final Line[] lines;

    /// @param from first day that is known, as a day of the epoch
    /// @param to day after the last that is known
    /// @param bars the bars of each row by start
    Plan(int from, int to, List<PlanRow> rows, List<List<Bar>> bars) {
        this.from = from;
        this.to = to;
        this.rows = List.copyOf(rows);
        this.lines = bars.stream().map(Line::of).toArray(Line[]::new);
    }

    /// The bars of a row by start, with the furthest end of each and all before it: few overlap, but some may.
    private record Line(List<Bar> bars, List<Integer> furthest) {

        static Line of(List<Bar> bars) {
            int[] ends = bars.stream().mapToInt(Bar::end).toArray();
            Arrays.parallelPrefix(ends, Math::max);
            return new Line(List.copyOf(bars), Arrays.stream(ends).boxed().toList());
        }

        /// Index of the first bar that can reach beyond a day.
        int firstAfter(int day) {
            int low = 0;
            int high = bars.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (furthest.get(middle) > day) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }
    }

    public boolean covers(int first, int end) {
        return first >= from && end <= to;
    }

    public List<PlanRow> rows() {
        return rows;
    }

    public PlanRow row(int index) {
        return rows.get(index);
    }

    public boolean hasRow(int index) {
        return index >= 0 && index < rows.size();
    }

    public List<Bar> barsOf(int row) {
        return lines[row].bars();
    }

    /// Where to begin in [#barsOf] to see all that reach beyond a day.
    public int firstAfter(int row, int day) {
        return lines[row].firstAfter(day);
    }

    public Stream<Bar> bars() {
        return Arrays.stream(lines).flatMap(line -> line.bars().stream());
    }

    /// The bar of a night; of several the one that is drawn last.
    public Optional<Bar> find(int row, int night) {
        return hasRow(row) ? listBetween(row, night, night + 1).reduce((_, last) -> last) : Optional.empty();
    }

    /// The bars of a row that touch the nights from `start` to `end`, `end` excluded.
    public Stream<Bar> listBetween(int row, int start, int end) {
        List<Bar> bars = barsOf(row);
        return bars.subList(firstAfter(row, start), bars.size()).stream()
                .takeWhile(bar -> bar.start() < end)
                .filter(bar -> bar.end() > start);
    }

    /// The same part of the same booking in this plan.
    public Optional<Bar> findAgain(Bar old) {
        IntFunction<Stream<Bar>> in =
                row -> listBetween(row, old.start(), old.end()).filter(old::isSameAs);
        return hasRow(old.row()) && in.apply(old.row()).findFirst().isPresent()
                ? in.apply(old.row()).findFirst()
                : bars().filter(old::isSameAs).findFirst();
    }
}
