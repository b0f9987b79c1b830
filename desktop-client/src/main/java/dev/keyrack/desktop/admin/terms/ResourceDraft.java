package dev.keyrack.desktop.admin.terms;

import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.OpeningHours;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.catalog.Tax;
import dev.keyrack.desktop.admin.Figures;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A resource's terms as they are being typed; any text may stand in any field.
record ResourceDraft(
        ResourceType type, Map<Field, String> texts, List<String> amenities, List<Tax> taxes, boolean onRequest) {

    ResourceDraft {
        texts = Map.copyOf(texts);
        amenities = List.copyOf(amenities);
        taxes = List.copyOf(taxes);
    }

    String text(Field field) {
        return texts.getOrDefault(field, "");
    }

    /// A new resource before anything is typed.
    static ResourceDraft blank() {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            texts.put(field, "");
        }
        CancellationPolicy policy = CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE;
        texts.put(Field.RATING, "0");
        texts.put(Field.GUESTS, "2");
        texts.put(Field.CAPACITY, "1");
        texts.put(Field.STEP, "30");
        texts.put(Field.BUFFER_BEFORE, "0");
        texts.put(Field.BUFFER_AFTER, "0");
        texts.put(Field.LEAD_TIME, "0");
        texts.put(Field.WINDOW, "365");
        put(texts, policy);
        return new ResourceDraft(ResourceType.HOTEL, texts, List.of(), List.of(), false);
    }

    static ResourceDraft of(ResourceTerms terms, Figures figures) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        texts.put(Field.NAME, terms.name());
        texts.put(Field.DESCRIPTION, terms.description());
        texts.put(Field.RATING, figures.write(terms.rating()));
        texts.put(Field.GUESTS, Integer.toString(terms.maximumGuests()));
        texts.put(Field.CAPACITY, Integer.toString(terms.capacity()));
        texts.put(Field.PRICE, figures.write(terms.basePrice()));
        texts.put(Field.STEP, Integer.toString(terms.stepMinutes()));
        texts.put(Field.BUFFER_BEFORE, Integer.toString(terms.bufferBeforeMinutes()));
        texts.put(Field.BUFFER_AFTER, Integer.toString(terms.bufferAfterMinutes()));
        texts.put(Field.LEAD_TIME, Integer.toString(terms.leadTimeMinutes()));
        texts.put(Field.WINDOW, Integer.toString(terms.bookingWindowDays()));
        put(texts, terms.cancellationPolicy());
        for (DayOfWeek day : DayOfWeek.values()) {
            texts.put(
                    Field.valueOf(day.name()),
                    terms.openingHours().stream()
                            .filter(hours -> hours.day() == day)
                            .sorted(Comparator.comparing(OpeningHours::opens))
                            .map(hours -> hours.opens() + "-" + hours.closes())
                            .collect(Collectors.joining(", ")));
        }
        return new ResourceDraft(terms.type(), texts, terms.amenities(), terms.taxes(), terms.onRequest());
    }

    private static void put(Map<Field, String> texts, CancellationPolicy policy) {
        texts.put(Field.FREE_UNTIL, Integer.toString(policy.freeUntilHours()));
        texts.put(Field.FEE, Integer.toString(policy.feePercent()));
        texts.put(Field.NO_SHOW, Integer.toString(policy.noShowPercent()));
    }
}
