package io.ploy.host.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.demo.DemoRequest;
import io.ploy.host.demo.DemoVenue;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The venue of a demo over the wire. */
class LoopbackVenueTest {
    private static DemoRequest request(@Nullable String profile) {
        return new DemoRequest(
                Duration.ofSeconds(10), 7, 1, "dump-hedge", Map.of(), Path.of("plugins"), null, true, profile);
    }

    private static int status(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    @Test
    void itServesWhileItIsOpenAndSaysHowItIsReached() throws IOException {
        String url;
        try (DemoVenue venue = LoopbackVenue.open(request(null))) {
            url = venue.connectionParameters().get("clobUrl") + "/ok";
            assertThat(status(url)).isEqualTo(200);
            assertThat(venue.connector()).isEqualTo("polymarket");
            assertThat(venue.connectionParameters())
                    .containsEntry("series", "btc-up-or-down-5m")
                    .containsKeys("relayerUrl", "userStreamUrl");
            assertThat(venue.collateral()).isEqualTo(Cash.ofUsd(1_000));
            assertThat(venue.account().id().name()).isEqualTo("demo");
            assertThat(venue.account().secret("relayerKey")).isPresent();
            assertThat(venue.clock().instant()).isAfter("2026-01-05T11:59:59Z").isBefore("2026-01-05T12:10:00Z");
            venue.beginFaults();
            assertThat(venue.strikes())
                    .as("nothing goes wrong unless a profile says so")
                    .isZero();
        }
        assertThatThrownBy(() -> status(url)).isInstanceOf(IOException.class);
    }

    @Test
    void aProfileBeginsWhenItIsAskedTo() {
        try (DemoVenue venue = LoopbackVenue.open(request("hostile"))) {
            assertThat(venue.strikes()).isZero();
            venue.beginFaults();
            assertThat(venue.strikes())
                    .as("fees are told as nothing from the start")
                    .isPositive();
        }
    }

    @Test
    void aProfileThatIsNoneIsBadInput() {
        assertThatThrownBy(() -> LoopbackVenue.open(request("stormy")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("found 'stormy', allowed");
    }
}
