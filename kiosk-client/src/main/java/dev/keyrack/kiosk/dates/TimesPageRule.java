package dev.keyrack.kiosk.dates;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.kiosk.flow.Offer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How times are spread over pages: performances by the handful, appointments by the day.
public final class TimesPageRule {

    /// As many as fit into the lower third of a screen.
    private static final int PERFORMANCES = 4;

    private TimesPageRule() {}

    /// @param times in their order
    static List<List<Offer>> pages(List<Offer> times, Resource resource) {
        return resource.grain() == Grain.OCCURRENCE ? byNumber(times) : byDay(times, resource.timeZone());
    }

    private static List<List<Offer>> byNumber(List<Offer> times) {
        List<List<Offer>> pages = new ArrayList<>();
        for (int i = 0; i < times.size(); i += PERFORMANCES) {
            pages.add(times.subList(i, Math.min(times.size(), i + PERFORMANCES)));
        }
        return pages;
    }

    private static List<List<Offer>> byDay(List<Offer> times, ZoneId zone) {
        return List.copyOf(times.stream()
                .collect(Collectors.groupingBy(time -> day(time, zone), TreeMap::new, Collectors.toList()))
                .values());
    }

    private static LocalDate day(Offer offer, ZoneId zone) {
        return LocalDate.ofInstant(Objects.requireNonNull(offer.time()).start(), zone);
    }
}
