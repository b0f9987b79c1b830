/// The frame around every screen: rail, menus, status line, and what the program remembers of its look.
@NullMarked
package dev.keyrack.desktop.shell;

import org.jspecify.annotations.NullMarked;
