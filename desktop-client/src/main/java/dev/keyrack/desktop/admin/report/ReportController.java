package dev.keyrack.desktop.admin.report;

import java.io.File;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import javafx.util.converter.LocalDateStringConverter;
import org.jspecify.annotations.Nullable;

/// Binds the report's charts, figures and table.
public final class ReportController {

    private final ReportViewModel model;

    @FXML
    private DatePicker from;

    @FXML
    private DatePicker to;

    @FXML
    private Label notice;

    @FXML
    private Label occupancyFigure;

    @FXML
    private Label occupancyComparison;

    @FXML
    private Label revenueFigure;

    @FXML
    private Label revenueComparison;

    @FXML
    private Label rateFigure;

    @FXML
    private Label rateComparison;

    @FXML
    private LineChart<Number, Number> occupancy;

    @FXML
    private LineChart<Number, Number> revenue;

    @FXML
    private LineChart<Number, Number> rate;

    @FXML
    private TableView<ReportRow> table;

    @FXML
    private TableColumn<ReportRow, String> day;

    @FXML
    private TableColumn<ReportRow, String> sold;

    @FXML
    private TableColumn<ReportRow, String> share;

    @FXML
    private TableColumn<ReportRow, String> amount;

    @FXML
    private TableColumn<ReportRow, String> average;

    @SuppressWarnings("NullAway.Init")
    public ReportController(ReportViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        var days = new LocalDateStringConverter(FormatStyle.MEDIUM, model.locale(), null);
        from.setConverter(days);
        to.setConverter(days);
        from.valueProperty().bindBidirectional(model.fromProperty());
        to.valueProperty().bindBidirectional(model.toProperty());
        notice.textProperty().bind(model.noticeProperty());
        bind(model.occupancyTileProperty(), occupancyFigure, occupancyComparison);
        bind(model.revenueTileProperty(), revenueFigure, revenueComparison);
        bind(model.rateTileProperty(), rateFigure, rateComparison);
        model.occupancyProperty().subscribe(series -> draw(occupancy, series));
        model.revenueProperty().subscribe(series -> draw(revenue, series));
        model.rateProperty().subscribe(series -> draw(rate, series));
        table.setItems(model.rows());
        column(day, ReportRow::day);
        column(sold, ReportRow::sold);
        column(share, ReportRow::occupancy);
        column(amount, ReportRow::revenue);
        column(average, ReportRow::rate);
    }

    private static void bind(ReadOnlyObjectProperty<ReportTile> tile, Label figure, Label comparison) {
        figure.textProperty().bind(tile.map(ReportTile::figure));
        comparison.textProperty().bind(tile.map(ReportTile::comparison));
    }

    private static void column(TableColumn<ReportRow, String> column, Function<ReportRow, String> text) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    }

    private void draw(LineChart<Number, Number> chart, ReportSeries series) {
        NumberAxis days = (NumberAxis) chart.getXAxis();
        int last = Math.max(1, model.rows().size() - 1);
        days.setAutoRanging(false);
        days.setLowerBound(0);
        days.setUpperBound(last);
        days.setTickUnit(Math.max(1, Math.ceilDiv(last, 5)));
        days.setMinorTickVisible(false);
        days.setTickLabelFormatter(new DayNames());
        ((NumberAxis) chart.getYAxis()).setTickLabelFormatter(new FigureNames());
        chart.getData().setAll(List.of(line(series.before()), line(series.now())));
    }

    private static XYChart.Series<Number, Number> line(List<ReportSeries.Point> points) {
        XYChart.Series<Number, Number> line = new XYChart.Series<>();
        points.forEach(point -> line.getData().add(new XYChart.Data<>(point.day(), point.figure())));
        return line;
    }

    @FXML
    private void onThisMonth() {
        model.showThisMonth();
    }

    @FXML
    private void onLastDays() {
        model.showLastDays();
    }

    @FXML
    private void onNextDays() {
        model.showNextDays();
    }

    @FXML
    private void onExport() {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName("report.csv");
        File file = chooser.showSaveDialog(table.getScene().getWindow());
        if (file != null) {
            model.export(file.toPath());
        }
    }

    /// Writes days instead of numbers under a chart.
    private final class DayNames extends StringConverter<Number> {

        @Override
        public String toString(@Nullable Number number) {
            return number == null ? "" : model.dayName(number.intValue());
        }

        @Override
        public Number fromString(String text) {
            throw new UnsupportedOperationException("nobody types into a chart");
        }
    }

    /// Writes the figures beside a chart as the reader does.
    private final class FigureNames extends StringConverter<Number> {

        @Override
        public String toString(@Nullable Number number) {
            return number == null ? "" : model.figureName(number);
        }

        @Override
        public Number fromString(String text) {
            throw new UnsupportedOperationException("nobody types into a chart");
        }
    }
}
