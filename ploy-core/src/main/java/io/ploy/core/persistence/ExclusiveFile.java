package io.ploy.core.persistence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A file that one holder at a time has locked, until it closes this or its process ends. Thread-safe. */
public final class ExclusiveFile implements Closeable {
    /**
     * What this process has locked. A lock on a file belongs to the process and is lost when the process closes the file
     * through any other channel, so a second attempt must not even open it.
     */
    private static final Set<Path> LOCKED_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel file;

    private ExclusiveFile(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Locks a file, which is made if it is not there.
     *
     * @param file in a folder that is there
     * @return absent if another holder has it
     * @throws IOException if the file cannot be used
     */
    public static Optional<ExclusiveFile> tryLock(Path file) throws IOException {
        Path real = real(file);
        if (!LOCKED_HERE.add(real)) {
            return Optional.empty();
        }
        boolean locked = false;
        try {
            FileChannel channel = FileChannel.open(real, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                locked = channel.tryLock() != null;
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
            return locked ? Optional.of(new ExclusiveFile(real, channel)) : Optional.empty();
        } finally {
            if (!locked) {
                LOCKED_HERE.remove(real);
            }
        }
    }

    /**
     * Who holds a file that could not be locked.
     *
     * @param file as given to {@link #tryLock}
     * @return {@code this process} or {@code another process}
     * @throws IOException if its folder is gone
     */
    public static String holder(Path file) throws IOException {
        return LOCKED_HERE.contains(real(file)) ? "this process" : "another process";
    }

    private static Path real(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        if (folder == null || name == null || Files.isDirectory(absolute)) {
            throw new IOException(file + " is no file that can be locked");
        }
        return folder.toRealPath().resolve(name);
    }

    @Override
    public void close() throws IOException {
        if (file.isOpen()) {
            file.close();
            LOCKED_HERE.remove(path);
        }
    }
}
