/// Measures the whole path of a booking, as ratios within one run on one machine.
@NullMarked
package dev.keyrack.server.bench;

import org.jspecify.annotations.NullMarked;
