package dev.keyrack.server.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/// H2's file, whose header survives a power cut. The header says where the newest chunk is, and stands there twice; but
/// H2 writes both copies at once, and before that chunk is on the disk. If the copies get there and the chunk does not,
/// H2 has to look for chunks in the whole file, and may overlook one between what is left of older ones. So a copy is
/// only written over while the other one, the anchor, names a chunk that is on the disk. And H2 writes over a chunk
/// that is
/// old enough as soon as a commit needs it no more, though that commit may not be on the disk, and the anchor leads
/// there
/// still: so before room is used again, all that was committed waits for the disk. H2 calls it `anchored:/path`.
public final class AnchoredFile extends FilePathWrapper {

    private static final String SCHEME = "anchored";
    private static final String STORE = ".mv.db";
    private static final int BLOCK = 4096;
    private static final int CHUNK_HEADER = 1024;
    private static final int CHUNK_FOOTER = 128;
    private static final int HEX = 16;

    /// For H2.
    public AnchoredFile() {}

    /// Tells H2 of such files, before it opens any: what it does not know it takes for the name of a folder.
    static void register() {
        FilePath.register(new AnchoredFile());
    }

    /// @param path of a database, without the ending of its file
    static String url(Path path) {
        return "jdbc:h2:" + SCHEME + ":" + path;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel base = getBase().open(mode);
        return getName().endsWith(STORE) && !mode.equals("r") ? new Channel(base) : base;
    }

    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // reads and writes at a place need no turn
    private static final class Channel extends FileBaseDefault {

        private final FileChannel base;
        private final Object oneForce = new Object();
        private int anchor;
        private @Nullable ByteBuffer newest;
        private boolean written;
        private boolean forcing;
        private boolean put;
        private boolean failed;

        Channel(FileChannel base) throws IOException {
            this.base = base;
            if (base.size() >= 2 * BLOCK) {
                // what a killed process wrote may not be on the disk yet
                base.force(true);
                Map<String, String> first = words(0, BLOCK);
                Map<String, String> second = words(BLOCK, BLOCK);
                boolean later = number(second, "version") > number(first, "version");
                anchor = namesChunk(second) && (later || !namesChunk(first)) ? 1 : 0;
            }
        }

        private Map<String, String> words(long position, int length) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            base.read(bytes, position);
            String line = new String(bytes.array(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("");
            return Arrays.stream(line.split(",", -1))
                    .map(word -> word.split(":", 2))
                    .filter(word -> word.length == 2)
                    .collect(Collectors.toMap(word -> word[0], word -> word[1], (one, _) -> one));
        }

        private static long number(Map<String, String> words, String name) {
            String text = words.getOrDefault(name, "");
            return text.matches("[0-9a-f]{1,15}") ? Long.parseLong(text, HEX) : -1;
        }

        private boolean namesChunk(Map<String, String> copy) throws IOException {
            long block = number(copy, "block");
            if (block < 2) {
                return false;
            }
            Map<String, String> chunk = words(block * BLOCK, CHUNK_HEADER);
            long end = (block + number(chunk, "len")) * BLOCK;
            return end <= base.size()
                    && isSame("version", copy, chunk)
                    && isSame("chunk", copy, chunk)
                    && isSame("chunk", copy, words(end - CHUNK_FOOTER, CHUNK_FOOTER));
        }

        private static boolean isSame(String name, Map<String, String> one, Map<String, String> other) {
            return number(one, name) >= 0 && number(one, name) == number(other, name);
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            boolean header = position == 0 && from.remaining() == 2 * BLOCK && base.size() >= 2 * BLOCK;
            if (header) {
                return writeHeader(from);
            }
            if (position >= 2 * BLOCK && position < base.size()) {
                settle();
            }
            return base.write(from, position);
        }

        /// Waits until the anchor names the newest chunk.
        private void settle() throws IOException {
            synchronized (oneForce) {
                while (isUnsettled()) {
                    force(true);
                }
            }
        }

        private synchronized boolean isUnsettled() {
            return written || put;
        }

        private synchronized int writeHeader(ByteBuffer both) throws IOException {
            ByteBuffer copy = ByteBuffer.allocate(BLOCK);
            copy.put(both.slice(both.position(), BLOCK)).flip();
            newest = copy;
            if (forcing) {
                put = true;
            } else {
                writeCopy(copy);
            }
            both.position(both.limit());
            return 2 * BLOCK;
        }

        /// Over the copy that is not the anchor.
        private void writeCopy(ByteBuffer copy) throws IOException {
            ByteBuffer bytes = copy.duplicate();
            while (bytes.hasRemaining()) {
                base.write(bytes, (1L - anchor) * BLOCK + bytes.position());
            }
            written = true;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            synchronized (oneForce) {
                boolean named = beginForce();
                boolean done = false;
                try {
                    base.force(metaData);
                    done = true;
                } finally {
                    endForce(named, done);
                }
            }
        }

        private synchronized boolean beginForce() {
            forcing = true;
            boolean named = written;
            written = false;
            return named;
        }

        /// What was named before the disk was waited for is on it, and its copy is the anchor from now on.
        private synchronized void endForce(boolean named, boolean done) throws IOException {
            forcing = false;
            failed |= !done;
            if (named && done) {
                anchor = 1 - anchor;
            }
            ByteBuffer copy = newest;
            if (put && done && copy != null) {
                put = false;
                writeCopy(copy);
            }
        }

        /// Leaves the two copies alike: H2 takes that for a clean end.
        @Override
        protected void implCloseChannel() throws IOException {
            try {
                ByteBuffer copy = newest;
                for (int other = 0; copy != null && !failed && other < 2; other++) {
                    writeCopy(copy);
                    force(true);
                }
            } finally {
                base.close();
            }
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return base.read(into, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            base.truncate(size);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }
    }
}
