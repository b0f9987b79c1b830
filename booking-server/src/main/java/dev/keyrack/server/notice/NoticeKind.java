package dev.keyrack.server.notice;

/// What a guest is told.
public enum NoticeKind {
    REQUESTED,
    CONFIRMED,
    CHANGED,
    CANCELLED,
    DECLINED
}
