package dev.keyrack.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.server.rig.CutDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchoredFileTest {

    private static final int BLOCK = 4096;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void know() {
        AnchoredFile.register();
        assertThat(CutDisk.url("jdbc:h2:anchored:/x")).isEqualTo("jdbc:h2:anchored:cut:/x");
    }

    private static ByteBuffer blocks(int number, String text) {
        byte[] bytes = new byte[number * BLOCK];
        byte[] words = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(words, 0, bytes, 0, words.length);
        return ByteBuffer.wrap(bytes);
    }

    /// What is there after the power was cut, of all that was never waited for nothing.
    private String header(Path file) throws IOException {
        long seed = 0;
        while (new Random(seed).nextInt(5) != 0) {
            seed++;
        }
        Path image = folder.resolve("image");
        CutDisk.cut(file, image, new Random(seed));
        byte[] found = Files.readAllBytes(image);
        return new String(found, 0, 2 * BLOCK, StandardCharsets.US_ASCII).replace("\0", "");
    }

    @Test
    void usesRoomAgainOnlyWhenAllThatWasCommittedIsOnTheDisk() throws IOException {
        Path file = folder.resolve("a.mv.db");
        try (FileChannel channel = FilePath.get("anchored:cut:" + file).open("rw")) {
            channel.write(blocks(6, ""), 0);
            channel.force(true);
            channel.write(blocks(2, "H:2,version:1"), 0);
            assertThat(header(file)).as("nobody waited").isEmpty();
            channel.write(blocks(1, "grows"), 6 * BLOCK);
            assertThat(header(file)).as("the file grew").isEmpty();
            channel.write(blocks(1, "room"), 4 * BLOCK);
            assertThat(header(file)).isEqualTo("H:2,version:1");
        }
    }

    /// Three blocks, with a head that says what comes next and a foot.
    private static ByteBuffer chunk(int number, int next) {
        ByteBuffer chunk = blocks(3, "chunk:" + number + ",len:3,version:" + number + ",next:" + next + "\n");
        String foot = "chunk:" + number + ",len:3,version:" + number + "\n";
        return chunk.put(BLOCK, new byte[] {1}).put(3 * BLOCK - 128, foot.getBytes(StandardCharsets.US_ASCII));
    }

    private static ByteBuffer naming(int chunk, int block) {
        byte[] words = ("H:2,block:" + block + ",chunk:" + chunk + ",version:" + chunk + "\n")
                .getBytes(StandardCharsets.US_ASCII);
        return blocks(2, "").put(0, words).put(BLOCK, words);
    }

    /// A file with chunks at blocks 2, 5 and 8, of which the header names the first and the second, as a power cut
    /// leaves
    /// it that takes a block.
    private Path cut(int block) throws IOException {
        Path file = folder.resolve("b.mv.db");
        try (FileChannel channel = FilePath.get("anchored:" + file).open("rw")) {
            channel.write(blocks(2, ""), 0);
            channel.write(chunk(1, 5), 2 * BLOCK);
            channel.write(naming(1, 2), 0);
            channel.force(true);
            channel.write(chunk(2, 8), 5 * BLOCK);
            channel.write(naming(2, 5), 0);
            channel.write(chunk(3, 0), 8 * BLOCK);
            byte[] left = Files.readAllBytes(file);
            Arrays.fill(left, block * BLOCK, (block + 1) * BLOCK, (byte) 0);
            return Files.write(folder.resolve("left.mv.db"), left);
        }
    }

    /// The chunks that a file has, and those that its header names.
    private static List<String> found(Path file) throws IOException {
        FilePath.get("anchored:" + file).open("rw").close();
        byte[] bytes = Files.readAllBytes(file);
        return Stream.of(0, 1, 2, 5, 8)
                .map(block -> new String(bytes, block * BLOCK, 64, StandardCharsets.US_ASCII)
                        .lines()
                        .findFirst()
                        .orElse("")
                        .replaceAll(".*(chunk:[0-9]).*|\0+", "$1"))
                .toList();
    }

    @Test
    void takesTheNewestChunkThatIsWhole() throws IOException {
        assertThat(found(cut(9)))
                .as("the third, which nobody waited for")
                .containsExactly("chunk:2", "chunk:2", "chunk:1", "chunk:2", "");
        assertThat(found(cut(6)))
                .as("the second, which was not waited for yet")
                .containsExactly("chunk:1", "chunk:1", "chunk:1", "", "");
    }
}
