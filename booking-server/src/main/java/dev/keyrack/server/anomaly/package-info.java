/// What in the audit record looks like an attack, and who is told of it. Each rule is a pure function of what was
/// recorded in the last hour; one job looks every few seconds.
@NullMarked
package dev.keyrack.server.anomaly;

import org.jspecify.annotations.NullMarked;
