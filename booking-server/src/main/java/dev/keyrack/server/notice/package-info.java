/// Confirmations by mail with receipt and calendar file, sent from the outbox.
@NullMarked
package dev.keyrack.server.notice;

import org.jspecify.annotations.NullMarked;
