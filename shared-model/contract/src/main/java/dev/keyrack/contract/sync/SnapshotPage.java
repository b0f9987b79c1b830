package dev.keyrack.contract.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a scope's present state. When `nextPage` is null it was the last; go on with the changes from `cursor`,
/// which overlap the snapshot harmlessly.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SnapshotPage(
        List<Change> rows, String cursor, @Nullable String nextPage) {}
