/// Attempts to move money through a gateway, each with a durable intent before the outside call.
@NullMarked
package dev.keyrack.server.payment;

import org.jspecify.annotations.NullMarked;
