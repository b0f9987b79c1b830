/// The Keyrack server: one process that holds the truth.
@NullMarked
package dev.keyrack.server;

import org.jspecify.annotations.NullMarked;
