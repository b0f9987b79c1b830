package dev.keyrack.contract.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of the change feed, or of a snapshot. Apply it only if `version` is above the version already there.
///
/// @param seq number within the scope, dense from 1; in a snapshot the head at which it was read
/// @param type kind of record: `resource`, `cell`, `booking`, `hold`, `unit`
/// @param schema version of the body's shape
/// @param body the record, or null for [Operation#DEL] and [Operation#LEAVE]
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        String scope,
        long seq,
        String type,
        String id,
        long version,
        Operation op,
        int schema,
        @Nullable Map<String, Object> body) {

    /// PUT: this is the record now. DEL: it is gone. LEAVE: it is no longer for this reader.
    public enum Operation {
        PUT,
        DEL,
        LEAVE
    }
}
