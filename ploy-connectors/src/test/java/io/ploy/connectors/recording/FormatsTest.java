package io.ploy.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.RecordingFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final List<RecordingFormat> FORMATS = ServiceLoader.load(RecordingFormat.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    @Test
    void formatsAreFoundAsServices() {
        assertThat(FORMATS)
                .extracting(RecordingFormat::name)
                .containsExactlyInAnyOrder("ploy", "crypto15m-raw", "btc15m-l5", "crypto-fulldepth", "btc15m-inplay");
        assertThat(FORMATS)
                .allSatisfy(format -> assertThat(format.description()).isNotBlank());
    }

    @Test
    void noFileIsAcceptedByTwoFormatsAndCompanionsByNone() throws IOException {
        try (Stream<Path> files = Files.walk(Samples.file("."))) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> assertThat(FORMATS.stream().filter(format -> format.accepts(file)))
                            .as("%s", file)
                            .hasSize(file.toString().endsWith(".markets.jsonl") ? 0 : 1));
        }
    }
}
