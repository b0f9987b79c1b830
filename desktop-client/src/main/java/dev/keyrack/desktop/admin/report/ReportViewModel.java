package dev.keyrack.desktop.admin.report;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.desktop.admin.Figures;
import dev.keyrack.desktop.copy.CopyReading;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Occupancy, revenue and average rate by day over a chosen period, beside the period of the same length before it.
public final class ReportViewModel implements ViewModel {

    private static final int LONGEST_DAYS = 370;
    private static final ReportSeries NOTHING = new ReportSeries(List.of(), List.of());
    private static final ReportTile BLANK = new ReportTile("–", "");

    private final UiTasks tasks;
    private final Messages messages;
    private final Clock clock;
    private final AnswerText answers;
    private final CopyReading<Report> reading;
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ObservableList<ReportRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ReportTile> occupancyTile = new ReadOnlyObjectWrapper<>(BLANK);
    private final ReadOnlyObjectWrapper<ReportTile> revenueTile = new ReadOnlyObjectWrapper<>(BLANK);
    private final ReadOnlyObjectWrapper<ReportTile> rateTile = new ReadOnlyObjectWrapper<>(BLANK);
    private final ReadOnlyObjectWrapper<ReportSeries> occupancy = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<ReportSeries> revenue = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<ReportSeries> rate = new ReadOnlyObjectWrapper<>(NOTHING);
    private Optional<Report> report = Optional.empty();
    private volatile ReportRule.Span span;
    private boolean settling;

    /// Both periods, day by day.
    private record Report(Site site, ReportRule.Span span, List<ReportDay> now, List<ReportDay> before) {}

    public ReportViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Clock clock) {
        this.tasks = tasks;
        this.messages = messages;
        this.clock = clock;
        answers = new AnswerText(messages);
        reading = new CopyReading<>(runtime, tasks, this::read, this::take, _ -> notice.set(answers.failure()));
        span = thisMonth();
        from.set(span.from());
        to.set(span.to());
        from.subscribe(this::choose);
        to.subscribe(this::choose);
    }

    /// Shows a site from now on.
    public void open(SiteCopy copy) {
        reading.open(copy);
    }

    @Override
    public void onShow() {
        reading.onShow();
    }

    @Override
    public void onHide() {
        reading.onHide();
    }

    private LocalDate today() {
        SiteCopy copy = reading.copy();
        return copy == null
                ? LocalDate.now(clock)
                : LocalDate.now(clock.withZone(copy.site().timeZone()));
    }

    private ReportRule.Span thisMonth() {
        YearMonth month = YearMonth.from(today());
        return new ReportRule.Span(month.atDay(1), month.atEndOfMonth());
    }

    public void showThisMonth() {
        show(thisMonth());
    }

    public void showLastDays() {
        show(new ReportRule.Span(today().minusDays(30), today().minusDays(1)));
    }

    public void showNextDays() {
        show(new ReportRule.Span(today(), today().plusDays(29)));
    }

    private void show(ReportRule.Span wanted) {
        settling = true;
        from.set(wanted.from());
        to.set(wanted.to());
        settling = false;
        choose();
    }

    private void choose() {
        LocalDate first = from.get();
        LocalDate last = to.get();
        if (settling) {
            return;
        }
        if (first == null || last == null || last.isBefore(first)) {
            notice.set(messages.text("report.fault.order"));
        } else if (first.plusDays(LONGEST_DAYS).isBefore(last)) {
            notice.set(messages.text("report.fault.long", LONGEST_DAYS));
        } else {
            notice.set("");
            span = new ReportRule.Span(first, last);
            reading.read();
        }
    }

    private Report read(SiteCopy copy) {
        ReportRule.Span now = span;
        ReportRule.Span before = now.before();
        // a stay sold for longer than it was slept may have lines after its end
        List<Booking> bookings = copy
                .listBetween(before.from().minusDays(LONGEST_DAYS), now.to().plusDays(1))
                .stream()
                .map(SiteCopy.Known::booking)
                .toList();
        var resources = copy.listResources();
        var zone = copy.site().timeZone();
        return new Report(
                copy.site(),
                now,
                ReportRule.days(now, bookings, resources, zone),
                ReportRule.days(before, bookings, resources, zone));
    }

    private void take(Report found) {
        report = Optional.of(found);
        rows.setAll(found.now().stream().map(day -> row(day, found.site())).toList());
        ReportDay sum = ReportDay.sum(found.span().from(), found.now());
        ReportDay earlier = ReportDay.sum(found.span().before().from(), found.before());
        occupancyTile.set(new ReportTile(percent(sum.occupancy()), points(sum.occupancy(), earlier.occupancy())));
        revenueTile.set(new ReportTile(
                amount(Optional.of(sum.revenue()), found.site()),
                growth(Optional.of(sum.revenue()), Optional.of(earlier.revenue()))));
        rateTile.set(new ReportTile(
                amount(sum.averageRate(), found.site()), growth(sum.averageRate(), earlier.averageRate())));
        occupancy.set(series(found, ReportDay::occupancy));
        revenue.set(series(found, day -> Optional.of(day.revenue())));
        rate.set(series(found, ReportDay::averageRate));
    }

    private ReportRow row(ReportDay day, Site site) {
        return new ReportRow(
                new Dates(messages.locale()).day(day.date()),
                day.capacity() == 0 ? Integer.toString(day.sold()) : day.sold() + "/" + day.capacity(),
                percent(day.occupancy()),
                amount(Optional.of(day.revenue()), site),
                amount(day.averageRate(), site));
    }

    private String percent(Optional<BigDecimal> figure) {
        return figure.map(found -> new Figures(messages.locale()).write(found) + " %")
                .orElse("–");
    }

    private String amount(Optional<BigDecimal> figure, Site site) {
        return figure.map(found -> new Amounts(messages.locale()).format(found, site.currency()))
                .orElse("–");
    }

    private String points(Optional<BigDecimal> now, Optional<BigDecimal> before) {
        if (now.isEmpty() || before.isEmpty()) {
            return messages.text("report.tile.alone");
        }
        return messages.text("report.tile.points", signed(now.get().subtract(before.get())));
    }

    private String growth(Optional<BigDecimal> now, Optional<BigDecimal> before) {
        if (now.isEmpty() || before.filter(found -> found.signum() != 0).isEmpty()) {
            return messages.text("report.tile.alone");
        }
        BigDecimal change = now.get()
                .subtract(before.get())
                .multiply(BigDecimal.valueOf(100))
                .divide(before.get(), 1, RoundingMode.HALF_UP);
        return messages.text("report.tile.percent", signed(change));
    }

    private String signed(BigDecimal figure) {
        return (figure.signum() > 0 ? "+" : "") + new Figures(messages.locale()).write(figure);
    }

    private static ReportSeries series(Report found, Function<ReportDay, Optional<BigDecimal>> figure) {
        return new ReportSeries(points(found.now(), figure), points(found.before(), figure));
    }

    private static List<ReportSeries.Point> points(
            List<ReportDay> days, Function<ReportDay, Optional<BigDecimal>> figure) {
        return IntStream.range(0, days.size())
                .boxed()
                .flatMap(at -> figure.apply(days.get(at)).map(found -> new ReportSeries.Point(at, found)).stream())
                .toList();
    }

    /// Writes the days into a file as comma-separated values.
    public void export(Path file) {
        report.ifPresent(found -> tasks.run(() -> Files.writeString(file, csv(found)))
                .onDone(written -> notice.set(messages.text("report.csv.written", file.getFileName())))
                .onFailed(failure -> notice.set(messages.text("report.csv.failed"))));
    }

    private String csv(Report found) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                messages.text("report.table.day"),
                messages.text("report.table.sold"),
                messages.text("report.table.capacity"),
                messages.text("report.table.occupancy"),
                messages.text("report.table.revenue") + " "
                        + found.site().currency().getCode(),
                messages.text("report.table.rate") + " "
                        + found.site().currency().getCode()));
        for (ReportDay day : found.now()) {
            lines.add(List.of(
                    day.date().toString(),
                    Integer.toString(day.sold()),
                    Integer.toString(day.capacity()),
                    day.occupancy().map(BigDecimal::toPlainString).orElse(""),
                    day.revenue().toPlainString(),
                    day.averageRate().map(BigDecimal::toPlainString).orElse("")));
        }
        return CsvRule.write(lines);
    }

    /// What a chart writes beside a line.
    String figureName(Number figure) {
        return NumberFormat.getInstance(messages.locale()).format(figure);
    }

    /// What a chart writes under a day.
    String dayName(int day) {
        return new Dates(messages.locale()).day(span.from().plusDays(day));
    }

    public ObjectProperty<@Nullable LocalDate> fromProperty() {
        return from;
    }

    public ObjectProperty<@Nullable LocalDate> toProperty() {
        return to;
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ObservableList<ReportRow> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<ReportTile> occupancyTileProperty() {
        return occupancyTile.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ReportTile> revenueTileProperty() {
        return revenueTile.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ReportTile> rateTileProperty() {
        return rateTile.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ReportSeries> occupancyProperty() {
        return occupancy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ReportSeries> revenueProperty() {
        return revenue.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ReportSeries> rateProperty() {
        return rate.getReadOnlyProperty();
    }

    Locale locale() {
        return messages.locale();
    }
}
