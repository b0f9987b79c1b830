package dev.keyrack.desktop;

import dev.keyrack.desktop.day.DayList;

/// Where one can be in the program, once signed in.
sealed interface Screen {

    record Board() implements Screen {}

    record Sale() implements Screen {}

    record OfDay(DayList list) implements Screen {}

    record Agenda() implements Screen {}

    record Performances() implements Screen {}

    record Guests() implements Screen {}

    record Attention() implements Screen {}

    /// One's own account.
    record Account() implements Screen {}

    /// For those who decide what is sold.
    record Admin(Desk desk) implements Screen {

        /// What is decided there.
        enum Desk {
            RESOURCES,
            RATES,
            REQUESTS,
            REPORT,
            AUDIT,
            STAFF,
            DEVICES,
            KEYS
        }
    }
}
