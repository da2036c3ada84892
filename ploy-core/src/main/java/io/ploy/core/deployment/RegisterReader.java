package io.ploy.core.deployment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a register and checks every byte of it. Reads only; a writer may be at work. Not thread-safe. */
final class RegisterReader {
    private static final String HASH_KEY = ",\"hash\":\"";
    private static final String END = "\"}";
    private static final int TAIL = HASH_KEY.length() + Hex.ZERO.length() + END.length();

    private final Path file;
    private final List<RegisterLine> lines = new ArrayList<>();
    private final List<String> hashes = new ArrayList<>();
    private final RegisterFold fold;
    private String previous = Hex.ZERO;

    private RegisterReader(Path file) {
        this.file = file;
        fold = new RegisterFold(file.toString());
    }

    /** A line as it stands in the file, without its line feed. */
    static Sealed seal(RegisterLine line, String previous) {
        String open = RegisterJson.open(line, previous);
        String hash = Hex.of(open);
        return new Sealed(open + HASH_KEY + hash + END, hash);
    }

    /** Reads the file, which may not be there. */
    static RegisterReading read(Path file) throws IOException {
        return new RegisterReader(file).read();
    }

    private RegisterReading read() throws IOException {
        // Before the file: a head that is read after it may already tell of a later line.
        Head head;
        try {
            head = Head.read(file);
        } catch (IllegalArgumentException e) {
            return reading(String.valueOf(e.getMessage()), 0, 0);
        }
        byte[] bytes = bytes();
        int start = 0;
        for (int end = lineEnd(bytes, 0); end >= 0; end = lineEnd(bytes, start)) {
            String fault = add(bytes, start, end);
            if (fault != null) {
                return reading(file + ", line " + (lines.size() + 1) + ": " + fault, start, bytes.length - start);
            }
            start = end + 1;
        }
        return reading(against(head), start, bytes.length - start);
    }

    private byte[] bytes() throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    private static int lineEnd(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Answers what is wrong, or null. */
    private @Nullable String add(byte[] bytes, int start, int end) {
        int open = end - start - TAIL;
        if (open < 1) {
            return "it is too short to be a line of a register; it was changed after it was written";
        }
        String hash = Hex.of(bytes, start, open);
        String tail = new String(bytes, start + open, TAIL, StandardCharsets.ISO_8859_1);
        if (!tail.equals(HASH_KEY + hash + END)) {
            return "its hash is not that of its content; it was changed after it was written";
        }
        try {
            RegisterJson.Read read = RegisterJson.read(new String(bytes, start, end - start, StandardCharsets.UTF_8));
            if (!read.previous().equals(previous)) {
                return "it does not follow the line before it; a line is missing, was added or was moved here";
            }
            fold.add(read.line());
            lines.add(read.line());
            hashes.add(hash);
            previous = hash;
            return null;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private @Nullable String against(Head head) {
        if (lines.size() < head.lines()) {
            return file + ", line " + (lines.size() + 1) + ": it is missing; " + Head.of(file)
                    + " says that there were " + head.lines() + " lines";
        }
        if (head.lines() > 0 && !hashes.get(Math.toIntExact(head.lines()) - 1).equals(head.hash())) {
            return file + ", line " + head.lines() + ": it is not the one that was written, says " + Head.of(file);
        }
        if (lines.size() > 1 && head.lines() == 0 && Files.notExists(Head.of(file))) {
            return file + ", line " + lines.size() + ": " + Head.of(file)
                    + " is gone, so nobody can say whether this was the last line";
        }
        return null;
    }

    private RegisterReading reading(@Nullable String fault, long bytes, long torn) {
        RegisterSnapshot snapshot =
                fault == null ? fold.snapshot() : RegisterSnapshot.untrusted(file.toString(), fault);
        return new RegisterReading(lines, hashes, snapshot, fault, bytes, torn);
    }

    /**
     * A line ready to be written.
     *
     * @param text without a line feed
     * @param hash by which the next line names it
     */
    record Sealed(String text, String hash) {}
}
