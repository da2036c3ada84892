package io.ploy.core.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a register while others write to it.
 *
 * <p><b>Threading.</b> {@link #refresh()} does I/O: call it now and then on a thread of the host, never the engine's.
 * {@link #snapshot()} is for any thread and costs a volatile read.
 */
public final class RegisterWatch {
    private static final Logger LOG = LoggerFactory.getLogger(RegisterWatch.class);

    private final Path file;
    private volatile RegisterSnapshot snapshot;
    private @Nullable Stamp stamp;
    private List<String> known = List.of();

    /**
     * Reads the register for the first time.
     *
     * @param file the register
     */
    public RegisterWatch(Path file) {
        this.file = file;
        snapshot = RegisterSnapshot.untrusted(file.toString(), file + " was not read yet");
        refresh();
    }

    /** What was last read. Untrusted, so that nothing adds risk, if the register is damaged, gone or not readable. */
    public RegisterSnapshot snapshot() {
        return snapshot;
    }

    /**
     * Reads the register again if its size or time changed.
     *
     * @return whether there is a new snapshot
     */
    public synchronized boolean refresh() {
        try {
            Stamp now = Stamp.of(file);
            if (now.equals(stamp)) {
                return false;
            }
            stamp = now;
            return publish(RegisterReader.read(file));
        } catch (NoSuchFileException e) {
            return distrust(
                    "there is no register at " + file + ": 'ploy deployments create " + file + " ...' makes one");
        } catch (IOException e) {
            return distrust(file + " cannot be read: " + e);
        }
    }

    private boolean publish(RegisterReading reading) {
        if (reading.fault().isPresent()) {
            return distrust(reading.fault().get());
        }
        List<String> hashes = reading.hashes();
        int same = commonLines(known, hashes);
        if (same < known.size()) {
            return distrust(file + ", line " + (same + 1)
                    + ": it is not the one that was read before; the register was replaced");
        }
        known = hashes;
        snapshot = reading.snapshot();
        LOG.info("register {} has {} lines", file, hashes.size());
        return true;
    }

    private static int commonLines(List<String> before, List<String> after) {
        int same = 0;
        while (same < before.size() && same < after.size() && before.get(same).equals(after.get(same))) {
            same++;
        }
        return same;
    }

    private boolean distrust(String fault) {
        stamp = null;
        boolean isNew = !snapshot.fault().filter(fault::equals).isPresent();
        if (isNew) {
            LOG.error("the register of deployments cannot be believed, so nothing may add risk: {}", fault);
            snapshot = RegisterSnapshot.untrusted(file.toString(), fault);
        }
        return isNew;
    }

    /** What tells that something was written. */
    private record Stamp(long size, FileTime changed, FileTime headChanged) {
        private static final FileTime NEVER = FileTime.fromMillis(0);

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Path head = Head.of(file);
            return new Stamp(
                    attributes.size(),
                    attributes.lastModifiedTime(),
                    Files.exists(head) ? Files.getLastModifiedTime(head) : NEVER);
        }
    }
}
