package dev.keyrack.kiosk.dates;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.dates.DatesRule.Choice;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.offer.OfferFinder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A month in which the guest touches the day of arrival and the day of departure.
public final class DatesViewModel implements ViewModel {

    private static final int MOST_MONTHS = 12;

    private final Journey journey;
    private final OfferFinder finder;
    private final UiTasks tasks;
    private final Messages messages;
    private final House house;
    private final LocalDate today;
    private final Map<LocalDate, BigDecimal> free = new HashMap<>();
    private final ObservableList<@Nullable CalendarDay> days = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<YearMonth> month;
    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(Choice.NONE);
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();

    /// A day as the month shows it.
    ///
    /// @param price the lowest of that night, or empty
    public record CalendarDay(String id, String number, String price, String spoken, boolean open, boolean chosen) {}

    public DatesViewModel(Journey journey, OfferFinder finder, House house, UiTasks tasks, Messages messages) {
        this.journey = journey;
        this.finder = finder;
        this.house = house;
        this.tasks = tasks;
        this.messages = messages;
        today = house.today();
        StayRange before =
                journey.require(KioskStep.ChoosingDates.class).visit().dates();
        month = new ReadOnlyObjectWrapper<>(YearMonth.from(before.checkIn()));
    }

    @Override
    public void onShow() {
        load();
    }

    @Override
    public void onHide() {}

    private void load() {
        draw();
        looking.set(true);
        YearMonth wanted = month.get();
        LocalDate first = wanted.atDay(1).isBefore(today) ? today : wanted.atDay(1);
        tasks.run(() -> finder.listNights(first, wanted.atEndOfMonth()))
                .onDone(this::tell)
                .onFailed(failure -> gone());
    }

    private void tell(ApiOutcome<Map<LocalDate, BigDecimal>> outcome) {
        if (outcome instanceof ApiOutcome.Answered<Map<LocalDate, BigDecimal>>(Map<LocalDate, BigDecimal> nights)) {
            looking.set(false);
            free.putAll(nights);
            draw();
        } else {
            gone();
        }
    }

    private void gone() {
        journey.silent(KioskStep.ChoosingDates.class);
    }

    private void draw() {
        days.setAll(DatesRule.days(month.get(), weekStart(), choice.get(), free, today).stream()
                .map(this::toDay)
                .toList());
    }

    private @Nullable CalendarDay toDay(DatesRule.@Nullable Day day) {
        if (day == null) {
            return null;
        }
        BigDecimal price = day.price();
        String shownPrice = price == null || !day.open() ? "" : whole(price);
        return new CalendarDay(
                "day-" + day.date(),
                Integer.toString(day.date().getDayOfMonth()),
                shownPrice,
                new Dates(messages.locale()).longDay(day.date()) + (shownPrice.isEmpty() ? "" : ", " + shownPrice),
                day.open(),
                day.chosen());
    }

    private String whole(BigDecimal price) {
        NumberFormat format = NumberFormat.getCurrencyInstance(messages.locale());
        format.setCurrency(Currency.getInstance(house.site().currency().getCode()));
        format.setMaximumFractionDigits(0);
        format.setRoundingMode(RoundingMode.UP);
        return format.format(price);
    }

    private DayOfWeek weekStart() {
        return messages.locale().getLanguage().equals("en") ? DayOfWeek.SUNDAY : DayOfWeek.MONDAY;
    }

    /// Names of the weekdays, in the order of the columns.
    public List<String> weekdays() {
        return IntStream.range(0, 7)
                .mapToObj(i -> weekStart().plus(i).getDisplayName(TextStyle.SHORT, messages.locale()))
                .toList();
    }

    public ObservableValue<String> title() {
        return month.map(shownMonth -> DateTimeFormatter.ofLocalizedPattern("yMMMM")
                .withLocale(messages.locale())
                .format(shownMonth.atDay(1)));
    }

    /// What to touch next, or what is chosen.
    public ObservableValue<String> question() {
        return choice.map(now -> {
            StayRange nights = now.toNights();
            Dates dates = new Dates(messages.locale());
            if (nights != null) {
                return messages.text(
                        "dates.month.chosen",
                        dates.range(nights.checkIn(), nights.checkOut()),
                        nights.nights().size());
            }
            LocalDate arrival = now.arrival();
            return arrival == null
                    ? messages.text("dates.month.arrival")
                    : messages.text("dates.month.departure", dates.day(arrival));
        });
    }

    /// Whether the server has not told yet what is free in this month.
    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    public ObservableList<@Nullable CalendarDay> days() {
        return days;
    }

    public void touch(CalendarDay day) {
        choice.set(choice.get().touch(LocalDate.parse(day.id().substring("day-".length()))));
        draw();
    }

    public ObservableValue<Boolean> earlierAllowed() {
        return month.map(shownMonth -> shownMonth.isAfter(YearMonth.from(today)));
    }

    public ObservableValue<Boolean> laterAllowed() {
        return month.map(shownMonth -> shownMonth.isBefore(YearMonth.from(today).plusMonths(MOST_MONTHS)));
    }

    public void turn(int months) {
        month.set(month.get().plusMonths(months));
        load();
    }

    public ObservableValue<Boolean> confirmAllowed() {
        return Bindings.createBooleanBinding(() -> choice.get().toNights() != null, choice);
    }

    public void confirm() {
        StayRange nights = choice.get().toNights();
        if (nights != null) {
            journey.tell(new KioskEvent.DatesChosen(nights));
        }
    }
}
