package dev.keyrack.server.oauth;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What a browser is told next.
sealed interface Turn {

    /// A page that asks for something.
    ///
    /// @param cookie names the visit
    /// @param form goes with the next answer, once
    /// @param program the name of the program that asks; null if none is known yet
    /// @param person who signed in; null before
    /// @param fault what was wrong with the answer before; null if nothing was
    record Ask(
            Visit visit,
            String cookie,
            String form,
            @Nullable Program program,
            @Nullable String person,
            @Nullable Fault fault)
            implements Turn {

        /// Does not show the secrets.
        @Override
        public String toString() {
            return "Ask[" + visit.step() + "]";
        }
    }

    /// A program that asks.
    ///
    /// @param own whether it comes from us
    record Program(String name, boolean own) {}

    /// Back to the program.
    record Leave(URI to) implements Turn {}

    /// A page that ends it.
    record End(Ending ending) implements Turn {}

    /// What was wrong with an answer.
    enum Fault {
        NAME_MISSING,
        PASSWORD_MISSING,
        WRONG,
        OFTEN,
        CODE_WRONG,
        USER_CODE_WRONG
    }

    /// How it may end without a way back to the program.
    enum Ending {
        /// The device that waited may go on.
        ALLOWED,
        /// The device was told no.
        DENIED,
        /// The device does not wait any more.
        LATE,
        /// The form was not made for this browser, was sent before, or is too old.
        LOST,
        /// No program is known by that name.
        UNKNOWN_PROGRAM,
        /// The program may not have the browser sent there.
        FOREIGN_ADDRESS
    }
}
