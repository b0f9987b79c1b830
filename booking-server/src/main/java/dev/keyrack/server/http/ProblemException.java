package dev.keyrack.server.http;

import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;

/// A refusal. Whatever the request had begun is undone.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.type() + ": " + problem.detail());
        this.problem = problem;
    }

    public ProblemException(ProblemType type, String detail) {
        this(Problem.of(type, detail));
    }

    /// A value that is not of the expected form.
    public static ProblemException malformed(String field, String expected) {
        return new ProblemException(
                Problem.of(ProblemType.MALFORMED_BODY, field + ": " + expected).atField(field));
    }

    public Problem problem() {
        return problem;
    }
}
