/// Where a guest stands, and where each touch leads: pure, without a screen and without a server.
@NullMarked
package dev.keyrack.kiosk.flow;

import org.jspecify.annotations.NullMarked;
