/// Who works here now.
@NullMarked
package dev.keyrack.desktop.signin;

import org.jspecify.annotations.NullMarked;
