/// The encrypted copy of what the server told, in one H2 file that only this user can read.
@NullMarked
package dev.keyrack.client.store;

import org.jspecify.annotations.NullMarked;
