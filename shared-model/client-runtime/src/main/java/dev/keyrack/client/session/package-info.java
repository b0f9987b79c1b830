/// Who works here, and that only one program does.
@NullMarked
package dev.keyrack.client.session;

import org.jspecify.annotations.NullMarked;
