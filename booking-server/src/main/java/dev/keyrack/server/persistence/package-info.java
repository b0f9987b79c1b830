/// Transactions, the write lock and the durability gate. Knows no feature.
@NullMarked
package dev.keyrack.server.persistence;

import org.jspecify.annotations.NullMarked;
