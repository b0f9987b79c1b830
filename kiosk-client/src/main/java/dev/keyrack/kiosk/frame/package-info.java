/// What is around every question: progress, back, cancel, languages, contrast, reach, and the calm screens for trouble.
@NullMarked
package dev.keyrack.kiosk.frame;

import org.jspecify.annotations.NullMarked;
