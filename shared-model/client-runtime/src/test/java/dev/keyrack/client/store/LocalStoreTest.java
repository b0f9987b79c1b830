package dev.keyrack.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyrack.contract.sync.Change;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalStoreTest {

    private static final String SCOPE = "prop:sit_a:ops";

    @TempDir
    Path folder;

    private record Stay(String guest, String startDate, String endDate) {}

    private static Change put(String id, long version, String guest) {
        return new Change(
                SCOPE,
                version,
                "booking",
                id,
                version,
                Change.Operation.PUT,
                1,
                Map.of("guest", guest, "startDate", "2027-06-01", "endDate", "2027-06-04"));
    }

    private static Change gone(String id, long version) {
        return new Change(SCOPE, version, "booking", id, version, Change.Operation.DEL, 1, null);
    }

    private static List<String> guests(LocalStore store) {
        return store.list(SCOPE, "booking", Stay.class).stream()
                .map(Stay::guest)
                .toList();
    }

    @Test
    void keepsTheNewestOfEachRecordInWhateverOrderTheyCome() {
        try (LocalStore store = LocalStore.open(folder)) {
            store.apply(SCOPE, List.of(put("a", 2, "Ann Two"), put("a", 1, "Ann One"), put("b", 1, "Bea")), "c1");
            store.apply(SCOPE, List.of(gone("b", 3), put("b", 2, "Bea Late"), put("a", 2, "Ann Again")), "c2");

            assertThat(guests(store)).containsExactly("Ann Two");
            assertThat(store.checksum(SCOPE)).isEqualTo(Change.share("booking", "a", 2));
            assertThat(store.findCursor(SCOPE)).hasValue("c2");
        }
    }

    @Test
    void showsTheOldStateUntilASnapshotIsComplete() {
        try (LocalStore store = LocalStore.open(folder)) {
            store.apply(SCOPE, List.of(put("a", 7, "Ann"), put("b", 7, "Bea")), "old");
            store.stage(List.of(put("a", 3, "Restored")));
            assertThat(guests(store)).containsExactly("Ann", "Bea");

            store.replace(SCOPE, "new");
            assertThat(guests(store)).containsExactly("Restored");
        }
        try (LocalStore store = LocalStore.open(folder)) {
            assertThat(guests(store)).containsExactly("Restored");
            assertThat(store.findCursor(SCOPE)).hasValue("new");
        }
    }

    @Test
    void findsWhatTouchesAPeriodAndNotWhatEndsAsItBegins() {
        try (LocalStore store = LocalStore.open(folder)) {
            store.apply(SCOPE, List.of(put("a", 1, "Ann")), "c");

            assertThat(between(store, "2027-06-03", "2027-06-05")).hasSize(1);
            assertThat(between(store, "2027-06-04", "2027-06-05")).isEmpty();
            assertThat(between(store, "2027-05-25", "2027-06-01")).isEmpty();
        }
    }

    private static List<Stay> between(LocalStore store, String from, String to) {
        return store.listBetween(SCOPE, "booking", Stay.class, new LocalStore.Period(from, to));
    }

    @Test
    void leavesNothingReadableOnDiskAndItsKeyToItsUserOnly() throws Exception {
        try (LocalStore store = LocalStore.open(folder)) {
            store.apply(SCOPE, List.of(put("a", 1, "Wilhelmina Marker")), "c");
        }
        String raw = Files.readString(folder.resolve("copy.mv.db"), StandardCharsets.ISO_8859_1);
        assertThat(raw).doesNotContain("Wilhelmina", "booking", "guest");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("store.key"))))
                .isEqualTo("rw-------");
        Files.writeString(folder.resolve("store.key"), "0".repeat(64));
        try (LocalStore store = LocalStore.open(folder)) {
            assertThat(guests(store)).isEmpty();
            assertThat(store.damaged()).isPresent();
        }
    }

    @Test
    void leavesAloneWhatAnotherProgramHasOpen() throws Exception {
        LocalStore.open(folder).close();
        try (FileChannel file = FileChannel.open(folder.resolve("copy.mv.db"), StandardOpenOption.WRITE);
                var _ = file.lock()) {
            assertThatThrownBy(() -> LocalStore.open(folder)).isInstanceOf(StoreException.class);
        }
        try (LocalStore store = LocalStore.open(folder)) {
            assertThat(store.damaged()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 20_000})
    void setsAsideWhatIsNoStoreAnyMore(int length) throws Exception {
        use();
        Files.writeString(folder.resolve("copy.mv.db"), "broken".repeat(length));

        try (LocalStore store = LocalStore.open(folder)) {
            assertThat(store.damaged()).hasValue(folder.resolve("damaged-1.mv.db"));
            assertThat(folder.resolve("damaged-1.mv.db")).exists();
            store.apply(SCOPE, List.of(put("a", 1, "Ann")), "c");
        }
        try (LocalStore store = LocalStore.open(folder)) {
            assertThat(store.damaged()).isEmpty();
            assertThat(guests(store)).containsExactly("Ann");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4096, 8192, 12288, 20480})
    void setsAsideWhatIsEmptyNow(long left) throws Exception {
        use();
        truncate(left);
        try (LocalStore store = LocalStore.open(folder)) {
            assertThat(store.damaged())
                    .hasValueSatisfying(aside -> assertThat(aside).exists());
        }
    }

    @Test
    void noticesThatTheEndOfTheFileIsGoneWithWhatWasWrittenLast() throws Exception {
        use();
        byte[] before = Files.readAllBytes(folder.resolve("copy.mv.db"));
        try (LocalStore store = LocalStore.open(folder)) {
            store.settings().put("theme", "dark");
        }
        // what H2 makes of a file whose newest chunks are lost is an older state of it
        Files.write(folder.resolve("copy.mv.db"), before);

        try (LocalStore store = LocalStore.open(folder)) {
            assertThat(store.damaged()).isPresent();
            assertThat(store.settings().find("theme")).isEmpty();
            store.settings().put("theme", "dark");
        }
        try (LocalStore store = LocalStore.open(folder)) {
            assertThat(store.damaged()).isEmpty();
            assertThat(store.settings().find("theme")).hasValue("dark");
        }
    }

    /// Leaves a store that something was promised to be in.
    private void use() {
        try (LocalStore store = LocalStore.open(folder)) {
            store.settings().put("theme", "light");
        }
    }

    private void truncate(long left) throws IOException {
        try (FileChannel file = FileChannel.open(folder.resolve("copy.mv.db"), StandardOpenOption.WRITE)) {
            file.truncate(left);
        }
    }
}
