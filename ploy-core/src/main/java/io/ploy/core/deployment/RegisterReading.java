package io.ploy.core.deployment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A register read from its first byte.
 *
 * @param lines those that can be believed: all of them, or those before the damage
 * @param hashes one for each of the lines
 * @param snapshot what they come to; untrusted if there is any damage
 * @param faultOrNull file, line and what is wrong there, or null
 * @param bytes how many bytes the lines take
 * @param torn bytes after them that are no whole line: what a crash left, or a line that is just being written
 */
public record RegisterReading(
        List<RegisterLine> lines,
        List<String> hashes,
        RegisterSnapshot snapshot,
        @Nullable String faultOrNull,
        long bytes,
        long torn) {
    /** Copies the lists. */
    public RegisterReading {
        lines = List.copyOf(lines);
        hashes = List.copyOf(hashes);
    }

    /** What is wrong; absent if every line can be believed. */
    public Optional<String> fault() {
        return Optional.ofNullable(faultOrNull);
    }

    /** The hash of the last line. */
    String lastHash() {
        return hashes.isEmpty() ? Hex.ZERO : hashes.get(hashes.size() - 1);
    }
}
