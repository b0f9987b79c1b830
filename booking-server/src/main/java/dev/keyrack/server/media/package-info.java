/// Pictures: made safe and small as they come in, drawn where a site has none yet, given out to everybody.
@NullMarked
package dev.keyrack.server.media;

import org.jspecify.annotations.NullMarked;
