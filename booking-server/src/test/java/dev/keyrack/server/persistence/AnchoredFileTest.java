package dev.keyrack.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.server.rig.CutDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
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
}
