package dev.keyrack.contract.sync;

import java.util.List;

/// Changes after a cursor.
///
/// @param next the cursor to ask with next time
/// @param upToDate true if nothing came after the last row when it was read
/// @param checksum order-free sum over (type, id, version) of everything alive in the scope at its head; compare it
///     when `upToDate`
public record ChangePage(List<Change> changes, String next, boolean upToDate, long checksum) {}
