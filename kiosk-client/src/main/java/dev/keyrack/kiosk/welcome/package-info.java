/// The first screen: what a guest sees before touching anything.
@NullMarked
package dev.keyrack.kiosk.welcome;

import org.jspecify.annotations.NullMarked;
