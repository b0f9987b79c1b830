/// What an operator runs: import, demo, verify, health.
@NullMarked
package dev.keyrack.server.operation;

import org.jspecify.annotations.NullMarked;
