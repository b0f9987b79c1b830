package dev.keyrack.desktop;

import dev.keyrack.desktop.day.DayList;

/// Where one can be in the program, once signed in.
sealed interface Screen {

    record Board() implements Screen {}

    record OfDay(DayList list) implements Screen {}

    record Guests() implements Screen {}

    record Agenda() implements Screen {}

    record Events() implements Screen {}

    record Attention() implements Screen {}

    /// A sale takes the whole frame until it is done or left.
    record Sale() implements Screen {}

    /// For those who decide what is sold.
    sealed interface Admin extends Screen {}

    record Resources() implements Admin {}

    record Rates() implements Admin {}

    record Requests() implements Admin {}

    record Report() implements Admin {}
}
