package dev.keyrack.server.soak;

import dev.keyrack.contract.value.Grain;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One resource that is sold while the server soaks.
///
/// @param opening the first grain that can be had: a date, or an instant
/// @param grains how many there are, one after the other
/// @param length how long a step is, and the buffer after it; or how far performances are apart
/// @param most the most that is wanted at a time
/// @param capacity how many there are at first, at each grain
record Offer(
        String resource,
        Grain grain,
        String opening,
        int grains,
        Duration length,
        int most,
        int capacity,
        List<String> units) {

    /// So many grains from one on.
    Want want(int first, int count, int quantity) {
        return new Want(this, start(first), start(first + count), quantity, "");
    }

    /// Where a grain starts.
    String start(int number) {
        return grain == Grain.NIGHT
                ? LocalDate.parse(opening).plusDays(number).toString()
                : Instant.parse(opening).plus(length.multipliedBy(number)).toString();
    }

    /// The grains that a period takes; an appointment takes the step after it too.
    Stream<Place> places(String start, String end) {
        return switch (grain) {
            case NIGHT ->
                LocalDate.parse(start)
                        .datesUntil(LocalDate.parse(end))
                        .map(night -> new Place(resource, night.toString()));
            case TIME ->
                Stream.iterate(
                                Instant.parse(start),
                                step -> step.isBefore(Instant.parse(end).plus(length)),
                                step -> step.plus(length))
                        .map(step -> new Place(resource, step.toString()));
            case OCCURRENCE -> Stream.of(new Place(resource, start));
        };
    }

    /// All cells that can be taken.
    List<Place> cells() {
        return grain == Grain.OCCURRENCE
                ? IntStream.range(0, grains)
                        .mapToObj(number -> new Place(resource, start(number)))
                        .toList()
                : places(start(0), start(grains)).toList();
    }
}
