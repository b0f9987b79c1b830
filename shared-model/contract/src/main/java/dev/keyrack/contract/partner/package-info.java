/// The keys with which programs of partners come in.
@NullMarked
package dev.keyrack.contract.partner;

import org.jspecify.annotations.NullMarked;
