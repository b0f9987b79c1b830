package dev.keyrack.desktop.admin.rates;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.CatalogApi;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.availability.RatesEffect;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceRates;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.value.Grain;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// A resource to choose.
record ResourceChoice(Resource resource) {

    /// What can be chosen at a site, by name.
    static List<ResourceChoice> list(SiteCopy copy) {
        return copy.listResources().stream()
                .map(ResourceChoice::new)
                .sorted(Comparator.comparing(ResourceChoice::toString))
                .toList();
    }

    /// What other rates would change on these days; asks the server, and waits for it.
    ApiOutcome<List<CalendarRule.Effect>> compare(
            CatalogApi catalog, ResourceRates wanted, LocalDate from, LocalDate to) {
        LocalDate end = to.plusDays(1);
        return switch (catalog.getCalendar(resource.id(), from.toString(), end.toString())) {
            case ApiOutcome.Answered<Calendar>(Calendar now) -> {
                List<DayTerms> before = CalendarRule.days(now, resource.rules(), resource.timeZone(), from, to);
                yield catalog.previewRates(resource.id(), new RatesEffect(wanted, from, end))
                        .map(then -> CalendarRule.effects(
                                before, CalendarRule.days(then, wanted.rules(), resource.timeZone(), from, to)));
            }
            case ApiOutcome.Refused<Calendar>(Problem problem) -> new ApiOutcome.Refused<>(problem);
            case ApiOutcome.Unanswered<Calendar>(String reason) -> new ApiOutcome.Unanswered<>(reason);
        };
    }

    boolean hasPerformances() {
        return resource.grain() == Grain.OCCURRENCE;
    }

    @Override
    public String toString() {
        return resource.terms().name();
    }
}
