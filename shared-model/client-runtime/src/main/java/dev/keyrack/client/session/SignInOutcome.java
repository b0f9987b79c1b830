package dev.keyrack.client.session;

import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.problem.Problem;
import java.util.List;

/// What came of signing in.
public sealed interface SignInOutcome {

    /// @param sites those that the account may see
    record Online(Role role, List<Site> sites) implements SignInOutcome {}

    /// The server does not answer; name and password are those that it accepted here not long ago.
    record Offline(Role role, List<Site> sites) implements SignInOutcome {}

    record Refused(Problem problem) implements SignInOutcome {}

    /// The server does not answer, and nobody of that name and password is known here.
    record Unanswered() implements SignInOutcome {}
}
