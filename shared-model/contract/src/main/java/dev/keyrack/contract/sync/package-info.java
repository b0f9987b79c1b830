/// The change feed and its snapshots, from which every client copy is built.
@NullMarked
package dev.keyrack.contract.sync;

import org.jspecify.annotations.NullMarked;
