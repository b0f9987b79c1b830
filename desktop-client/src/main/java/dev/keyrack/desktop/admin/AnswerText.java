package dev.keyrack.desktop.admin;

import dev.keyrack.contract.problem.Problem;
import dev.keyrack.fx.Messages;

/// Says in the reader's language why something a provider wanted did not happen.
public record AnswerText(Messages messages) {

    public String refusal(Problem problem) {
        return switch (problem.type()) {
            case STALE_REVISION -> messages.text("admin.refusal.stale");
            case SOLD_OUT -> messages.text("admin.refusal.sold");
            case ALREADY_EXISTS -> messages.text("admin.refusal.exists");
            case SIGN_IN_TOO_OLD -> messages.text("admin.refusal.proof");
            case FORBIDDEN, UNAUTHENTICATED -> messages.text("admin.refusal.role");
            case UNKNOWN_RESOURCE, NOT_FOUND -> messages.text("admin.refusal.gone");
            case TOO_MANY_REQUESTS, BUSY, IN_FLIGHT -> messages.text("admin.refusal.busy");
            case MALFORMED_BODY -> messages.text("admin.refusal.form");
            case BODY_TOO_LARGE -> messages.text("admin.refusal.large");
            default -> messages.text("admin.refusal.other");
        };
    }

    /// Nothing was heard: it may have happened.
    public String silence() {
        return messages.text("admin.refusal.silence");
    }

    /// The work failed here.
    public String failure() {
        return messages.text("admin.refusal.failure");
    }
}
