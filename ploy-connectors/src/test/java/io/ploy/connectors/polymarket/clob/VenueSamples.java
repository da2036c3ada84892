package io.ploy.connectors.polymarket.clob;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Messages captured from the venue, which are not part of the repository. */
final class VenueSamples {
    private VenueSamples() {}

    static String text(String name) throws IOException {
        Path root = Path.of(System.getProperty("ploy.shared", "../../shared"));
        Path file = root.resolve("data/samples").resolve(name);
        assumeThat(Files.isRegularFile(file))
                .as("no captured message at %s; name the folder above with -Dploy.shared=…", file.toAbsolutePath())
                .isTrue();
        return Files.readString(file);
    }
}
