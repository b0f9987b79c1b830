/// The card terminal on the counter: what it is asked, and what can come of it.
@NullMarked
package dev.keyrack.client.terminal;

import org.jspecify.annotations.NullMarked;
