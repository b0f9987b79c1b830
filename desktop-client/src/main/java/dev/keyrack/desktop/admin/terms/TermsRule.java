package dev.keyrack.desktop.admin.terms;

import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.OpeningHours;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.desktop.admin.Figures;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a resource's terms out of what was typed, or says for each field what is wrong with it.
final class TermsRule {

    private static final List<Integer> STEPS = List.of(5, 10, 15, 30, 60);
    private static final int MINUTES_OF_A_DAY = 1_440;

    private final ResourceDraft draft;
    private final int places;
    private final Map<Field, Fault> faults = new EnumMap<>(Field.class);

    private TermsRule(ResourceDraft draft, int places) {
        this.draft = draft;
        this.places = places;
    }

    /// What is wrong with a field.
    ///
    /// @param least smallest figure allowed, where it is about a figure
    /// @param most largest figure allowed, or the longest text
    record Fault(Kind kind, long least, long most) {

        /// What is wrong.
        enum Kind {
            EMPTY,
            TOO_LONG,
            NO_WHOLE_NUMBER,
            NO_AMOUNT,
            NO_STEP,
            NO_BUFFER,
            NO_HOURS
        }
    }

    /// @param terms what was typed, if it can be kept
    record Reading(Optional<ResourceTerms> terms, Map<Field, Fault> faults) {}

    /// @param places decimals of the site's currency
    /// @param images those that the resource has
    static Reading read(ResourceDraft draft, int places, List<String> images) {
        return new TermsRule(draft, places).read(images);
    }

    private Reading read(List<String> images) {
        boolean timed = draft.type() == ResourceType.APPOINTMENT;
        String name = text(Field.NAME, 120);
        if (name.isEmpty()) {
            faults.put(Field.NAME, new Fault(Fault.Kind.EMPTY, 0, 0));
        }
        String description = text(Field.DESCRIPTION, 4000);
        BigDecimal rating = amount(Field.RATING, 5, 2);
        int guests = whole(Field.GUESTS, 1, 100_000);
        int capacity = whole(Field.CAPACITY, 0, 1_000_000);
        BigDecimal price = amount(Field.PRICE, 10_000_000, places);
        int step = timed ? step() : 0;
        int before = timed ? buffer(Field.BUFFER_BEFORE, step) : 0;
        int after = timed ? buffer(Field.BUFFER_AFTER, step) : 0;
        int leadTime = whole(Field.LEAD_TIME, 0, 525_600);
        int window = whole(Field.WINDOW, 1, 3660);
        int freeUntil = whole(Field.FREE_UNTIL, 0, 8784);
        int fee = whole(Field.FEE, 0, 100);
        int noShow = whole(Field.NO_SHOW, 0, 100);
        List<OpeningHours> hours = timed ? hours(step) : List.of();
        if (!faults.isEmpty()) {
            return new Reading(Optional.empty(), Map.copyOf(faults));
        }
        ResourceTerms terms = new ResourceTerms(
                draft.type(),
                name,
                description,
                draft.amenities(),
                images,
                rating,
                guests,
                capacity,
                price,
                step,
                before,
                after,
                leadTime,
                window,
                draft.onRequest(),
                new CancellationPolicy(freeUntil, fee, noShow),
                draft.taxes(),
                hours);
        return new Reading(Optional.of(terms), Map.of());
    }

    private String text(Field field, int longest) {
        String text = draft.text(field).strip();
        if (text.length() > longest) {
            faults.put(field, new Fault(Fault.Kind.TOO_LONG, 0, longest));
        }
        return text;
    }

    private int whole(Field field, int least, int most) {
        Optional<Integer> figure =
                Figures.readWhole(draft.text(field)).filter(found -> found >= least && found <= most);
        if (figure.isEmpty()) {
            faults.put(field, new Fault(Fault.Kind.NO_WHOLE_NUMBER, least, most));
        }
        return figure.orElse(least);
    }

    private BigDecimal amount(Field field, long most, int decimals) {
        Optional<BigDecimal> figure = Figures.read(draft.text(field))
                .filter(found -> found.signum() >= 0
                        && found.compareTo(BigDecimal.valueOf(most)) <= 0
                        && found.scale() <= decimals);
        if (figure.isEmpty()) {
            faults.put(field, new Fault(Fault.Kind.NO_AMOUNT, 0, most));
        }
        return figure.orElse(BigDecimal.ZERO);
    }

    private int step() {
        Optional<Integer> step = Figures.readWhole(draft.text(Field.STEP)).filter(STEPS::contains);
        if (step.isEmpty()) {
            faults.put(Field.STEP, new Fault(Fault.Kind.NO_STEP, 0, 0));
        }
        return step.orElse(STEPS.getFirst());
    }

    private int buffer(Field field, int step) {
        Optional<Integer> buffer =
                Figures.readWhole(draft.text(field)).filter(found -> found % step == 0 && found <= MINUTES_OF_A_DAY);
        if (buffer.isEmpty()) {
            faults.put(field, new Fault(Fault.Kind.NO_BUFFER, step, MINUTES_OF_A_DAY));
        }
        return buffer.orElse(0);
    }

    private List<OpeningHours> hours(int step) {
        List<OpeningHours> hours = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            Field field = Field.valueOf(day.name());
            for (String span : draft.text(field).split(",", -1)) {
                if (!span.isBlank()) {
                    readHours(day, span, step)
                            .ifPresentOrElse(
                                    hours::add, () -> faults.put(field, new Fault(Fault.Kind.NO_HOURS, step, 0)));
                }
            }
        }
        return hours;
    }

    private static Optional<OpeningHours> readHours(DayOfWeek day, String span, int step) {
        String[] ends = span.strip().split("\\s*[-–]\\s*", -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        try {
            OpeningHours hours = new OpeningHours(day, readTime(ends[0]), readTime(ends[1]));
            return isOnStep(hours.opens(), step) && isOnStep(hours.closes(), step)
                    ? Optional.of(hours)
                    : Optional.empty();
        } catch (DateTimeParseException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static LocalTime readTime(String text) {
        String padded = text.matches("[0-9]:[0-9]{2}") ? "0" + text : text;
        return LocalTime.parse(padded);
    }

    private static boolean isOnStep(LocalTime time, int step) {
        return (time.getHour() * 60 + time.getMinute()) % step == 0;
    }
}
