package io.ploy.host.config;

import io.ploy.api.secret.Secret;
import io.ploy.host.console.CommandFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a secret is: {@code env:NAME} or {@code file:PATH}. The secret itself is never written into a configuration file.
 *
 * @param kind what holds it
 * @param name of the variable, or the path
 * @param place where the reference stands
 */
public record SecretReference(Kind kind, String name, Place place) {
    private static final Logger LOG = LoggerFactory.getLogger(SecretReference.class);
    private static final long LARGEST = 1 << 16;
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    /** What can hold a secret. */
    public enum Kind {
        /** A variable of the process's environment. */
        ENVIRONMENT("env:"),
        /** A file of its own. */
        FILE("file:");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /**
     * Reads a reference.
     *
     * @param folder that relative paths are from
     * @throws IllegalArgumentException if the text is none; the message does not show it, since it may be a secret
     */
    static SecretReference parse(String text, Path folder, Place place) {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.prefix) && text.length() > kind.prefix.length()) {
                String name = text.substring(kind.prefix.length());
                return new SecretReference(
                        kind, kind == Kind.FILE ? folder.resolve(name).toString() : name, place);
            }
        }
        throw new IllegalArgumentException("a secret is not written into this file (what was found is not shown);"
                + " allowed env:NAME for a variable of the environment, or file:PATH for a file that holds it");
    }

    /**
     * Reads the secret.
     *
     * @param environment the process's variables
     * @return to be closed by the caller
     * @throws CommandFailure if it is not there
     */
    public Secret read(Map<String, String> environment) {
        if (kind == Kind.FILE) {
            return ofFile();
        }
        String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            throw CommandFailure.badInput(
                    place + ": the environment has no variable " + name + ". Set it before ploy starts.");
        }
        return new Secret(value.toCharArray());
    }

    private Secret ofFile() {
        Path file = Path.of(name);
        try {
            if (Files.size(file) > LARGEST) {
                throw CommandFailure.badInput(place + ": " + file + " is too large to be a secret.");
            }
            warnIfOthersMayRead(file);
            byte[] bytes = Files.readAllBytes(file);
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            Arrays.fill(bytes, (byte) 0);
            int end = text.limit();
            // What an editor or echo leaves at the end of a line is no part of a secret.
            end -= end > 0 && text.get(end - 1) == '\n' ? 1 : 0;
            end -= end > 0 && text.get(end - 1) == '\r' ? 1 : 0;
            char[] characters = new char[end];
            text.get(characters);
            Arrays.fill(text.array(), '\0');
            Secret secret = new Secret(characters);
            Arrays.fill(characters, '\0');
            if (end == 0) {
                throw CommandFailure.badInput(place + ": " + file + " is empty.");
            }
            return secret;
        } catch (CharacterCodingException e) {
            throw CommandFailure.badInput(place + ": " + file + " is not text in UTF-8.", e);
        } catch (IOException e) {
            throw CommandFailure.badInput(
                    place + ": " + file + " cannot be read. Check that it is there and who owns it.", e);
        }
    }

    private static void warnIfOthersMayRead(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            LOG.warn("others on this machine may read {}; chmod 600 mends it", file);
        }
    }
}
