package io.ploy.core.lease;

import io.ploy.core.persistence.ExclusiveFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lease of one host: a locked file, which the system frees when the process ends in whatever way, and a file with the
 * token beside it. For journals in segment files and SQLite. It is never lost while the process lives; nothing keeps
 * processes of different hosts apart that share the folder.
 */
public final class FileLease implements Lease {
    private static final Logger LOG = LoggerFactory.getLogger(FileLease.class);
    private static final Duration ENDLESS = Duration.ofSeconds(Long.MAX_VALUE);

    private final ExclusiveFile lock;
    private final long token;
    private volatile boolean closed;

    private FileLease(ExclusiveFile lock, long token) {
        this.lock = lock;
        this.token = token;
    }

    /**
     * Takes the lease, with a token one higher than the last.
     *
     * @param folder where its two files are, {@code lease.lock} and {@code lease.token}; made if it is not there
     * @param holder who takes it
     * @return to be closed by the caller
     * @throws LeaseHeldException if another holder has it
     * @throws LeaseException if the files cannot be used
     */
    public static FileLease take(Path folder, LeaseHolder holder) {
        Path tokens = folder.resolve("lease.token");
        try {
            Files.createDirectories(folder);
            ExclusiveFile lock =
                    ExclusiveFile.tryLock(folder.resolve("lease.lock")).orElse(null);
            if (lock == null) {
                TokenFile held = TokenFile.read(tokens);
                throw new LeaseHeldException(folder.toString(), held.holder(), held.host(), null);
            }
            try {
                long token = Math.addExact(TokenFile.read(tokens).token(), 1);
                new TokenFile(token, holder.name(), holder.host()).write(tokens);
                return new FileLease(lock, token);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LeaseException("cannot take the lease in " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public long token() {
        return token;
    }

    @Override
    public Duration remaining() {
        return closed ? Duration.ZERO : ENDLESS;
    }

    @Override
    public boolean isHeld() {
        return !closed;
    }

    /** The action is kept nowhere: this lease is lost only with the process. */
    @Override
    public void onLost(Runnable action) {
        LOG.debug("a lease of this host is not lost while the process lives");
    }

    @Override
    public void close() {
        closed = true;
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("could not release a lease's lock; it ends with the process", e);
        }
    }
}
