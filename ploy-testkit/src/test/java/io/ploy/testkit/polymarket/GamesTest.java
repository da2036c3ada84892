package io.ploy.testkit.polymarket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ploy.testkit.polymarket.client.WireClient;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.server.log.Frame;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.WebSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GamesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final PolymarketSimulator venue = PolymarketSimulator.builder()
            .world(WorldSpec.parse("sports:before=1m;game=4m"))
            .manualTime(Instant.parse("2026-11-20T12:00:00Z"))
            .start();
    private final WireClient client = new WireClient(venue);
    private final ListedMarket market = market();

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    private ListedMarket market() {
        return venue.state()
                .loop()
                .ask(() -> venue.state().catalogue().markets().get(0));
    }

    private JsonNode get(Api api, String path) throws IOException {
        return MAPPER.readTree(client.get(api, path).body());
    }

    private List<String> scores() {
        return venue.log().frames().stream()
                .filter(frame -> frame.kind() == Frame.Kind.OUT && frame.text().startsWith("{"))
                .map(Frame::text)
                .toList();
    }

    @Test
    void theChannelTellsTheScoresOfAGameAndWhoWon() throws Exception {
        WebSocket socket = client.open(Channel.SPORTS, "pong");
        await().until(() -> !venue.log().frames().isEmpty());

        for (int i = 0; i < 62; i++) {
            // A client that says nothing is turned out.
            answerPing(socket);
            venue.advance(Duration.ofSeconds(5));
            assertThat(scores().isEmpty()).isEqualTo(i < 11);
        }

        List<String> told = scores();
        JsonNode first = MAPPER.readTree(told.get(0));
        assertThat(first.path("status").asText()).isEqualTo("InProgress");
        assertThat(first.path("score").asText()).isEqualTo("0-0");
        assertThat(first.path("period").asText()).isEqualTo("Q1");
        assertThat(first.path("slug").asText()).isEqualTo(market.event().slug());
        assertThat(told).hasSizeBetween(60, 150);
        JsonNode last = MAPPER.readTree(told.get(told.size() - 1));
        assertThat(last.path("ended").asBoolean()).isTrue();
        assertThat(last.path("finished_timestamp").asText()).isEqualTo("2026-11-20T12:05:00Z");
        String[] points = last.path("score").asText().split("-");
        boolean homeWon = Integer.parseInt(points[0]) > Integer.parseInt(points[1]);
        venue.advance(Duration.ofMinutes(2));
        assertThat(get(Api.CLOB, "/markets/" + market.conditionId())
                        .path("tokens")
                        .get(0)
                        .path("winner")
                        .asBoolean())
                .isEqualTo(homeWon);
    }

    private void answerPing(WebSocket socket) {
        int said = venue.log().frames().size();
        socket.send("pong");
        await().until(() -> venue.log().frames().size() > said);
    }

    @Test
    void everyServiceSaysWhenTheGameBegins() throws Exception {
        assertThat(get(Api.CLOB, "/markets/" + market.conditionId())
                        .path("game_start_time")
                        .asText())
                .isEqualTo("2026-11-20T12:01:00Z");
        JsonNode terms = get(Api.CLOB, "/clob-markets/" + market.conditionId());
        assertThat(terms.path("gst").asText()).isEqualTo("2026-11-20T12:01:00Z");
        assertThat(terms.path("cbos").asBoolean()).isTrue();
        JsonNode listed = get(Api.GAMMA, "/markets/slug/" + market.market().slug());
        assertThat(listed.path("gameStartTime").asText()).isEqualTo("2026-11-20 12:01:00+00");
        assertThat(listed.path("sportsMarketType").asText()).isEqualTo("moneyline");
        assertThat(listed.path("secondsDelay").asInt()).isEqualTo(3);
        JsonNode event = get(Api.GAMMA, "/events/slug/" + market.event().slug());
        assertThat(event.path("gameId").asText())
                .isEqualTo(listed.path("gameId").asText());
        assertThat(event.path("startTime").asText()).isEqualTo("2026-11-20T12:01:00Z");
    }
}
