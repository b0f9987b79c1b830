package dev.keyrack.server.persistence;

/// What is done within one transaction.
@FunctionalInterface
public interface Work<T> {

    T run(Transaction transaction);
}
