package dev.keyrack.desktop.agenda;

import dev.keyrack.client.sync.SiteCopy.SyncState;
import dev.keyrack.contract.catalog.OpeningHours;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Columns with the hours down their side. A day fits the height that there is, down to what can still be read.
final class AgendaDays extends Region {

    private static final double HEADER = 36;
    private static final double HOURS = 56;
    private static final double LEAST_MINUTE = 0.8;
    private static final double LEAST_ENTRY = 20;
    private static final int EARLIEST = 8;
    private static final int LATEST = 18;

    private final AgendaViewModel model;
    private final List<Placed> placed = new ArrayList<>();
    private List<AgendaColumn> columns = List.of();
    private int firstHour = EARLIEST;
    private int endHour = LATEST;

    /// A node between two times of a column.
    private record Placed(Node node, int column, int from, int to, int lane, int lanes) {}

    AgendaDays(AgendaViewModel model) {
        this.model = model;
        getStyleClass().add("agenda-days");
        model.columnsProperty().subscribe(this::show);
    }

    private void show(List<AgendaColumn> news) {
        columns = news;
        placed.clear();
        firstHour = EARLIEST;
        endHour = LATEST;
        news.forEach(this::widen);
        for (int i = 0; i < news.size(); i++) {
            add(news.get(i), i);
        }
        getChildren().setAll(placed.stream().map(Placed::node).toList());
        requestLayout();
    }

    private void widen(AgendaColumn column) {
        for (OpeningHours hours : column.open()) {
            firstHour = Math.min(firstHour, hours.opens().getHour());
            endHour = Math.max(endHour, hours.closes().plusMinutes(59).getHour());
        }
        for (Appointment each : column.appointments()) {
            firstHour = Math.min(firstHour, each.start().getHour());
            endHour = Math.max(endHour, each.end().getHour() + 1);
        }
    }

    private void add(AgendaColumn column, int index) {
        put(region("agenda-shut"), index, firstHour * 60, endHour * 60);
        for (OpeningHours hours : column.open()) {
            put(region("agenda-open"), index, minute(hours.opens()), minute(hours.closes()));
        }
        for (int hour = firstHour; hour < endHour; hour++) {
            put(region("agenda-hour"), index, hour * 60, hour * 60 + 60);
            if (index == 0) {
                var label = new Label("%02d:00".formatted(hour));
                label.getStyleClass().add("agenda-time");
                put(label, -1, hour * 60, hour * 60 + 60);
            }
        }
        int step = column.practitioner().terms().stepMinutes();
        for (LocalTime free : model.listFree(column)) {
            placed.add(new Placed(slot(column, free), index, minute(free), minute(free) + step, 0, 1));
        }
        var title = new Label(column.title());
        title.getStyleClass().add("agenda-title");
        title.setTooltip(new Tooltip(column.title()));
        placed.add(new Placed(title, index, -1, -1, 0, 1));
        for (Appointment each : column.appointments()) {
            placed.add(new Placed(
                    entry(each), index, minute(each.start()), minute(each.end()), each.lane(), each.lanes()));
        }
        model.nowIn(column)
                .filter(now -> now.getHour() >= firstHour && now.getHour() < endHour)
                .ifPresent(now -> put(region("agenda-now"), index, minute(now), minute(now)));
    }

    private void put(Node node, int column, int from, int to) {
        placed.add(new Placed(node, column, from, to, 0, 1));
    }

    private static Region region(String style) {
        var region = new Region();
        region.getStyleClass().add(style);
        region.setMouseTransparent(true);
        return region;
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    /// Reached with the mouse; who works by keys begins a sale with its key.
    private Button slot(AgendaColumn column, LocalTime free) {
        var slot = new Button(model.invite(free));
        slot.getStyleClass().setAll("agenda-free");
        slot.setFocusTraversable(false);
        slot.setOnAction(_ -> model.sell(column, free));
        return slot;
    }

    private Button entry(Appointment appointment) {
        var entry = new Button(model.title(appointment));
        entry.getStyleClass().setAll("agenda-entry");
        entry.pseudoClassStateChanged(
                PseudoClass.getPseudoClass(appointment
                        .booking()
                        .status()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')),
                true);
        entry.pseudoClassStateChanged(PseudoClass.getPseudoClass("unsent"), appointment.sync() == SyncState.PENDING);
        entry.pseudoClassStateChanged(PseudoClass.getPseudoClass("trouble"), appointment.sync() == SyncState.ATTENTION);
        entry.setTooltip(new Tooltip(model.describe(appointment)));
        entry.setAccessibleText(model.describe(appointment));
        entry.setOnAction(_ -> model.choose(appointment));
        return entry;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEADER + (endHour - firstHour) * 60 * LEAST_MINUTE;
    }

    @Override
    protected void layoutChildren() {
        double minute = Math.max(LEAST_MINUTE, (getHeight() - HEADER) / ((endHour - firstHour) * 60));
        double width = columns.isEmpty() ? 0 : (getWidth() - HOURS) / columns.size();
        for (Placed each : placed) {
            double x = each.column() < 0 ? 0 : HOURS + each.column() * width;
            double y = HEADER + (each.from() - firstHour * 60) * minute;
            double height = (each.to() - each.from()) * minute;
            if (each.from() < 0) {
                each.node().resizeRelocate(x, 0, width, HEADER);
            } else if (each.column() < 0) {
                each.node().resizeRelocate(x, y, HOURS, 20);
            } else if (each.node() instanceof Button) {
                double part = (width - 8) / each.lanes();
                each.node()
                        .resizeRelocate(x + 3 + each.lane() * part, y + 1, part - 2, Math.max(LEAST_ENTRY, height - 2));
            } else {
                each.node().resizeRelocate(x, y, width, Math.max(2, height));
            }
        }
    }
}
