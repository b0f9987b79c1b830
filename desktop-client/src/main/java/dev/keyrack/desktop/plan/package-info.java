/// What the planning board shows and what can be done on it, without a screen: lines, bars, and what it means to let a
/// stay go somewhere else.
@NullMarked
package dev.keyrack.desktop.plan;

import org.jspecify.annotations.NullMarked;
