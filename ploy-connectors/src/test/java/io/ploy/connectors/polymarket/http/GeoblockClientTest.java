package io.ploy.connectors.polymarket.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoblockClientTest {
    private final LocalVenue venue = LocalVenue.plain();
    private final HttpTransport transport = venue.transport(new ManualTime(Instant.EPOCH));
    private final GeoblockClient client = new GeoblockClient(transport);

    @AfterEach
    void close() {
        transport.close();
        venue.close();
    }

    @Test
    void tellsWhetherThePlaceIsServed() throws InterruptedException {
        venue.answers(200, "{\"blocked\":true,\"ip\":\"192.0.2.1\",\"country\":\"US\",\"region\":\"NY\"}");

        assertThat(client.check()).isEqualTo(new Geoblock(true, "US", "NY"));

        assertThat(venue.server().takeRequest().getRequestLine()).startsWith("GET /api/geoblock ");
    }

    @Test
    void placeMayBeUnsaid() {
        venue.answers(200, "{\"blocked\":false,\"country\":null}");

        assertThat(client.check()).isEqualTo(new Geoblock(false, "", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "null", "{\"blocked\":\"false\"}", "{\"blocked\":0}", "{\"blocked\":", "no"})
    void answerThatDoesNotSayIsNotTakenForServed(String body) {
        venue.answers(200, body);

        RequestException failure = catchThrowableOfType(RequestException.class, client::check);

        assertThat(failure.failure()).isEqualTo(Failure.UNREADABLE);
        assertThat(failure).hasMessageContaining("GET /api/geoblock");
    }
}
