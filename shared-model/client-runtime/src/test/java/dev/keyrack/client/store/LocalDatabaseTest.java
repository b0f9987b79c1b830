package dev.keyrack.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTest {

    private static final int KILLS = 40;

    @TempDir
    private Path folder;

    /// What a kill at this moment leaves: all that was handed to the operating system.
    private Path killed(Path program) throws IOException {
        Path left = Files.createDirectories(folder.resolve("left"));
        try (Stream<Path> files = Files.list(program)) {
            for (Path file : files.toList()) {
                Files.copy(file, left.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return left;
    }

    @Test
    void writesNoRowInClearWhereItIsRefused() throws IOException {
        try (LocalDatabase database = LocalDatabase.open(folder)) {
            database.inTransaction(() -> database.update("create table mark (name varchar(5))"));
            assertThatThrownBy(() ->
                            database.inTransaction(() -> database.update("insert into mark values ('Hohenstein')")))
                    .isInstanceOf(StoreException.class);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContainIgnoringCase("Hohenstein"));
        }
    }

    @Test
    void hasEveryTransactionAfterAKillWhileItsFileIsWrittenOver() throws IOException {
        Path program = Files.createDirectories(folder.resolve("program"));
        try (LocalDatabase database = LocalDatabase.open(program)) {
            database.inTransaction(() -> {
                // else room is used again after 45 seconds only
                database.update("set retention_time 0");
                database.update("create table mark (id integer primary key, text varchar(30000) not null)");
            });
            for (int kill = 1; kill <= KILLS; kill++) {
                int id = kill;
                database.durably(() -> {
                    database.update("delete from mark where id < ?", id - 3);
                    database.update("insert into mark values (?, ?)", id, "x".repeat(id * 7919 % 30_000));
                });
                database.inTransaction(() -> database.update("update mark set text = 'y' where id = ?", id - 1));
                try (LocalDatabase again = LocalDatabase.open(killed(program))) {
                    assertThat(again.damaged()).isEmpty();
                    List<String> marks = again.query(
                            "select id, left(text, 1) as begun from mark order by id desc limit 2",
                            row -> row.getInt("id") + row.getString("begun"));
                    assertThat(marks).startsWith(id + "x");
                    assertThat(id == 1 || marks.contains(id - 1 + "y")).isTrue();
                }
            }
        }
    }
}
