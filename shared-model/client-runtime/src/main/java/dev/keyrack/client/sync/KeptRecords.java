package dev.keyrack.client.sync;

import dev.keyrack.client.store.LocalStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The living records of one type in memory, by their names: read from disk once, and then only what is newer.
final class KeptRecords<T> {

    private final LocalStore store;
    private final String scope;
    private final String type;
    private final Class<T> shape;
    private final Map<String, T> records = new TreeMap<>();
    private volatile boolean read;
    private long generation = -1;
    private long touch;

    KeptRecords(LocalStore store, String scope, String type, Class<T> shape) {
        this.store = store;
        this.scope = scope;
        this.type = type;
        this.shape = shape;
    }

    /// Whether everything was read once, so that a look at it costs little.
    boolean isRead() {
        return read;
    }

    synchronized List<T> list() {
        refresh();
        return List.copyOf(records.values());
    }

    synchronized Optional<T> find(String id) {
        refresh();
        return Optional.ofNullable(records.get(id));
    }

    private void refresh() {
        long now = store.generation(scope);
        if (now != generation) {
            records.clear();
            touch = 0;
            generation = now;
        }
        List<LocalStore.Touched<T>> news;
        do {
            news = store.listTouched(scope, type, shape, touch);
            for (LocalStore.Touched<T> each : news) {
                T body = each.body();
                if (body == null) {
                    records.remove(each.id());
                } else {
                    records.put(each.id(), body);
                }
                touch = each.touch();
            }
        } while (!news.isEmpty());
        read = true;
    }
}
