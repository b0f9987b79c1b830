package dev.keyrack.desktop.admin.rates;

import dev.keyrack.contract.catalog.RateRule;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.desktop.admin.Figures;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ViewModel;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is being typed about the chosen days: a price or a percentage, the limits of stays, a capacity.
public final class RatesFormViewModel implements ViewModel {

    static final int FEWEST_NIGHTS = 1;
    /// What the slider calls as many as one likes; more can be typed.
    static final int MANY_NIGHTS = 31;

    private static final int MOST_NIGHTS = 366;
    private static final int MOST_CAPACITY = 1_000_000;
    private static final BigDecimal MOST_PRICE = BigDecimal.valueOf(10_000_000);
    private static final BigDecimal LEAST_PERCENT = BigDecimal.valueOf(-100);
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1000);

    private final Messages messages;
    private final Map<Entry, StringProperty> texts = new EnumMap<>(Entry.class);
    private final Map<Entry, ReadOnlyStringWrapper> faults = new EnumMap<>(Entry.class);
    private final Map<DayOfWeek, BooleanProperty> weekdays = new EnumMap<>(DayOfWeek.class);
    private final BooleanProperty closed = new SimpleBooleanProperty();
    private final BooleanProperty closedToArrival = new SimpleBooleanProperty();
    private final BooleanProperty closedToDeparture = new SimpleBooleanProperty();
    private final IntegerProperty leastNights = new SimpleIntegerProperty(FEWEST_NIGHTS);
    private final IntegerProperty mostNights = new SimpleIntegerProperty(MANY_NIGHTS);
    private boolean faulty;

    /// A field of the form.
    enum Entry {
        NAME,
        PRICE,
        PERCENT,
        MINIMUM,
        MAXIMUM,
        CAPACITY
    }

    /// The days and decimals that a reading is for.
    record Span(LocalDate from, LocalDate to, int places) {}

    /// What was typed, as rates and rules.
    record Typed(List<RateRule> rates, List<StayRule> rules) {

        boolean isEmpty() {
            return rates.isEmpty() && rules.isEmpty();
        }
    }

    /// @param changed is told of everything typed
    RatesFormViewModel(Messages messages, Runnable changed) {
        this.messages = messages;
        for (Entry entry : Entry.values()) {
            StringProperty text = new SimpleStringProperty("");
            text.subscribe(changed);
            texts.put(entry, text);
            faults.put(entry, new ReadOnlyStringWrapper(""));
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            BooleanProperty chosen = new SimpleBooleanProperty(true);
            chosen.subscribe(changed);
            weekdays.put(day, chosen);
        }
        couple(Entry.MINIMUM, leastNights, FEWEST_NIGHTS);
        couple(Entry.MAXIMUM, mostNights, MANY_NIGHTS);
        closed.subscribe(changed);
        closedToArrival.subscribe(changed);
        closedToDeparture.subscribe(changed);
    }

    /// What the slider says is typed; at its end it says nothing.
    private void couple(Entry entry, IntegerProperty nights, int end) {
        text(entry).subscribe(this::moveSlider);
        nights.subscribe(() -> {
            if (nights(entry, end) != nights.get()) {
                text(entry).set(nights.get() == end ? "" : Integer.toString(nights.get()));
            }
        });
    }

    /// What is typed moves the slider, unless it is in no order yet. The ends never pass each other on their way: the
    /// slider would stop them, and say so in place of what was typed.
    private void moveSlider() {
        int least = nights(Entry.MINIMUM, FEWEST_NIGHTS);
        int most = nights(Entry.MAXIMUM, MANY_NIGHTS);
        if (least > most) {
            return;
        }
        if (least > mostNights.get()) {
            mostNights.set(most);
        }
        leastNights.set(least);
        mostNights.set(most);
    }

    private int nights(Entry entry, int end) {
        return Figures.readWhole(text(entry).get())
                .map(figure -> Math.clamp(figure, FEWEST_NIGHTS, MANY_NIGHTS))
                .orElse(end);
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    /// Empty if a field is faulty; what is wrong stands beside it then.
    Optional<Typed> read(Span span) {
        faulty = false;
        faults.values().forEach(fault -> fault.set(""));
        BigDecimal price = amount(Entry.PRICE, BigDecimal.ZERO, MOST_PRICE, span.places());
        BigDecimal percent = amount(Entry.PERCENT, LEAST_PERCENT, MOST_PERCENT, 4);
        if (price != null && percent != null) {
            fail(Entry.PERCENT, messages.text("rates.fault.both"));
        }
        Integer minimum = whole(Entry.MINIMUM, FEWEST_NIGHTS, MOST_NIGHTS);
        Integer maximum = whole(Entry.MAXIMUM, FEWEST_NIGHTS, MOST_NIGHTS);
        if (minimum != null && maximum != null && maximum < minimum) {
            fail(Entry.MAXIMUM, messages.text("rates.fault.order"));
        }
        Integer capacity = whole(Entry.CAPACITY, 0, MOST_CAPACITY);
        String name = text(Entry.NAME).get().strip();
        Set<DayOfWeek> days = chosenWeekdays();
        if (faulty) {
            return Optional.empty();
        }
        List<RateRule> rates = price == null && percent == null
                ? List.of()
                : List.of(new RateRule(
                        name.isEmpty() ? messages.text("rates.form.unnamed") : name,
                        span.from(),
                        span.to(),
                        days,
                        1,
                        price,
                        percent));
        boolean limited = minimum != null || maximum != null || capacity != null || isClosedSomehow();
        List<StayRule> rules = limited
                ? List.of(new StayRule(
                        span.from(),
                        span.to(),
                        days,
                        minimum,
                        maximum,
                        closedToArrival.get(),
                        closedToDeparture.get(),
                        closed.get(),
                        capacity,
                        name.isEmpty() ? null : name))
                : List.of();
        return Optional.of(new Typed(rates, rules));
    }

    private boolean isClosedSomehow() {
        return closed.get() || closedToArrival.get() || closedToDeparture.get();
    }

    private Set<DayOfWeek> chosenWeekdays() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        weekdays.forEach((day, chosen) -> {
            if (chosen.get()) {
                days.add(day);
            }
        });
        return days.size() == DayOfWeek.values().length ? Set.of() : days;
    }

    /// Whether any weekday is chosen.
    boolean hasWeekday() {
        return weekdays.values().stream().anyMatch(BooleanProperty::get);
    }

    private @Nullable BigDecimal amount(Entry entry, BigDecimal least, BigDecimal most, int places) {
        String typed = text(entry).get();
        if (typed.isBlank()) {
            return null;
        }
        Optional<BigDecimal> figure = Figures.read(typed)
                .filter(found -> found.compareTo(least) >= 0 && found.compareTo(most) <= 0 && found.scale() <= places);
        if (figure.isEmpty()) {
            fail(entry, messages.text("rates.fault.figure", least, most));
        }
        return figure.orElse(null);
    }

    private @Nullable Integer whole(Entry entry, int least, int most) {
        String typed = text(entry).get();
        if (typed.isBlank()) {
            return null;
        }
        Optional<Integer> figure = Figures.readWhole(typed).filter(found -> found >= least && found <= most);
        if (figure.isEmpty()) {
            fail(entry, messages.text("rates.fault.figure", least, most));
        }
        return figure.orElse(null);
    }

    private void fail(Entry entry, String text) {
        faulty = true;
        fault(entry).set(text);
    }

    void clear() {
        texts.values().forEach(text -> text.set(""));
        faults.values().forEach(fault -> fault.set(""));
        closed.set(false);
        closedToArrival.set(false);
        closedToDeparture.set(false);
    }

    StringProperty text(Entry entry) {
        return texts.computeIfAbsent(entry, _ -> new SimpleStringProperty(""));
    }

    ReadOnlyStringWrapper fault(Entry entry) {
        return faults.computeIfAbsent(entry, _ -> new ReadOnlyStringWrapper(""));
    }

    BooleanProperty weekday(DayOfWeek day) {
        return weekdays.computeIfAbsent(day, _ -> new SimpleBooleanProperty(true));
    }

    IntegerProperty leastNightsProperty() {
        return leastNights;
    }

    IntegerProperty mostNightsProperty() {
        return mostNights;
    }

    public BooleanProperty closedProperty() {
        return closed;
    }

    public BooleanProperty closedToArrivalProperty() {
        return closedToArrival;
    }

    public BooleanProperty closedToDepartureProperty() {
        return closedToDeparture;
    }
}
