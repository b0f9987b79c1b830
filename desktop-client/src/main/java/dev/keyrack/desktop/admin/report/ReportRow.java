package dev.keyrack.desktop.admin.report;

/// A day of the report in words.
record ReportRow(String day, String sold, String occupancy, String revenue, String rate) {}
