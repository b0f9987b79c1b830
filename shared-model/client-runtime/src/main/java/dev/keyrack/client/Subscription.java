package dev.keyrack.client;

/// An observer's place in the list; closing it ends the calls.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
