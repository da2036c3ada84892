package io.ploy.connectors.recording;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real recordings and messages, which are not part of the repository. */
public final class SharedData {
    private SharedData() {}

    static Path folder(String name) {
        return data("recordings/" + name);
    }

    /** A folder of real data; the test is skipped where there is none. */
    public static Path data(String name) {
        Path root = Path.of(System.getProperty("ploy.shared", "../../shared"));
        Path folder = root.resolve("data").resolve(name);
        assumeThat(Files.isDirectory(folder))
                .as("no real data at %s; name their folder with -Dploy.shared=…", folder.toAbsolutePath())
                .isTrue();
        return folder;
    }
}
