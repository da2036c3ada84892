package io.ploy.testkit.polymarket.fault.process;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Deed;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Occasion;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Damages a file of the process under test, or the newest one of a directory. */
final class Storage extends Deed {
    static final Parameter<String> FILE =
            Parameter.text("file", "").help("The file, or a directory whose newest file is meant.");
    static final Parameter<How> HOW = Parameter.choice("how", How.TORN_TAIL).help("What is done to it.");
    static final Parameter<Integer> BYTES = Parameter.integer("bytes", "7")
            .between("1", "1000000")
            .help("For TORN_TAIL: how many are cut off the end.");

    /** What is done. */
    enum How {
        /** Its end is cut off. */
        TORN_TAIL,
        /** One bit of it is turned, at a drawn place. */
        BIT_FLIP,
        /** It is locked for as long as the fault lasts. */
        LOCKED
    }

    private @Nullable FileChannel held;

    Storage(Injection injection) {
        super(injection);
        if (injection.get(FILE).isEmpty()) {
            throw new IllegalArgumentException("F64: file: found nothing, allowed the path of a file or a directory");
        }
    }

    @Override
    protected void act(Occasion occasion) {
        try {
            Path file = file();
            switch (injection().get(HOW)) {
                case TORN_TAIL -> cut(file);
                case BIT_FLIP -> flip(file);
                case LOCKED -> lock(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("F64 cannot damage " + injection().get(FILE), e);
        }
    }

    private Path file() throws IOException {
        Path path = Path.of(injection().get(FILE));
        if (!Files.isDirectory(path)) {
            return path;
        }
        try (Stream<Path> files = Files.list(path)) {
            Optional<Path> newest = files.filter(Files::isRegularFile)
                    .max(Comparator.comparingLong((Path each) -> each.toFile().lastModified())
                            .thenComparing(Path::toString));
            return newest.orElseThrow(() -> new IOException("no file in " + path));
        }
    }

    private void cut(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long size = Math.max(0, channel.size() - injection().get(BYTES));
            channel.truncate(size);
            injection().trigger().say("cut to " + size + " bytes");
        }
    }

    private void flip(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            if (bytes.length() == 0) {
                return;
            }
            long at = injection().random().nextLong(bytes.length());
            int bit = injection().random().nextInt(Byte.SIZE);
            bytes.seek(at);
            int value = bytes.read();
            bytes.seek(at);
            bytes.write(value ^ (1 << bit));
            injection().trigger().say("bit " + bit + " of byte " + at);
        }
    }

    private void lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            held = channel;
            injection().trigger().say(lock == null ? "locked by another process already" : "locked");
        } catch (OverlappingFileLockException e) {
            channel.close();
            injection().trigger().say("locked by this process already");
        }
    }

    @Override
    public void over() {
        FileChannel channel = held;
        held = null;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "F64 cannot unlock " + injection().get(FILE), e);
            }
        }
    }
}
