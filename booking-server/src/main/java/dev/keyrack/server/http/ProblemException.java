package dev.keyrack.server.http;

import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A refusal. Whatever the request had begun is undone.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final @Nullable Duration wait;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    private ProblemException(Problem problem, @Nullable Duration wait) {
        super(problem.type() + ": " + problem.detail());
        this.problem = problem;
        this.wait = wait;
    }

    public ProblemException(ProblemType type, String detail) {
        this(Problem.of(type, detail));
    }

    /// A value that is not of the expected form.
    public static ProblemException malformed(String field, String expected) {
        return new ProblemException(
                Problem.of(ProblemType.MALFORMED_BODY, field + ": " + expected).atField(field));
    }

    /// Somebody asks too often.
    ///
    /// @param wait after which time asking again may be of use
    public static ProblemException tooMany(String detail, Duration wait) {
        return new ProblemException(Problem.of(ProblemType.TOO_MANY_REQUESTS, detail), wait);
    }

    /// After which time to ask again, where that is known.
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(wait);
    }

    public Problem problem() {
        return problem;
    }
}
