package io.ploy.core.lease;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The newest token and who has it: three lines of text. A new one is written beside it, flushed, and put in its place, so
 * that a crash leaves the old or the new one.
 *
 * @param token 0 if nobody had one yet
 * @param holder the newest holder's name
 * @param host the newest holder's host
 */
record TokenFile(long token, String holder, String host) {
    private static final TokenFile NONE = new TokenFile(0, "nobody", "nowhere");

    static TokenFile read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return NONE;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        try {
            return new TokenFile(Long.parseLong(lines.get(0)), lines.get(1), lines.get(2));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException(
                    file + " is no token file: expected a number, a name and a host on three lines. A token must never"
                            + " fall back: write one higher than any in the journal.",
                    e);
        }
    }

    void write(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".tmp");
        byte[] text = (token + "\n" + holder + "\n" + host + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = file.toAbsolutePath().getParent();
        // Elsewhere a folder cannot be opened, and the file system takes care of names itself.
        if (folder != null
                && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }
}
