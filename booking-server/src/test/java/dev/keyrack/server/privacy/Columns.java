package dev.keyrack.server.privacy;

import dev.keyrack.server.persistence.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What each column of the schema tells of people, as `personal-columns.txt` says.
final class Columns {

    private static final Path LIST = Path.of("src/test/resources/personal-columns.txt");

    private Columns() {}

    /// A column by its name, such as `account.name`.
    ///
    /// @param kind `person`, `about`, `hidden` or `none`
    /// @param reason why it is hidden
    record Column(String name, String kind, String reason) {

        String table() {
            return name.substring(0, name.indexOf('.'));
        }

        String column() {
            return name.substring(name.indexOf('.') + 1);
        }
    }

    static Map<String, Column> listed() throws IOException {
        Map<String, Column> columns = new TreeMap<>();
        for (String line : Files.readAllLines(LIST)) {
            if (!line.startsWith("#")) {
                String[] words = line.split(" ", 3);
                Column column = new Column(words[0], words[1], words.length > 2 ? words[2] : "");
                if (columns.put(words[0], column) != null) {
                    throw new IllegalStateException(words[0] + " stands in two lines");
                }
            }
        }
        return columns;
    }

    /// All that there are in a database.
    static Set<String> present(Transaction tx) {
        return new TreeSet<>(tx.list(
                "select table_name, column_name from information_schema.columns where lower(table_schema) = 'public'"
                        + " and lower(table_name) <> 'flyway_schema_history'",
                row -> (row.text("table_name") + "." + row.text("column_name")).toLowerCase(Locale.ROOT)));
    }
}
