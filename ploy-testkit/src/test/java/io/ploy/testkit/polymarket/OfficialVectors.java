package io.ploy.testkit.polymarket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;

/** What the venue's own clients answered. */
public final class OfficialVectors {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OfficialVectors() {}

    /** A whole file. */
    public static JsonNode file(String name) {
        try (InputStream in = OfficialVectors.class.getResourceAsStream("/vectors/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no vectors " + name);
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a file, each named by its id or as it is. */
    public static Stream<Named<JsonNode>> rows(String name) {
        JsonNode rows = file(name).path("vectors");
        if (rows.isEmpty()) {
            throw new IllegalStateException("no rows in " + name);
        }
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> Named.of(row.path("id").asText(row.toString()), row));
    }
}
