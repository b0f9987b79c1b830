/// The kiosks of a site: listed, made known, taken out of service, and how they sign in by keys of their own.
@NullMarked
package dev.keyrack.server.device;

import org.jspecify.annotations.NullMarked;
