package dev.keyrack.server.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// The yardstick `limit`: the rows of a hold and of a booking written by plain statements, two durable transactions
/// each, by workers that have a connection of their own; no HTTP, no JSON, no rule, no feed.
public final class PlainSql {

    private static final BigDecimal PRICE = new BigDecimal("450.000");

    private final String url;
    private final boolean h2;
    private final Clock clock;
    private final LocalDate opening;
    private final ReentrantLock turn = new ReentrantLock(true);

    public PlainSql(String url, Clock clock) {
        this.url = url;
        this.clock = clock;
        opening = Shape.opening(clock);
        h2 = url.startsWith("jdbc:h2:");
    }

    /// Makes every cell that anybody may want; the server makes its own when they are first wanted.
    public void open(int capacity) {
        String cells = "insert into cell (resource_id, grain_start, capacity) select ?, cast(? as timestamp), ?"
                + " where not exists (select 1 from cell where resource_id = ? and grain_start = ?)";
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(cells)) {
            connection.setAutoCommit(false);
            for (int number = 0; number < Shape.RESOURCES; number++) {
                for (int day = 0; day < Shape.DAYS + Shape.NIGHTS; day++) {
                    LocalDateTime grain = opening.plusDays(day).atStartOfDay();
                    bind(insert, Shape.resource(number), grain, capacity, Shape.resource(number), grain);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return h2 ? DriverManager.getConnection(url, "keyrack", "") : DriverManager.getConnection(url);
    }

    /// Lets so many workers book until it is over.
    public Figures run(int workers, Shape shape, BooleanSupplier over) throws InterruptedException {
        Figures figures = new Figures();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Future<Void>> all = IntStream.range(0, workers)
                    .mapToObj(_ -> threads.submit(() -> work(shape, over, figures)))
                    .toList();
            for (Future<Void> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker could not go on", e);
        }
        return figures.end();
    }

    private Void work(Shape shape, BooleanSupplier over, Figures figures) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            while (!over.getAsBoolean()) {
                long began = System.nanoTime();
                String resource = shape.nextResource();
                LocalDate from = shape.nextArrival(opening);
                String hold = "hld_" + UUID.randomUUID();
                commit(connection, () -> hold(connection, resource, from, hold));
                commit(connection, () -> book(connection, resource, from, hold));
                figures.succeeded(System.nanoTime() - began);
            }
        }
        return null;
    }

    private interface Rows {

        void write() throws SQLException;
    }

    /// H2 gets the same durability as the server asks of it, and the turns without which it loses updates.
    private void commit(Connection connection, Rows rows) throws SQLException {
        if (!h2) {
            rows.write();
            connection.commit();
            return;
        }
        turn.lock();
        try (Statement sync = connection.createStatement()) {
            rows.write();
            connection.commit();
            sync.execute("CHECKPOINT SYNC");
        } finally {
            turn.unlock();
        }
    }

    private void hold(Connection connection, String resource, LocalDate from, String hold) throws SQLException {
        for (int night = 0; night < Shape.NIGHTS; night++) {
            update(
                    connection,
                    "update cell set held = held + 1, version = version + 1 where resource_id = ? and grain_start = ?"
                            + " and held + booked + leased + 1 <= capacity + allowance",
                    resource,
                    from.plusDays(night).atStartOfDay());
        }
        update(
                connection,
                "insert into hold (id, resource_id, start_date, end_date, quantity, guests, owner_id, state, expires_at,"
                        + " quote, revision) values (?, ?, ?, ?, 1, 1, 'usr_bench', 'ACTIVE', ?, '{}', 1)",
                hold,
                resource,
                from.toString(),
                from.plusDays(Shape.NIGHTS).toString(),
                now().plusMinutes(10));
    }

    private void book(Connection connection, String resource, LocalDate from, String hold) throws SQLException {
        for (int night = 0; night < Shape.NIGHTS; night++) {
            LocalDateTime grain = from.plusDays(night).atStartOfDay();
            update(
                    connection,
                    "update cell set held = held - 1, booked = booked + 1, version = version + 1"
                            + " where resource_id = ? and grain_start = ? and held > 0",
                    resource,
                    grain);
        }
        String booking = "bkg_" + UUID.randomUUID();
        OffsetDateTime now = now();
        update(connection, "update hold set state = 'CONFIRMED', revision = 2 where id = ?", hold);
        update(
                connection,
                "insert into booking (id, site_id, resource_id, resource_name, hold_id, status, start_date, end_date,"
                        + " quantity, guests, total_price, currency, price_lines, policy, confirmation_code, first_name,"
                        + " last_name, payment_status, created_at, updated_at, revision, guest_id)"
                        + " values (?, 'sit_bench', ?, 'Room', ?, 'CONFIRMED', ?, ?, 1, 1, ?, 'USD', '[]', 'NONE', ?,"
                        + " 'Ann', 'Guest', 'PAID', ?, ?, 1, ?)",
                booking,
                resource,
                hold,
                from.toString(),
                from.plusDays(Shape.NIGHTS).toString(),
                PRICE,
                UUID.randomUUID().toString().substring(0, 15),
                now,
                now,
                "gst_" + UUID.randomUUID());
        settle(connection, booking, now);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static void settle(Connection connection, String booking, OffsetDateTime now) throws SQLException {
        update(
                connection,
                "insert into payment (id, booking_id, token, state, amount, currency, created_at, updated_at)"
                        + " values (?, ?, 'tok_approve', 'CAPTURED', ?, 'USD', ?, ?)",
                "pay_" + UUID.randomUUID(),
                booking,
                PRICE,
                now,
                now);
        update(
                connection,
                "insert into outbox (id, kind, payload, next_attempt_at, done_at) values (?, 'CONFIRMED', '{}', ?, ?)",
                booking + "-001",
                now,
                now);
        update(
                connection,
                "insert into audit_entry (at, actor_id, action, subject_id, detail)"
                        + " values (?, 'usr_bench', 'booking.confirmed', ?, '')",
                now,
                booking);
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            if (statement.executeUpdate() != 1) {
                throw new SQLException("not one row: " + sql);
            }
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
