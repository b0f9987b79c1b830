package dev.keyrack.desktop.signin;

import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.Role;
import java.util.List;

/// Who came in, as far as the screens must know.
///
/// @param sites those that the account may see
public record Visit(Role role, List<Site> sites) {}
