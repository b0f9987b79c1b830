package dev.keyrack.client.store;

import dev.keyrack.client.api.ClientJson;
import dev.keyrack.contract.sync.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The encrypted copy of the scopes that this client follows, and beside it what the client itself must not lose.
/// Batches are applied whole, with the cursor that belongs to them; a record gives way only to a higher version.
public final class LocalStore implements AutoCloseable {

    private static final String UPSERT = """
            merge into record t using (values (?, ?, ?, ?, ?, ?, ?, ?))
                s (scope, type, id, version, alive, starts, ends, body)
            on t.scope = s.scope and t.type = s.type and t.id = s.id
            when matched and s.version > t.version then update set
                version = s.version, alive = s.alive, starts = s.starts, ends = s.ends, body = s.body,
                touched = next value for touch
            when not matched then insert (scope, type, id, version, alive, starts, ends, body) values
                (s.scope, s.type, s.id, s.version, s.alive, s.starts, s.ends, s.body)""";

    private final LocalDatabase database;
    private final SaleStore sales;
    private final MutationStore mutations;
    private final SettingStore settings;

    private LocalStore(LocalDatabase database) {
        this.database = database;
        sales = new SaleStore(database);
        mutations = new MutationStore(database, this);
        settings = new SettingStore(database);
    }

    /// Opens, or creates, the store of a folder. One that is damaged is set aside, and never deleted.
    ///
    /// @throws StoreException if it cannot be opened, for instance because another program has it
    public static LocalStore open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LocalStore(LocalDatabase.open(folder));
    }

    /// Deletes the store of a folder and all that was set aside, its key first, so that even what cannot be deleted can
    /// be read no more. The store must be closed.
    public static void delete(Path folder) {
        try {
            StoreKey.delete(folder);
            new StoreFile(folder).delete();
        } catch (IOException e) {
            throw new StoreException("The local copy in " + folder + " cannot be deleted", e);
        }
    }

    /// Where the store of this folder is now if it was damaged, so that this one was begun instead.
    public Optional<Path> damaged() {
        return database.damaged();
    }

    public SaleStore sales() {
        return sales;
    }

    public MutationStore mutations() {
        return mutations;
    }

    public SettingStore settings() {
        return settings;
    }

    /// Where the copy of a scope stands; empty if there is none.
    public Optional<String> findCursor(String scope) {
        return database.query("select cursor from position where scope = ?", row -> row.getString(1), scope).stream()
                .findFirst();
    }

    /// How often the copy of a scope was replaced as a whole.
    public long generation(String scope) {
        return database.query("select generation from position where scope = ?", row -> row.getLong(1), scope).stream()
                .findFirst()
                .orElse(0L);
    }

    /// Applies changes and moves the cursor, both or neither.
    public void apply(String scope, List<Change> changes, String cursor) {
        database.inTransaction(() -> {
            write(changes);
            database.update("merge into position (scope, cursor) key (scope) values (?, ?)", scope, cursor);
        });
    }

    /// Takes a page of a new snapshot aside, until all of it is here.
    public void stage(List<Change> rows) {
        database.inTransaction(() -> database.updateAll(
                "merge into staged values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows.stream().map(LocalStore::columns).toList()));
    }

    /// Throws away what was taken aside.
    public void unstage(String scope) {
        database.inTransaction(() -> database.update("delete from staged where scope = ?", scope));
    }

    /// Puts the snapshot that was taken aside in the place of the scope's copy.
    public void replace(String scope, String cursor) {
        long next = generation(scope) + 1;
        database.inTransaction(() -> {
            database.update("delete from record where scope = ?", scope);
            database.update(
                    "insert into record (scope, type, id, version, alive, starts, ends, body)"
                            + " select scope, type, id, version, alive, starts, ends, body from staged where scope = ?",
                    scope);
            database.update("delete from staged where scope = ?", scope);
            database.update("merge into position key (scope) values (?, ?, ?)", scope, cursor, next);
        });
    }

    /// The living record of that name.
    public <T> Optional<T> find(String scope, String type, String id, Class<T> shape) {
        return database
                .query(
                        "select body from record where scope = ? and type = ? and id = ? and alive",
                        row -> ClientJson.read(row.getString(1), shape),
                        scope,
                        type,
                        id)
                .stream()
                .findFirst();
    }

    /// All living records of a type.
    public <T> List<T> list(String scope, String type, Class<T> shape) {
        return database.query(
                "select body from record where scope = ? and type = ? and alive order by id",
                row -> ClientJson.read(row.getString(1), shape),
                scope,
                type);
    }

    /// A record as it was written last.
    ///
    /// @param body null if it is gone
    public record Touched<T>(String id, @Nullable T body, long touch) {}

    /// The next records of a type, living or gone, that were written after a touch, in that order; none if there are no
    /// more.
    public <T> List<Touched<T>> listTouched(String scope, String type, Class<T> shape, long after) {
        return database
                .query(
                        "select id, case when alive then body end, touched from record where scope = ? and type = ? and touched > ?"
                                + " order by scope, type, touched fetch first 500 rows only",
                        row -> new Touched<>(row.getString(1), row.getString(2), row.getLong(3)),
                        scope,
                        type,
                        after)
                .stream()
                .map(row -> new Touched<>(
                        row.id(), row.body() == null ? null : ClientJson.read(row.body(), shape), row.touch()))
                .toList();
    }

    /// Living records of a type whose period touches the one from `from` to `to`, both as ISO text, `to` excluded.
    public <T> List<T> listBetween(String scope, String type, Class<T> shape, Period period) {
        return database.query(
                "select body from record where scope = ? and type = ? and alive and ends > ? and starts < ?",
                row -> ClientJson.read(row.getString(1), shape),
                scope,
                type,
                period.from(),
                period.to());
    }

    /// A stretch of time as ISO text, `to` excluded.
    public record Period(String from, String to) {}

    /// The order-free sum over what is alive, to be compared with the server's; see [Change#share].
    public long checksum(String scope) {
        return database
                .query(
                        "select type, id, version from record where scope = ? and alive",
                        row -> Change.share(row.getString(1), row.getString(2), row.getLong(3)),
                        scope)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /// Within a transaction.
    void write(List<Change> rows) throws SQLException {
        database.updateAll(UPSERT, rows.stream().map(LocalStore::columns).toList());
    }

    private static @Nullable Object[] columns(Change row) {
        Map<String, Object> body = row.body();
        return new @Nullable Object[] {
            row.scope(),
            row.type(),
            row.id(),
            row.version(),
            row.op() == Change.Operation.PUT,
            first(body, "startDate", "grainStart"),
            first(body, "endDate", "grainStart"),
            body == null ? null : ClientJson.write(body)
        };
    }

    /// Of a booking its days; of a cell, which is shorter than any period, its beginning.
    private static @Nullable String first(@Nullable Map<String, Object> body, String field, String other) {
        return body == null ? null : (String) body.getOrDefault(field, body.get(other));
    }

    /// Interrupts a thread, but not while it reads or writes: that would close the file under everybody.
    public void interrupt(Thread thread) {
        database.interrupt(thread);
    }

    @Override
    public void close() {
        database.close();
    }
}
