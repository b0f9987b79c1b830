package dev.keyrack.server.persistence;

import java.nio.file.Path;

/// The JDBC URLs that the server opens. What an operator gives is checked: to a driver, a URL is code.
public final class DatabaseUrl {

    private static final String POSTGRESQL = "jdbc:postgresql://";

    private DatabaseUrl() {}

    /// An H2 file in a folder. Closing it does not compact it: H2 is known to have lost rows by that (its issue 4247).
    /// It keeps no log of its own: H2 writes rows into that in clear.
    public static String inFolder(Path folder) {
        Path path = folder.toAbsolutePath().resolve("keyrack");
        if (path.toString().indexOf(';') >= 0) {
            throw new DatabaseException("The data folder's name must not contain a semicolon", null);
        }
        return AnchoredFile.url(path)
                + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000;CACHE_SIZE=131072;QUERY_CACHE_SIZE=512"
                + ";MAX_COMPACT_TIME=0;TRACE_LEVEL_FILE=0";
    }

    /// A PostgreSQL database, `postgresql://HOST:PORT/NAME?user=USER&password=PASSWORD`, with `jdbc:` before it or not.
    /// Time-outs are set so that no connection waits for ever for a peer that is gone.
    ///
    /// @throws DatabaseException if it is anything else
    public static String postgresql(String given) {
        String url = given.startsWith("jdbc:") ? given : "jdbc:" + given;
        if (!url.startsWith(POSTGRESQL)) {
            throw new DatabaseException("The database is given as postgresql://HOST:PORT/NAME?user=...", null);
        }
        return url + (url.contains("?") ? "&" : "?")
                + "reWriteBatchedInserts=true&preparedStatementCacheQueries=2000&connectTimeout=5&socketTimeout=40&tcpKeepAlive=true"
                + "&ApplicationName=keyrack&options=-c%20statement_timeout=30s%20-c%20lock_timeout=10s"
                + "%20-c%20idle_in_transaction_session_timeout=10s";
    }
}
