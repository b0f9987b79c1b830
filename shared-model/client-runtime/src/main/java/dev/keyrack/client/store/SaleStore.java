package dev.keyrack.client.store;

import dev.keyrack.client.api.ClientJson;
import java.util.List;
import java.util.Optional;

/// Sales by card on their way.
public final class SaleStore {

    private final LocalDatabase database;

    SaleStore(LocalDatabase database) {
        this.database = database;
    }

    /// Writes a sale; when this returns, no power cut can lose it.
    public void keep(String id, Object sale) {
        database.durably(() -> database.update("merge into sale key (id) values (?, ?)", id, ClientJson.write(sale)));
    }

    public void end(String id) {
        database.inTransaction(() -> database.update("delete from sale where id = ?", id));
    }

    public <T> Optional<T> find(String id, Class<T> shape) {
        return database
                .query("select body from sale where id = ?", row -> ClientJson.read(row.getString(1), shape), id)
                .stream()
                .findFirst();
    }

    public <T> List<T> list(Class<T> shape) {
        return database.query("select body from sale order by id", row -> ClientJson.read(row.getString(1), shape));
    }
}
