package dev.keyrack.client.terminal;

import org.jspecify.annotations.Nullable;

/// What came of a payment at the terminal. Silence is not a no.
public sealed interface TerminalOutcome {

    /// @param token stands for the card; there is never a card number
    /// @param card what a receipt may show, such as `Visa •••• 4242`
    record Approved(String token, String card) implements TerminalOutcome {}

    record Declined(String reason) implements TerminalOutcome {}

    /// The guest, or somebody for the guest, stopped it.
    record Cancelled() implements TerminalOutcome {}

    /// The terminal serves somebody else; it did nothing.
    record Busy() implements TerminalOutcome {}

    /// The terminal is still at it.
    record Running() implements TerminalOutcome {}

    /// The terminal is certain that it never began.
    record Unseen() implements TerminalOutcome {}

    /// An approved payment was given back.
    record Reversed() implements TerminalOutcome {}

    /// No answer came: the money may or may not have moved.
    record Unknown(String reason) implements TerminalOutcome {}

    /// How an outcome travels between the program and the terminal.
    ///
    /// @param token of an approved payment
    /// @param text the card of an approved payment, the reason of a declined one
    record Wire(
            State state, @Nullable String token, @Nullable String text) {

        public enum State {
            APPROVED,
            DECLINED,
            CANCELLED,
            BUSY,
            RUNNING,
            UNSEEN,
            REVERSED
        }

        TerminalOutcome toOutcome() {
            return switch (state) {
                case APPROVED ->
                    token == null ? new Unknown("approved without a token") : new Approved(token, String.valueOf(text));
                case DECLINED -> new Declined(String.valueOf(text));
                case CANCELLED -> new Cancelled();
                case BUSY -> new Busy();
                case RUNNING -> new Running();
                case UNSEEN -> new Unseen();
                case REVERSED -> new Reversed();
            };
        }
    }
}
