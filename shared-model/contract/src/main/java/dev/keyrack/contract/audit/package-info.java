/// The record of who did what, as managers read it, and what in it looks like an attack.
@NullMarked
package dev.keyrack.contract.audit;

import org.jspecify.annotations.NullMarked;
