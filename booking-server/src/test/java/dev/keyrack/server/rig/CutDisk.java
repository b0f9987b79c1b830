package dev.keyrack.server.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/// A disk for H2 whose power can be cut: what was written and not forced is there afterwards in part, in any order,
/// torn at sectors, or not at all. H2 names its files `cut:/path`.
public final class CutDisk extends FilePathWrapper {

    private static final int SECTOR = 512;
    private static final Map<String, Platter> PLATTERS = new ConcurrentHashMap<>();

    static {
        FilePath.register(new CutDisk());
    }

    /// For H2.
    public CutDisk() {}

    /// The URL of a database on such a disk.
    ///
    /// @param url of an H2 file
    public static String url(String url) {
        return url.replace("jdbc:h2:anchored:", "jdbc:h2:anchored:cut:");
    }

    /// Makes the file as it would be found if the power were cut now; the database goes on.
    public static void cut(Path file, Path image, Random random) {
        platter(file).cut(image, random);
    }

    /// Lets an operation fail that writes: the `n`th from now on, and all after it.
    public static void failAfter(Path file, int n) {
        platter(file).failAfter(n);
    }

    private static Platter platter(Path file) {
        Platter platter = PLATTERS.get(file.toString());
        if (platter == null) {
            throw new IllegalStateException("no file " + file + " on this disk");
        }
        return platter;
    }

    @Override
    public String getScheme() {
        return "cut";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        String path = getBase().toString();
        if (!getBase().exists()) {
            // another file of that name may have been here before
            PLATTERS.remove(path);
        }
        return new Channel(getBase().open(mode), PLATTERS.computeIfAbsent(path, Platter::new));
    }

    /// Bytes at a place; null where the file was cut off there.
    private record Written(long position, @Nullable ByteBuffer bytes) {}

    private static final class Platter {

        private final Path durable;
        private final List<Written> pending = new ArrayList<>();
        private int left = Integer.MAX_VALUE;

        Platter(String path) {
            durable = Path.of(path + ".durable");
            try {
                Files.deleteIfExists(durable);
                Files.createFile(durable);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        synchronized void failAfter(int n) {
            left = n;
        }

        private void count() throws IOException {
            if (left != Integer.MAX_VALUE && --left <= 0) {
                left = 0;
                throw new IOException("the disk failed on purpose");
            }
        }

        synchronized void write(long position, @Nullable ByteBuffer bytes) throws IOException {
            count();
            pending.add(new Written(position, bytes));
        }

        synchronized void force() throws IOException {
            count();
            try (FileChannel file = FileChannel.open(durable, StandardOpenOption.WRITE)) {
                for (Written written : pending) {
                    apply(file, written);
                }
            }
            pending.clear();
        }

        private static void apply(FileChannel file, Written written) throws IOException {
            ByteBuffer bytes = written.bytes();
            if (bytes == null) {
                file.truncate(written.position());
            } else {
                file.write(bytes.duplicate(), written.position());
            }
        }

        synchronized void cut(Path image, Random random) {
            try {
                Files.copy(durable, image, StandardCopyOption.REPLACE_EXISTING);
                int share = random.nextInt(5);
                try (FileChannel file = FileChannel.open(image, StandardOpenOption.WRITE)) {
                    for (Written written : pending) {
                        if (random.nextInt(4) < share) {
                            applySome(file, written, random);
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// All of it, only its first sectors, or sectors here and there.
        private static void applySome(FileChannel file, Written written, Random random) throws IOException {
            ByteBuffer bytes = written.bytes();
            int kind = random.nextInt(6);
            if (bytes == null || bytes.remaining() <= SECTOR || kind > 1) {
                apply(file, written);
                return;
            }
            int sectors = bytes.remaining() / SECTOR;
            int begun = kind == 0 ? 1 + random.nextInt(sectors) : 0;
            for (int sector = 0; sector < sectors; sector++) {
                if (kind == 0 ? sector < begun : random.nextInt(8) > 0) {
                    int at = sector * SECTOR;
                    apply(file, new Written(written.position() + at, bytes.slice(at, SECTOR)));
                }
            }
        }
    }

    private static final class Channel extends FileBaseDefault {

        private final FileChannel base;
        private final Platter platter;

        Channel(FileChannel base, Platter platter) {
            this.base = base;
            this.platter = platter;
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            return base.read(into, position);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(from.remaining());
            bytes.put(from.duplicate()).flip();
            platter.write(position, bytes);
            return base.write(from, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            platter.write(size, null);
            base.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            platter.force();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
