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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// The yardstick `limit`: the rows that a hold and a booking leave behind, written by plain statements in two durable
/// transactions, by workers that have a connection of their own; no HTTP, no JSON, no rule. What the server writes more
/// than once on the way is written once, and the sandbox gateway's books are not written at all. The numbers of the
/// feed come from a counter in memory: a counter in the database would make all workers stand in one line.
public final class PlainSql {

    private static final BigDecimal PRICE = new BigDecimal("450.000");
    private static final String CELLS = "prop:sit_bench:avail";
    private static final String BOOKINGS = "prop:sit_bench:ops";
    private static final int AUDITS = 4;
    private static final String HASH = "0".repeat(64);
    private static final long MILLI = 1_000_000;
    private static final int FILL = 500;
    private static final int BODY = 160;
    private static final int BOOKING_BODY = 900;

    private final String url;
    private final boolean h2;
    private final Clock clock;
    private final LocalDate opening;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicLong seq;

    public PlainSql(String url, Clock clock) {
        this.url = url;
        this.clock = clock;
        opening = Shape.opening(clock);
        // above what the server or an earlier run gave out
        seq = new AtomicLong(clock.millis() * MILLI);
        h2 = url.startsWith("jdbc:h2:");
    }

    /// Makes every cell that anybody may want; the server makes its own when they are first wanted.
    public void open(int capacity) {
        String cells = "insert into cell (resource_id, grain_start, capacity) select ?, cast(? as timestamp), ?"
                + " where not exists (select 1 from cell where resource_id = ? and grain_start = ?)";
        String records = "insert into feed_record (scope, type, record_id, seq, version) select ?, 'cell', ?, 1, 1"
                + " where not exists (select 1 from feed_record where scope = ? and type = 'cell' and record_id = ?)";
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(cells);
                PreparedStatement tell = connection.prepareStatement(records)) {
            connection.setAutoCommit(false);
            for (int number = 0; number < Shape.RESOURCES; number++) {
                for (int day = 0; day < Shape.DAYS + Shape.NIGHTS; day++) {
                    LocalDateTime grain = opening.plusDays(day).atStartOfDay();
                    bind(insert, Shape.resource(number), grain, capacity, Shape.resource(number), grain);
                    insert.addBatch();
                    String record = Shape.resource(number) + ":" + grain;
                    bind(tell, CELLS, record, CELLS, record);
                    tell.addBatch();
                }
                insert.executeBatch();
                tell.executeBatch();
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

    /// Writes so many bookings as fast as it goes, many in one transaction: a stock, not a measurement.
    public void fill(int bookings) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            for (int made = 0; made < bookings; made++) {
                String resource = Shape.SPREAD.nextResource();
                LocalDate from = Shape.SPREAD.nextArrival(opening);
                String hold = "hld_" + UUID.randomUUID();
                hold(connection, resource, from, hold);
                book(connection, resource, from, hold);
                if (made % FILL == FILL - 1) {
                    connection.commit();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
            LocalDateTime grain = from.plusDays(night).atStartOfDay();
            update(
                    connection,
                    "update cell set held = held + 1, version = version + 1 where resource_id = ? and grain_start = ?"
                            + " and held + booked + leased + 1 <= capacity + allowance",
                    resource,
                    grain);
            tellCell(connection, resource, grain);
        }
        audit(connection, hold, 1);
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
            tellCell(connection, resource, grain);
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
        long told = tell(connection, BOOKINGS, "booking", booking, BOOKING_BODY);
        update(
                connection,
                "insert into feed_record (scope, type, record_id, seq, version) values (?, 'booking', ?, ?, 1)",
                BOOKINGS,
                booking,
                told);
        audit(connection, booking, AUDITS - 1);
        settle(connection, booking, now);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static void settle(Connection connection, String booking, OffsetDateTime now) throws SQLException {
        String payment = "pay_" + UUID.randomUUID();
        update(
                connection,
                "insert into payment (id, booking_id, token, state, amount, currency, created_at, updated_at)"
                        + " values (?, ?, 'tok_approve', 'CAPTURED', ?, 'USD', ?, ?)",
                payment,
                booking,
                PRICE,
                now,
                now);
        for (String kind : List.of("AUTHORISE", "CAPTURE")) {
            update(
                    connection,
                    "insert into payment_operation (id, payment_id, kind, amount, currency, state, next_attempt_at,"
                            + " created_at) values (?, ?, ?, ?, 'USD', 'DONE', ?, ?)",
                    "opn_" + UUID.randomUUID(),
                    payment,
                    kind,
                    PRICE,
                    now,
                    now);
        }
        update(
                connection,
                "insert into outbox (id, kind, payload, next_attempt_at, done_at) values (?, 'CONFIRMED', ?, ?, ?)",
                booking + "-001",
                "x".repeat(BOOKING_BODY),
                now,
                now);
    }

    private void audit(Connection connection, String subject, int times) throws SQLException {
        for (int time = 0; time < times; time++) {
            update(
                    connection,
                    "insert into audit_entry (seq, at, actor_id, action, subject_id, site_id, detail, hash)"
                            + " values (?, ?, 'usr_bench', 'booking.confirmed', ?, 'sit_bench', '', ?)",
                    seq.incrementAndGet(),
                    now(),
                    subject,
                    HASH);
        }
    }

    private void tellCell(Connection connection, String resource, LocalDateTime grain) throws SQLException {
        String record = resource + ":" + grain;
        long told = tell(connection, CELLS, "cell", record, BODY);
        update(
                connection,
                "update feed_record set seq = ?, version = version + 1 where scope = ? and type = 'cell'"
                        + " and record_id = ?",
                told,
                CELLS,
                record);
    }

    private long tell(Connection connection, String scope, String type, String record, int body) throws SQLException {
        long number = seq.incrementAndGet();
        update(
                connection,
                "insert into feed_change (scope, seq, type, record_id, version, op, schema_version, body)"
                        + " values (?, ?, ?, ?, 1, 'PUT', 1, ?)",
                scope,
                number,
                type,
                record,
                "x".repeat(body));
        return number;
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
