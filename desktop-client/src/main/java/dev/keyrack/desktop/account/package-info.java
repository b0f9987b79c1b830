/// One's own account: details, password, second factor and sessions.
@NullMarked
package dev.keyrack.desktop.account;

import org.jspecify.annotations.NullMarked;
