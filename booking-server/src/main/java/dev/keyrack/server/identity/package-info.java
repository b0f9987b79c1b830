/// Accounts, passwords and tokens.
@NullMarked
package dev.keyrack.server.identity;

import org.jspecify.annotations.NullMarked;
