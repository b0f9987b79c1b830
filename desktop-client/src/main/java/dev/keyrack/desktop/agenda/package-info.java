/// Appointments by practitioner and day, and performances with how full they are.
@NullMarked
package dev.keyrack.desktop.agenda;

import org.jspecify.annotations.NullMarked;
