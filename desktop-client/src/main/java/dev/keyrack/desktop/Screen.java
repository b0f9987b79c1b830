package dev.keyrack.desktop;

import dev.keyrack.desktop.day.DayList;

/// Where one can be in the program, once signed in.
sealed interface Screen {

    record Board() implements Screen {}

    record OfDay(DayList list) implements Screen {}

    record Guests() implements Screen {}

    record Attention() implements Screen {}
}
