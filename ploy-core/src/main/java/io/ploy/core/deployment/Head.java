package io.ploy.core.deployment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * How long the register was when it was last written, kept beside it: a chain of hashes alone does not show that its last
 * lines were taken away. Written after the line it tells of, so a crash leaves it one line short, never ahead.
 *
 * @param lines how many
 * @param hash of the last
 */
record Head(long lines, String hash) {
    static final Head NONE = new Head(0, Hex.ZERO);

    static Path of(Path register) {
        return register.resolveSibling(register.getFileName() + ".head");
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it was changed
     */
    static Head read(Path register) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(of(register));
        } catch (NoSuchFileException e) {
            return NONE;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int space = text.indexOf(' ');
        if (space < 1 || !text.substring(0, space).matches("[1-9][0-9]{0,17}") || !text.endsWith("\n")) {
            throw new IllegalArgumentException(
                    of(register) + " is no head of a register: expected a number and a hash");
        }
        return new Head(
                Long.parseLong(text.substring(0, space)),
                Hex.check(of(register).toString(), text.substring(space + 1, text.length() - 1)));
    }

    void write(Path register) throws IOException {
        Path head = of(register);
        Path beside = head.resolveSibling(head.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(channel, (lines + " " + hash + "\n").getBytes(StandardCharsets.US_ASCII));
            channel.force(true);
        }
        Files.move(beside, head, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(head);
    }

    static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /** Elsewhere than on POSIX a folder cannot be opened, and the file system takes care of names itself. */
    static void syncFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null
                && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }
}
