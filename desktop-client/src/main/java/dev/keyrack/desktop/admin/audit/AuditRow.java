package dev.keyrack.desktop.admin.audit;

import dev.keyrack.contract.audit.AuditRecord;

/// An entry of the record in words.
record AuditRow(AuditRecord record, String time, String who, String what, String detail) {

    String subject() {
        return record.subjectId();
    }

    String before() {
        String before = record.before();
        return before == null ? "" : before;
    }

    String after() {
        String after = record.after();
        return after == null ? "" : after;
    }
}
