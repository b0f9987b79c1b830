package dev.keyrack.server.soak;

import java.util.List;
import java.util.function.Predicate;

/// One request and its answer.
///
/// @param who the client
/// @param what the request in a few words
/// @param answer what it was told
/// @param asked when it was sent, in nanoseconds
/// @param answered when the answer was there
/// @param steps what must have happened in between for this answer, in this order; each at one moment
record Deed(String who, String what, String answer, long asked, long answered, List<Predicate<World>> steps) {

    Deed {
        steps = List.copyOf(steps);
    }

    /// What kind of request was answered how, whatever it was about.
    String kind() {
        return what.substring(0, what.indexOf(' ')) + " " + answer.replaceFirst("^(2..) .*", "$1");
    }

    /// The deed as a line, its times in milliseconds since the beginning of the round.
    String line(long beginning) {
        return "%10.3f to %10.3f  %-8s %s -> %s"
                .formatted((asked - beginning) / 1e6, (answered - beginning) / 1e6, who, what, answer);
    }
}
