package dev.keyrack.client.store;

import dev.keyrack.client.api.ClientJson;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.sync.Change;
import dev.keyrack.contract.value.BookingId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done here and is not confirmed, in the order in which it was done.
public final class MutationStore {

    private static final String SELECT = "select id, body, recorded_at, problem, author from mutation ";

    private final LocalDatabase database;
    private final LocalStore records;

    MutationStore(LocalDatabase database, LocalStore records) {
        this.database = database;
        this.records = records;
    }

    /// @param problem why the server refused; null while it waits to be sent
    /// @param author the account under which it was done
    public record Recorded<T>(
            String id, T mutation, Instant at, @Nullable Problem problem, String author) {}

    /// Writes it down; when this returns, no power cut can lose it.
    ///
    /// @param author the account under which it was done
    public void add(String author, String id, BookingId booking, Object mutation, Instant at) {
        database.durably(() -> database.update(
                "insert into mutation (id, booking_id, body, recorded_at, author) values (?, ?, ?, ?, ?)",
                id,
                booking.value(),
                ClientJson.write(mutation),
                at.atOffset(ZoneOffset.UTC),
                author));
    }

    public <T> List<Recorded<T>> list(Class<T> shape) {
        return list(shape, "order by seq");
    }

    /// The first that an account can send: what it did itself, as far as nothing that was done to the same booking
    /// before waits for a person's decision or for somebody else.
    public <T> List<Recorded<T>> listSendable(Class<T> shape, String author) {
        return list(
                shape,
                "m where problem is null and author in ('', ?) and not exists (select 1 from mutation r"
                        + " where r.booking_id = m.booking_id and r.seq < m.seq"
                        + " and (r.problem is not null or r.author not in ('', ?))) order by seq limit 1",
                author,
                author);
    }

    private <T> List<Recorded<T>> list(Class<T> shape, String which, Object... values) {
        return database.query(
                SELECT + which,
                row -> {
                    String problem = row.getString(4);
                    return new Recorded<>(
                            row.getString(1),
                            ClientJson.read(row.getString(2), shape),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            problem == null ? null : ClientJson.read(problem, Problem.class),
                            row.getString(5));
                },
                values);
    }

    /// It took effect: forgets it, and takes the record that the server answered with, both or neither.
    public void confirm(String id, Change answered) {
        database.inTransaction(() -> {
            records.write(List.of(answered));
            database.update("delete from mutation where id = ?", id);
        });
    }

    public void refuse(String id, Problem problem) {
        database.durably(
                () -> database.update("update mutation set problem = ? where id = ?", ClientJson.write(problem), id));
    }

    /// Sends it again, as if the server had not refused.
    public void retry(String id) {
        database.durably(() -> database.update("update mutation set problem = null where id = ?", id));
    }

    public void drop(String id) {
        database.durably(() -> database.update("delete from mutation where id = ?", id));
    }
}
