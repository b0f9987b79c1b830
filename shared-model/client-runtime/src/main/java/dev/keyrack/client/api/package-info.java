/// How the programs speak to the server: JSON over HTTP, every answer, refusal and silence told apart.
@NullMarked
package dev.keyrack.client.api;

import org.jspecify.annotations.NullMarked;
