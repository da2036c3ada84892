package io.ploy.connectors.recording;

import java.nio.file.Path;

/** A file's own name, without its folder. */
final class FileNames {
    private FileNames() {}

    static String of(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }
}
