/// The frame around every screen: menu, status line, and in time navigation.
@NullMarked
package dev.keyrack.desktop.shell;

import org.jspecify.annotations.NullMarked;
