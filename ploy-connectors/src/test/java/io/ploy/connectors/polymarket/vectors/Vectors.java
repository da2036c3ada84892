package io.ploy.connectors.polymarket.vectors;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * What the venue's own clients answered, to compare with what ours does. The bundled files, or with
 * {@code -Dploy.vectors=DIR} those of another folder in the same format; a relative folder is meant from where the build
 * was started. Numbers are read exactly.
 */
public final class Vectors {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Vectors() {}

    /**
     * A whole file.
     *
     * @param name with its ending
     */
    public static JsonNode file(String name) {
        String folder = System.getProperty("ploy.vectors", "");
        return folder.isBlank() ? bundled(name) : in(folder(folder), name);
    }

    /**
     * The rows of a file's member {@code vectors}.
     *
     * @param name of the file, with its ending
     */
    public static Stream<Named<JsonNode>> rows(String name) {
        return rows(name, "vectors");
    }

    /**
     * The rows of one of a file's members, each named by its {@code id} or its place.
     *
     * @param name of the file, with its ending
     * @param member an array, not empty
     */
    public static Stream<Named<JsonNode>> rows(String name, String member) {
        JsonNode rows = file(name).path(member);
        if (!rows.isArray() || rows.isEmpty()) {
            throw new IllegalStateException("vectors " + name + " need a member '" + member
                    + "' that is an array with rows, and have " + rows.getNodeType() + " of " + rows.size());
        }
        List<Named<JsonNode>> named = new ArrayList<>();
        for (JsonNode row : rows) {
            named.add(Named.of(row.path("id").asText(name + " " + member + "[" + named.size() + "]"), row));
        }
        return named.stream();
    }

    private static Path folder(String given) {
        Path folder =
                Path.of(System.getProperty("ploy.root", "")).resolve(given).toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("-Dploy.vectors names " + folder + ", which is no folder");
        }
        return folder;
    }

    private static JsonNode in(Path folder, String name) {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("vectors " + name + " of " + folder + " cannot be read", e);
        }
    }

    private static JsonNode bundled(String name) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no vectors " + name + " among the bundled ones");
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("bundled vectors " + name + " cannot be read", e);
        }
    }
}
