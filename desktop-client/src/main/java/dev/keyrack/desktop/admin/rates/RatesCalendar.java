package dev.keyrack.desktop.admin.rates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Months of days. A day, or a range of days, is chosen by dragging, by click and Shift-click, or with the arrow keys
/// and Shift.
final class RatesCalendar extends HBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private final Locale locale;
    private final Consumer<LocalDate> select;
    private final Consumer<LocalDate> extend;
    private final Map<LocalDate, VBox> cells = new HashMap<>();
    private LocalDate anchor = LocalDate.MIN;
    private LocalDate head = LocalDate.MIN;

    RatesCalendar(Locale locale, Consumer<LocalDate> select, Consumer<LocalDate> extend) {
        this.locale = locale;
        this.select = select;
        this.extend = extend;
        getStyleClass().add("rates-calendar");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.DATE_PICKER);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    void show(List<DayCard> days) {
        cells.clear();
        Map<YearMonth, List<DayCard>> months =
                days.stream().collect(Collectors.groupingBy(day -> YearMonth.from(day.date())));
        getChildren()
                .setAll(months.keySet().stream()
                        .sorted()
                        .map(month -> month(month, months.getOrDefault(month, List.of())))
                        .toList());
        choose(anchor, head);
    }

    private VBox month(YearMonth month, List<DayCard> days) {
        Label title = new Label(DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month));
        title.getStyleClass().add("rates-month");
        GridPane grid = new GridPane(2, 2);
        DayOfWeek first = WeekFields.ISO.getFirstDayOfWeek();
        for (int i = 0; i < DayOfWeek.values().length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / DayOfWeek.values().length);
            grid.getColumnConstraints().add(column);
            Label name = new Label(first.plus(i).getDisplayName(TextStyle.SHORT, locale));
            name.getStyleClass().add("quiet");
            grid.add(name, i, 0);
        }
        int shift = Math.floorMod(month.atDay(1).getDayOfWeek().getValue() - first.getValue(), 7);
        for (DayCard day : days) {
            int at = shift + day.date().getDayOfMonth() - 1;
            grid.add(cell(day), at % 7, 1 + at / 7);
        }
        VBox box = new VBox(8, title, grid);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(0);
        return box;
    }

    private VBox cell(DayCard day) {
        Label number = new Label(Integer.toString(day.date().getDayOfMonth()));
        number.getStyleClass().add("rates-number");
        Label limits = new Label(day.limits());
        limits.getStyleClass().add("rates-limits");
        Label price = new Label(day.price());
        price.getStyleClass().add("rates-price");
        Label free = new Label(day.free());
        free.getStyleClass().add("rates-free");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox cell = new VBox(new HBox(number, gap, limits), price, free);
        cell.getStyleClass().add("rates-day");
        cell.setAccessibleText(day.spoken());
        for (DayCard.Mark mark : day.marks()) {
            String name = mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
            cell.pseudoClassStateChanged(PseudoClass.getPseudoClass(name), true);
        }
        cell.setOnMousePressed(event -> {
            requestFocus();
            if (event.getButton() == MouseButton.PRIMARY) {
                (event.isShiftDown() ? extend : select).accept(day.date());
            }
        });
        cell.setOnDragDetected(_ -> cell.startFullDrag());
        cell.setOnMouseDragEntered(_ -> extend.accept(day.date()));
        cells.put(day.date(), cell);
        return cell;
    }

    /// Shows which days are chosen.
    void choose(LocalDate from, LocalDate to) {
        anchor = from;
        head = to;
        LocalDate first = from.isBefore(to) ? from : to;
        LocalDate last = from.isBefore(to) ? to : from;
        cells.forEach((date, cell) -> {
            cell.pseudoClassStateChanged(CHOSEN, !date.isBefore(first) && !date.isAfter(last));
            cell.pseudoClassStateChanged(HEAD, date.equals(to));
        });
        VBox cell = cells.get(to);
        if (cell != null) {
            setAccessibleText(cell.getAccessibleText());
        }
    }

    private void onKey(KeyEvent event) {
        LocalDate next = switch (event.getCode()) {
            case LEFT -> head.minusDays(1);
            case RIGHT -> head.plusDays(1);
            case UP -> head.minusWeeks(1);
            case DOWN -> head.plusWeeks(1);
            case PAGE_UP -> head.minusMonths(1);
            case PAGE_DOWN -> head.plusMonths(1);
            default -> head;
        };
        if (!next.equals(head)) {
            (event.isShiftDown() ? extend : select).accept(next);
            event.consume();
        }
    }
}
