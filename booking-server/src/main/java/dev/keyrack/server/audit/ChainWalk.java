package dev.keyrack.server.audit;

import dev.keyrack.server.audit.ChainRule.Head;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Follows a chain from its beginning and tells where it is broken: rows that were changed, removed, put in, swapped,
/// or
/// cut off the end.
public final class ChainWalk {

    private final Map<Head, String> expected = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private Head last;
    private long entries;

    /// @param begun where the chain begins
    public ChainWalk(Head begun) {
        last = begun;
    }

    /// Expects the chain to come by here.
    ///
    /// @param keeper who says so
    public ChainWalk expect(Head head, String keeper) {
        if (!head.equals(last)) {
            expected.put(head, keeper);
        }
        return this;
    }

    /// Takes the next row in the order of the numbers.
    ///
    /// @param hash as it is stored; null if there is none
    public void pass(AuditEntry entry, @Nullable String hash) {
        entries++;
        if (entry.seq() != last.seq() + 1) {
            faults.add("audit entry " + entry.seq() + " follows " + last.seq() + ": what was between is gone");
        } else if (!ChainRule.after(last, entry).hash().equals(hash)) {
            faults.add("audit entry " + entry.seq() + " or the one before it is not what was written");
        }
        last = new Head(entry.seq(), String.valueOf(hash));
        expected.remove(last);
    }

    /// How many rows passed.
    public long entries() {
        return entries;
    }

    /// All that is wrong, one a line; called after the last row.
    public List<String> end() {
        List<String> all = new ArrayList<>(faults);
        expected.forEach((head, keeper) -> all.add(
                head.seq() > last.seq()
                        ? "the audit record ends at " + last.seq() + ", but " + keeper + " knows of " + head.seq()
                        : "audit entry " + head.seq() + " is not the one that " + keeper + " knows"));
        return all;
    }
}
