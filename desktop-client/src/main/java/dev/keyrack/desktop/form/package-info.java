/// Fields that are typed into, and what is wrong with them: one look and one validation for every form of the desk.
@NullMarked
package dev.keyrack.desktop.form;

import org.jspecify.annotations.NullMarked;
