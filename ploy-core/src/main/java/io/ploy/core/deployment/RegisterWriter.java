package io.ploy.core.deployment;

import io.ploy.core.persistence.ExclusiveFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Appends to a register, one writer at a time over all processes. */
final class RegisterWriter {
    private static final int ATTEMPTS = 1_000;
    private static final long BETWEEN = Duration.ofMillis(10).toNanos();

    private final Path file;
    private final Clock clock;

    RegisterWriter(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Reads, lets the caller decide, and appends what was decided, as one step that no other writer comes between. */
    RegisterReading append(Actor by, String reason, Function<RegisterSnapshot, RegisterEntry> decision) {
        try {
            ExclusiveFile alone = lock();
            try {
                return appendAlone(by, reason, decision);
            } finally {
                alone.close();
            }
        } catch (IOException e) {
            throw new RegisterException("the register " + file + " cannot be written: " + e, e);
        }
    }

    private RegisterReading appendAlone(Actor by, String reason, Function<RegisterSnapshot, RegisterEntry> decision)
            throws IOException {
        RegisterReading before = RegisterReader.read(file);
        if (before.fault().isPresent()) {
            throw new RegisterDamagedException(before.fault().get()
                    + ". Nothing in this register can be believed; put back a copy of it, with its head.");
        }
        RegisterLine line = line(before, by, reason, decision.apply(before.snapshot()));
        write(before, RegisterReader.seal(line, before.lastHash()));
        return RegisterReader.read(file);
    }

    private RegisterLine line(RegisterReading before, Actor by, String reason, RegisterEntry entry) {
        RegisterLine line = new RegisterLine(before.lines().size() + 1L, clock.instant(), by, reason, entry);
        RegisterFold fold = new RegisterFold(file.toString());
        before.lines().forEach(fold::add);
        try {
            fold.add(line);
        } catch (IllegalArgumentException e) {
            throw new RegisterException(e.getMessage() + " (in " + file + ")", e);
        }
        return line;
    }

    private void write(RegisterReading before, RegisterReader.Sealed sealed) throws IOException {
        boolean isNew = Files.notExists(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // What a crash left of a line that nobody was told of.
            channel.truncate(before.bytes());
            channel.position(before.bytes());
            Head.writeAll(channel, (sealed.text() + "\n").getBytes(StandardCharsets.UTF_8));
            channel.force(true);
        }
        if (isNew) {
            Head.syncFolder(file);
        }
        new Head(before.lines().size() + 1L, sealed.hash()).write(file);
    }

    private ExclusiveFile lock() throws IOException {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        for (int attempt = 0; attempt < ATTEMPTS && !Thread.currentThread().isInterrupted(); attempt++) {
            Optional<ExclusiveFile> alone = ExclusiveFile.tryLock(lock);
            if (alone.isPresent()) {
                return alone.get();
            }
            LockSupport.parkNanos(BETWEEN);
        }
        throw new RegisterException("the register " + file + " is being written by " + ExclusiveFile.holder(lock)
                + " for ten seconds now; try again");
    }
}
