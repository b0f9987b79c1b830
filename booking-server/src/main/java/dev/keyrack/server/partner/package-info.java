/// The keys of partners' programs.
@NullMarked
package dev.keyrack.server.partner;

import org.jspecify.annotations.NullMarked;
