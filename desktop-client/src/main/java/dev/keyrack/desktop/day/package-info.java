/// The lists of the day: who arrives, is here, leaves, asks, and owes, each with its one next step.
@NullMarked
package dev.keyrack.desktop.day;

import org.jspecify.annotations.NullMarked;
