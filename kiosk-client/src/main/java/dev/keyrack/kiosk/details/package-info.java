/// Who the guest is.
@NullMarked
package dev.keyrack.kiosk.details;

import org.jspecify.annotations.NullMarked;
