/// How a site does: occupancy, revenue and average rate by day, computed from the local copy.
@NullMarked
package dev.keyrack.desktop.admin.report;

import org.jspecify.annotations.NullMarked;
