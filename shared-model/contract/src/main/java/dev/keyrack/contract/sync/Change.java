package dev.keyrack.contract.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
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

    /// The same row in a snapshot.
    public Change readAt(long head) {
        return new Change(scope, head, type, id, version, op, schema, body);
    }

    /// What one living record adds to the checksum of its scope: 64 bits of FNV-1a over `type`, `id` and `version` as
    /// UTF-8 with line feeds between them, stirred as MurmurHash3 ends, so that two records which are each one
    /// version behind do not cancel out. The checksum is the sum over all, wrapping around.
    public static long share(String type, String id, long version) {
        long hash = 0xcbf29ce484222325L;
        for (byte octet : (type + "\n" + id + "\n" + version).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
