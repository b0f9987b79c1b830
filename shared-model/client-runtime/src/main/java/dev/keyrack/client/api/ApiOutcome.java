package dev.keyrack.client.api;

import dev.keyrack.contract.problem.Problem;
import java.util.function.Function;

/// What came of a call. Silence is not a refusal: whatever was asked may have happened.
public sealed interface ApiOutcome<T> {

    /// The server did it.
    record Answered<T>(T value) implements ApiOutcome<T> {}

    /// The server would not, and changed nothing.
    record Refused<T>(Problem problem) implements ApiOutcome<T> {}

    /// No answer came, or none that could be read.
    record Unanswered<T>(String reason) implements ApiOutcome<T> {}

    /// The same outcome with another value, if there is one.
    default <R> ApiOutcome<R> map(Function<T, R> change) {
        return switch (this) {
            case Answered<T>(T value) -> new Answered<>(change.apply(value));
            case Refused<T>(Problem problem) -> new Refused<>(problem);
            case Unanswered<T>(String reason) -> new Unanswered<>(reason);
        };
    }
}
