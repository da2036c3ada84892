package io.ploy.connectors.recording;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real recordings, which are not part of the repository. */
final class SharedData {
    private SharedData() {}

    static Path folder(String name) {
        Path root = Path.of(System.getProperty("ploy.shared", "../../shared"));
        Path folder = root.resolve("data/recordings").resolve(name);
        assumeThat(Files.isDirectory(folder))
                .as("no real recordings at %s; name their folder with -Dploy.shared=…", folder.toAbsolutePath())
                .isTrue();
        return folder;
    }
}
