/// What every endpoint shares: who calls, what was refused, and what was answered before. Knows no feature.
@NullMarked
package dev.keyrack.server.http;

import org.jspecify.annotations.NullMarked;
