package io.ploy.connectors.polymarket.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.io.IOException;
import java.time.Instant;
import java.util.SplittableRandom;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTransportTest {
    private final ManualTime time = new ManualTime(Instant.parse("2026-11-25T12:00:00Z"));
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void goodAnswerIsHandedOverAsItCame() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body("{\"a\":1}").build());

        Reply reply = transport().execute(Call.get(Service.CLOB, "/book").query("token_id", "1 2&3"));

        RecordedRequest request = server.takeRequest();
        assertThat(reply.text()).isEqualTo("{\"a\":1}");
        assertThat(request.getRequestLine()).isEqualTo("GET /book?token_id=1%202%263 HTTP/1.1");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("ploy");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("*/*");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void refusalCarriesTheVenuesWords() {
        server.enqueue(new MockResponse.Builder()
                .code(400)
                .body("{\"error\":\"Invalid token id\"}")
                .build());

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> transport().execute(Call.get(Service.CLOB, "/book")))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.REFUSED))
                .satisfies(e -> assertThat(e.venueText()).isEqualTo("Invalid token id"));
    }

    private HttpTransport transport() {
        HttpSettings settings = HttpSettings.builder()
                .endpoints(Service.CLOB, server.url("/").uri())
                .build();
        return new HttpTransport(settings, time, new SplittableRandom(7));
    }
}
