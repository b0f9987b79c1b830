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
import java.util.zip.CRC32C;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/// H2's file, in which a power cut leaves what was waited for. H2 calls it `anchored:/path`.
///
/// The header says where the newest chunk is, and stands there twice; but H2 writes both copies at once, and before
/// that
/// chunk is on the disk. So a copy is only written over while the other one, the anchor, names a chunk that is on the
/// disk.
///
/// H2 takes a chunk for whole whose two ends are there, and goes on from the chunk of the header to those that were
/// written after it, which nobody waited for: of them, and of what a copy names that is not the anchor yet, any part
/// may
/// be missing. So each copy keeps the sum of its chunk, and where the end was not a clean one, the newest copy whose
/// chunk
/// is whole is written over both, as if it had been.
///
/// And H2 writes over a chunk that is old enough as soon as a commit needs it no more, though that commit may not be on
/// the disk, and the anchor leads there still: so before room is used again, all that was committed waits for the disk.
public final class AnchoredFile extends FilePathWrapper {

    private static final String SCHEME = "anchored";
    private static final String STORE = ".mv.db";
    private static final int BLOCK = 4096;
    private static final int CHUNK_HEADER = 1024;
    private static final int CHUNK_FOOTER = 128;
    private static final int HEX = 16;

    /// Behind the words of a copy, in characters that H2 takes for blanks: that there is a sum, and its digits.
    private static final int SUM = 4000;

    private static final byte SUMMED = 0x1e;
    private static final int DIGITS = 8;
    private static final int DIGIT_BITS = 4;

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
                Copy first = new Copy(bytes(0, BLOCK));
                Copy second = new Copy(bytes(BLOCK, BLOCK));
                boolean later = second.number("version") > first.number("version");
                anchor = namesChunk(second) && (later || !namesChunk(first)) ? 1 : 0;
                Copy named = anchor == 1 ? second : first;
                boolean ended = first.equals(second) && first.number("clean") == 1;
                if (!ended && named.isSummed() && namesChunk(named)) {
                    forgetNewer(named);
                    writeBytes(named.bytes(), (1L - anchor) * BLOCK);
                    base.force(true);
                }
            }
        }

        /// Makes H2 find no chunk newer than this copy's: neither from there on, nor from the end of the file on.
        private void forgetNewer(Copy named) throws IOException {
            long version = named.number("version");
            forget(chunkAt(named.number("block")).number("next"), version);
            boolean older = false;
            for (long block = base.size() / BLOCK - 1; block >= 2 && !older; block--) {
                Copy foot = new Copy(bytes((block + 1) * BLOCK - CHUNK_FOOTER, CHUNK_FOOTER));
                older = foot.number("len") > 0
                        && foot.number("version") <= version
                        && foot.agrees("chunk", chunkAt(block + 1 - foot.number("len")));
                if (!older) {
                    forget(block, version);
                }
            }
            base.force(true);
        }

        private void forget(long block, long version) throws IOException {
            if (block >= 2 && chunkAt(block).number("version") > version) {
                writeBytes(ByteBuffer.allocate(CHUNK_HEADER), block * BLOCK);
            }
        }

        private Copy chunkAt(long block) throws IOException {
            return new Copy(block < 2 ? ByteBuffer.allocate(0) : bytes(block * BLOCK, CHUNK_HEADER));
        }

        private ByteBuffer bytes(long position, int length) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining() && base.read(bytes, position + bytes.position()) > 0) {
                // goes on where the system stopped
            }
            return bytes.rewind();
        }

        private boolean namesChunk(Copy copy) throws IOException {
            long block = copy.number("block");
            if (block < 2) {
                return false;
            }
            Copy chunk = chunkAt(block);
            long end = (block + chunk.number("len")) * BLOCK;
            return end <= base.size()
                    && copy.agrees("version", chunk)
                    && copy.agrees("chunk", chunk)
                    && copy.agrees("chunk", new Copy(bytes(end - CHUNK_FOOTER, CHUNK_FOOTER)))
                    && (!copy.isSummed() || copy.sum() == sum(copy));
        }

        /// Of the chunk that a copy names.
        private int sum(Copy copy) throws IOException {
            long start = copy.number("block") * BLOCK;
            long length = chunkAt(copy.number("block")).number("len") * BLOCK;
            CRC32C sum = new CRC32C();
            if (length > 0 && start + length <= base.size()) {
                sum.update(bytes(start, Math.toIntExact(length)));
            }
            return (int) sum.getValue();
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
            Copy words = new Copy(copy.duplicate());
            writeBytes(words.number("block") < 2 ? copy : words.summed(sum(words)), (1L - anchor) * BLOCK);
            written = true;
        }

        private void writeBytes(ByteBuffer bytes, long position) throws IOException {
            ByteBuffer left = bytes.duplicate();
            while (left.hasRemaining()) {
                base.write(left, position + left.position());
            }
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

    /// A copy of the header, or what else says of itself what it is: words, of which the last is the sum of those
    /// before.
    private record Copy(ByteBuffer bytes, Map<String, String> words) {

        Copy(ByteBuffer bytes) {
            this(
                    bytes,
                    Arrays.stream(StandardCharsets.ISO_8859_1
                                    .decode(bytes.duplicate())
                                    .toString()
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                                    .split(",", -1))
                            .map(word -> word.split(":", 2))
                            .filter(word -> word.length == 2)
                            .collect(Collectors.toMap(word -> word[0], word -> word[1], (one, _) -> one)));
        }

        /// The number of that name, or -1.
        long number(String name) {
            String text = words.getOrDefault(name, "");
            return text.matches("[0-9a-f]{1,15}") ? Long.parseLong(text, HEX) : -1;
        }

        boolean agrees(String name, Copy other) {
            return number(name) >= 0 && number(name) == other.number(name);
        }

        boolean isSummed() {
            return bytes.limit() == BLOCK && bytes.get(SUM) == SUMMED;
        }

        int sum() {
            int sum = 0;
            for (int digit = 1; digit <= DIGITS; digit++) {
                sum = sum << DIGIT_BITS | bytes.get(SUM + digit);
            }
            return sum;
        }

        ByteBuffer summed(int sum) {
            ByteBuffer all = ByteBuffer.allocate(BLOCK).put(bytes.duplicate()).rewind();
            all.put(SUM, SUMMED);
            for (int digit = 1; digit <= DIGITS; digit++) {
                int shift = (DIGITS - digit) * DIGIT_BITS;
                all.put(SUM + digit, (byte) (sum >>> shift & HEX - 1));
            }
            return all;
        }
    }
}
