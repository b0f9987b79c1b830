/// Who may do what: one matrix of role by action by scope, in `permissions.md`.
@NullMarked
package dev.keyrack.server.access;

import org.jspecify.annotations.NullMarked;
