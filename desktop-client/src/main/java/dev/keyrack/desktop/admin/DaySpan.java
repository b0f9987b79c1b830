package dev.keyrack.desktop.admin;

import dev.keyrack.fx.Dates;
import java.time.LocalDate;
import java.time.YearMonth;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The months of a calendar that are in view, and the days that are chosen among them, from where the choice began to
/// where it was drawn.
public final class DaySpan {

    private final int months;
    private final Dates dates;
    private final ReadOnlyObjectWrapper<YearMonth> month = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LocalDate> anchor = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LocalDate> head = new ReadOnlyObjectWrapper<>();

    /// @param months in view at once
    public DaySpan(int months, Dates dates, LocalDate today) {
        this.months = months;
        this.dates = dates;
        begin(today);
    }

    /// Shows this day's month and chooses the day.
    public void begin(LocalDate today) {
        month.set(YearMonth.from(today));
        choose(today);
    }

    public void choose(LocalDate date) {
        anchor.set(date);
        head.set(date);
    }

    public void extendTo(LocalDate date) {
        head.set(date);
    }

    public void turn(int count) {
        month.set(month.get().plusMonths(count));
    }

    /// How many months to turn so that a day comes into view: -1, 0 or 1.
    public int turnsTo(LocalDate date) {
        return date.isBefore(first()) ? -1 : date.isAfter(last()) ? 1 : 0;
    }

    /// The first day in view.
    public LocalDate first() {
        return month.get().atDay(1);
    }

    /// The last day in view.
    public LocalDate last() {
        return month.get().plusMonths(months - 1L).atEndOfMonth();
    }

    /// The first day chosen.
    public LocalDate from() {
        return anchor.get().isBefore(head.get()) ? anchor.get() : head.get();
    }

    /// The last day chosen.
    public LocalDate to() {
        return anchor.get().isBefore(head.get()) ? head.get() : anchor.get();
    }

    /// The chosen days in words.
    public ObservableValue<String> text() {
        return Bindings.createStringBinding(
                () -> from().equals(to()) ? dates.longDay(from()) : dates.range(from(), to()), anchor, head);
    }

    public ReadOnlyObjectProperty<YearMonth> monthProperty() {
        return month.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LocalDate> anchorProperty() {
        return anchor.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LocalDate> headProperty() {
        return head.getReadOnlyProperty();
    }
}
