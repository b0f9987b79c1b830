/// What is kept of people: they read it, take it with them and have it erased, and what is old goes by itself.
@NullMarked
package dev.keyrack.server.privacy;

import org.jspecify.annotations.NullMarked;
