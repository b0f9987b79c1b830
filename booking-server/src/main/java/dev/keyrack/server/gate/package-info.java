/// What stands before every request: who may come how often, by which way, and how slowly. Knows no feature, and
/// nothing of endpoints.
@NullMarked
package dev.keyrack.server.gate;

import org.jspecify.annotations.NullMarked;
