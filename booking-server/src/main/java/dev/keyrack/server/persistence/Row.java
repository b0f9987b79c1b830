package dev.keyrack.server.persistence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// The row that a query is at. Columns by name; a null where none is expected is a [NullPointerException].
public final class Row {

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public String text(String column) {
        return present(column, textOrNull(column));
    }

    public @Nullable String textOrNull(String column) {
        return get(column, String.class);
    }

    public int integer(String column) {
        return present(column, get(column, Integer.class));
    }

    public long number(String column) {
        return present(column, get(column, Long.class));
    }

    public boolean flag(String column) {
        return present(column, get(column, Boolean.class));
    }

    public BigDecimal decimal(String column) {
        return present(column, get(column, BigDecimal.class));
    }

    public Instant instant(String column) {
        return present(column, instantOrNull(column));
    }

    public @Nullable Instant instantOrNull(String column) {
        OffsetDateTime time = get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public LocalDateTime grain(String column) {
        return present(column, get(column, LocalDateTime.class));
    }

    /// An amount in the currency of the row's column `currency`.
    public Money money(String column) {
        return Money.of(CurrencyUnit.of(text("currency")), decimal(column), RoundingMode.UNNECESSARY);
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        return Enum.valueOf(type, text(column));
    }

    public byte[] bytes(String column) {
        return present(column, get(column, byte[].class));
    }

    /// A record kept as JSON.
    public <T> T json(String column, Class<T> type) {
        return Json.read(text(column), type);
    }

    private <T> @Nullable T get(String column, Class<T> type) {
        try {
            return rows.getObject(column, type);
        } catch (SQLException e) {
            throw new DatabaseException("column " + column, e);
        }
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new NullPointerException("column " + column + " is null");
        }
        return value;
    }
}
