package dev.keyrack.desktop.admin.audit;

/// What the record can be narrowed to: all actions of one feature.
enum AuditKind {
    ALL(""),
    SIGN_IN("session"),
    ACCESS("access"),
    ACCOUNT("account"),
    BOOKING("booking"),
    PAYMENT("payment"),
    RESOURCE("resource"),
    UNIT("unit"),
    DEVICE("device"),
    KEY("key"),
    ALERT("alert");

    private final String action;

    AuditKind(String action) {
        this.action = action;
    }

    /// What stands before the dot of their names; empty for all.
    String action() {
        return action;
    }
}
