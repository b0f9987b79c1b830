package dev.keyrack.desktop.admin.report;

import java.math.BigDecimal;
import java.util.List;

/// One figure over the days of a chart, in the chosen period and in the one before; a day without one is left out.
record ReportSeries(List<Point> now, List<Point> before) {

    /// @param day days after the first
    record Point(int day, BigDecimal figure) {}
}
