package dev.keyrack.server.inventory;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.server.http.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// The grains of a period, in order: those that are sold, and those that are taken, which buffers make more. A night
/// stands at 00:00 of its local date, a step or performance at its start in UTC.
public record Grains(List<LocalDateTime> sold, List<LocalDateTime> taken) {

    /// @throws ProblemException OFF_STEP if the period does not fit the resource's calendar
    static Grains of(Resource resource, Period period) {
        return switch (period) {
            case StayRange stay
            when resource.grain() == Grain.NIGHT -> {
                List<LocalDateTime> nights =
                        stay.nights().stream().map(LocalDate::atStartOfDay).toList();
                yield new Grains(nights, nights);
            }
            case TimeRange time when resource.grain() == Grain.TIME -> ofSteps(resource, time);
            case TimeRange time
            when resource.grain() == Grain.OCCURRENCE -> {
                List<LocalDateTime> one = List.of(LocalDateTime.ofInstant(time.start(), ZoneOffset.UTC));
                yield new Grains(one, one);
            }
            default -> throw offStep("This resource is sold by " + resource.grain() + ".");
        };
    }

    private static Grains ofSteps(Resource resource, TimeRange time) {
        int step = resource.terms().stepMinutes();
        Duration steps = Duration.ofMinutes(step);
        Duration sinceEpoch = Duration.between(Instant.EPOCH, time.start());
        boolean fits = steps.multipliedBy(time.length().dividedBy(steps)).equals(time.length())
                && steps.multipliedBy(sinceEpoch.dividedBy(steps)).equals(sinceEpoch);
        if (!fits) {
            throw offStep("This resource is sold in steps of " + step + " minutes.");
        }
        LocalDateTime start = LocalDateTime.ofInstant(time.start(), ZoneOffset.UTC);
        LocalDateTime end = LocalDateTime.ofInstant(time.end(), ZoneOffset.UTC);
        return new Grains(
                steps(start, end, step),
                steps(
                        start.minusMinutes(resource.terms().bufferBeforeMinutes()),
                        end.plusMinutes(resource.terms().bufferAfterMinutes()),
                        step));
    }

    private static List<LocalDateTime> steps(LocalDateTime from, LocalDateTime to, int stepMinutes) {
        List<LocalDateTime> steps = new ArrayList<>();
        for (LocalDateTime step = from; step.isBefore(to); step = step.plusMinutes(stepMinutes)) {
            steps.add(step);
        }
        return steps;
    }

    private static ProblemException offStep(String detail) {
        return new ProblemException(ProblemType.OFF_STEP, detail);
    }

    /// The date at the site on which a grain lies: what prices and rules go by.
    static LocalDate localDate(Resource resource, LocalDateTime grain) {
        if (resource.grain() == Grain.NIGHT) {
            return grain.toLocalDate();
        }
        return grain.atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(resource.timeZone())
                .toLocalDate();
    }

    /// The dates at the site of the sold grains.
    public List<LocalDate> dates(Resource resource) {
        return sold.stream().map(grain -> localDate(resource, grain)).toList();
    }
}
