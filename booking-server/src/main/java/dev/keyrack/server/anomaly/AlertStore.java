package dev.keyrack.server.anomaly;

import dev.keyrack.contract.audit.Alert;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The alerts that were raised.
final class AlertStore {

    private static final String COLUMNS = "seq, at, kind, subject_id, site_id, acts";
    private static final int MOST = 200;

    boolean isKnown(Transaction tx, Anomaly anomaly, Instant since) {
        return tx.list(
                        "select site_id from alert where kind = ? and subject_id = ? and at > ?",
                        AlertStore::site,
                        anomaly.kind(),
                        anomaly.subjectId(),
                        since)
                .contains(Optional.ofNullable(anomaly.siteId()));
    }

    void add(Transaction tx, Anomaly anomaly, Instant at) {
        tx.update(
                "insert into alert (at, kind, subject_id, site_id, acts) values (?, ?, ?, ?, ?)",
                at,
                anomaly.kind(),
                anomaly.subjectId(),
                anomaly.siteId(),
                anomaly.count());
    }

    /// The newest first: those of a site and those of all, or all there are.
    List<Alert> list(Transaction tx, @Nullable SiteId site) {
        String select = "select " + COLUMNS + " from alert";
        String order = " order by seq desc limit " + MOST;
        return site == null
                ? tx.list(select + order, AlertStore::toAlert)
                : tx.list(select + " where site_id = ? or site_id is null" + order, AlertStore::toAlert, site);
    }

    private static Alert toAlert(Row row) {
        return new Alert(
                row.number("seq"),
                row.instant("at"),
                row.constant("kind", Alert.Kind.class),
                row.text("subject_id"),
                site(row).orElse(null),
                row.integer("acts"));
    }

    private static Optional<SiteId> site(Row row) {
        return Optional.ofNullable(row.textOrNull("site_id")).map(SiteId::new);
    }
}
