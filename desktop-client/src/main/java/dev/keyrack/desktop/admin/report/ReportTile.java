package dev.keyrack.desktop.admin.report;

/// A figure of the whole period, and how it compares with the period before.
record ReportTile(String figure, String comparison) {}
