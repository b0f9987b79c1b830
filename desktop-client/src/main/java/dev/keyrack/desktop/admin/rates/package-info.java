/// What is sold when, and at what price: a calendar on which rates and rules are made, seen before they are saved, and
/// the performances of events.
@NullMarked
package dev.keyrack.desktop.admin.rates;

import org.jspecify.annotations.NullMarked;
