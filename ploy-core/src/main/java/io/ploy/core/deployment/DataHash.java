package io.ploy.core.deployment;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that a strategy was tried on.
 *
 * @param name the file's name, without its folder
 * @param sha256 of its bytes, lower-case hex
 */
public record DataHash(String name, String sha256) {
    /** Checks the hash. */
    public DataHash {
        Hex.check("the hash of " + name, sha256);
    }

    /**
     * Of a file as it is now.
     *
     * @param file to be read
     * @throws IOException if it cannot be read
     */
    public static DataHash read(Path file) throws IOException {
        return new DataHash(
                String.valueOf(file.getFileName()),
                MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString());
    }

    /**
     * Of something that is in no file.
     *
     * @param name what it is
     * @param bytes all of it
     */
    public static DataHash of(String name, byte[] bytes) {
        return new DataHash(name, Hashing.sha256().hashBytes(bytes).toString());
    }
}
