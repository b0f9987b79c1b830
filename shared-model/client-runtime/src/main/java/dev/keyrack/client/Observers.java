package dev.keyrack.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Those who want to hear of something.
final class Observers<T> {

    private final List<Consumer<T>> consumers = new CopyOnWriteArrayList<>();

    Subscription add(Consumer<T> observer) {
        consumers.add(observer);
        return () -> consumers.remove(observer);
    }

    void tell(T news) {
        consumers.forEach(consumer -> consumer.accept(news));
    }
}
