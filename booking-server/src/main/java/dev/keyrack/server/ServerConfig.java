package dev.keyrack.server;

import dev.keyrack.server.gate.GateConfig;
import dev.keyrack.server.notice.SmtpConfig;
import dev.keyrack.server.persistence.DatabaseUrl;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.privacy.RetentionConfig;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// What a server needs to know to start.
///
/// @param folder the data folder, created if it is not there
/// @param database the JDBC URL, as DatabaseUrl gives it
/// @param port 0 for any free one
/// @param smtp where mail goes; null to write it into the data folder
/// @param durability anything but DISK is for rigs
/// @param gate whom it trusts, and how it is reached
/// @param retention how long it keeps whose a booking was
public record ServerConfig(
        Path folder,
        String database,
        String host,
        int port,
        @Nullable SmtpConfig smtp,
        Durability durability,
        Clock clock,
        GateConfig gate,
        RetentionConfig retention) {

    public ServerConfig(
            Path folder,
            String database,
            String host,
            int port,
            @Nullable SmtpConfig smtp,
            Durability durability,
            Clock clock,
            GateConfig gate) {
        this(folder, database, host, port, smtp, durability, clock, gate, RetentionConfig.USUAL);
    }

    public ServerConfig(
            Path folder,
            String database,
            String host,
            int port,
            @Nullable SmtpConfig smtp,
            Durability durability,
            Clock clock) {
        this(folder, database, host, port, smtp, durability, clock, GateConfig.PLAIN);
    }

    /// The same with another database.
    public ServerConfig on(String otherDatabase) {
        return new ServerConfig(folder, otherDatabase, host, port, smtp, durability, clock, gate, retention);
    }

    /// The same behind another gate.
    public ServerConfig behind(GateConfig otherGate) {
        return new ServerConfig(folder, database, host, port, smtp, durability, clock, otherGate, retention);
    }

    /// The same that keeps things for other times.
    public ServerConfig keeping(RetentionConfig others) {
        return new ServerConfig(folder, database, host, port, smtp, durability, clock, gate, others);
    }

    /// A server for one machine: on loopback, mail into the folder.
    public static ServerConfig onLoopback(Path folder, int port, Clock clock) {
        return new ServerConfig(folder, DatabaseUrl.inFolder(folder), "127.0.0.1", port, null, Durability.DISK, clock);
    }
}
