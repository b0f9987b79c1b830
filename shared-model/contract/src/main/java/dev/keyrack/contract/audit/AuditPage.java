package dev.keyrack.contract.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some entries of the audit record, the newest first.
///
/// @param next what to send as `before` for those that come after; null if there are no more
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditPage(List<AuditRecord> entries, @Nullable Long next) {}
