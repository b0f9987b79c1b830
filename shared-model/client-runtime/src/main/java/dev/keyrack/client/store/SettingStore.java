package dev.keyrack.client.store;

import java.util.Optional;

/// Small things that a program remembers, by name.
public final class SettingStore {

    private final LocalDatabase database;

    SettingStore(LocalDatabase database) {
        this.database = database;
    }

    public Optional<String> find(String name) {
        return database.query("select content from setting where name = ?", row -> row.getString(1), name).stream()
                .findFirst();
    }

    /// When this returns, no power cut can lose it.
    public void put(String name, String value) {
        database.durably(() -> database.update("merge into setting key (name) values (?, ?)", name, value));
    }

    public void remove(String name) {
        database.durably(() -> database.update("delete from setting where name = ?", name));
    }
}
