/// Signing in from a browser, from a device without one, and with a partner's key (OAuth 2.0).
@NullMarked
package dev.keyrack.server.oauth;

import org.jspecify.annotations.NullMarked;
