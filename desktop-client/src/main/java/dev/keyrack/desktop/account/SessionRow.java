package dev.keyrack.desktop.account;

import dev.keyrack.contract.identity.ActiveSession;

/// A session in words.
///
/// @param note says of the one at hand that it is it
record SessionRow(ActiveSession session, String program, String began, String used, String note) {

    boolean current() {
        return session.current();
    }
}
