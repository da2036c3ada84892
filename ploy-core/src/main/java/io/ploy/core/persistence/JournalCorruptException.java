package io.ploy.core.persistence;

import org.jspecify.annotations.Nullable;

/**
 * A record other than the last cannot be trusted, so what the journal says from there on is not known. Live trading must
 * not start from it; what came before may be read.
 */
public final class JournalCorruptException extends JournalException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long offset;

    JournalCorruptException(String file, long offset, String problem, @Nullable Throwable cause) {
        super("journal damaged: " + file + " at offset " + offset + ": " + problem, cause);
        this.file = file;
        this.offset = offset;
    }

    JournalCorruptException(String place, String problem, @Nullable Throwable cause) {
        super("journal damaged: " + place + ": " + problem, cause);
        file = place;
        offset = -1;
    }

    /** Where the damage is: the file's path, the database's name, or {@code memory}. */
    public String file() {
        return file;
    }

    /** How many bytes of the file come before the damage; -1 in a database. */
    public long offset() {
        return offset;
    }
}
