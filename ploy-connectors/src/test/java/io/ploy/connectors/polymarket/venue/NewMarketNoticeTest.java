package io.ploy.connectors.polymarket.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.venue.VenueContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewMarketNoticeTest {
    private final MockWebServer server = new MockWebServer();
    private final Set<Integer> listed = new ConcurrentSkipListSet<>(Set.of(1));

    @BeforeEach
    void serve() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return switch (request.getUrl().encodedPath()) {
                    case "/ws/market" ->
                        new MockResponse.Builder()
                                .webSocketUpgrade(new Noticing())
                                .build();
                    case "/markets/keyset" -> json(200, "{\"markets\":[" + markets(request.getUrl()) + "]}");
                    default -> json(404, "{\"error\":\"not found\"}");
                };
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Lists a market, says so to whoever subscribes, and names one that nobody lists as well. */
    private final class Noticing extends WebSocketListener {
        @Override
        public void onMessage(WebSocket socket, String text) {
            if (text.contains("assets_ids") && listed.add(2)) {
                socket.send(notice(2));
                socket.send(notice(3));
            }
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            socket.close(code, null);
        }
    }

    private static String notice(int number) {
        return "{\"event_type\":\"new_market\",\"market\":\"" + condition(number) + "\",\"slug\":\"market-" + number
                + "\",\"assets_ids\":[\"661\",\"662\"],\"timestamp\":\"1795608004000\"}";
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private String markets(HttpUrl url) {
        List<String> wanted = url.queryParameterValues("condition_ids").stream()
                .map(String::valueOf)
                .toList();
        return listed.stream()
                .filter(number -> wanted.isEmpty() || wanted.contains(condition(number)))
                .map(NewMarketNoticeTest::market)
                .collect(Collectors.joining(","));
    }

    private static String market(int number) {
        return "{\"id\":\"" + number + "\",\"conditionId\":\"" + condition(number) + "\",\"slug\":\"market-" + number
                + "\",\"question\":\"Will it?\",\"version\":\"v1\",\"outcomes\":\"[\\\"Yes\\\",\\\"No\\\"]\","
                + "\"clobTokenIds\":\"[\\\"" + number + "1\\\",\\\"" + number + "2\\\"]\",\"active\":true,"
                + "\"closed\":false,\"acceptingOrders\":true,\"enableOrderBook\":true,\"negRisk\":false,"
                + "\"orderPriceMinTickSize\":0.01,\"orderMinSize\":5,\"feesEnabled\":true,"
                + "\"feeSchedule\":{\"exponent\":1,\"rate\":0.04,\"takerOnly\":true}}";
    }

    private static String condition(int number) {
        return "0x" + "%064x".formatted(number);
    }

    @Test
    void marketTheStreamSaysIsNewIsReadFromTheCatalogueAndToldOfBeforeTheNextReading() {
        String url = server.url("/").toString();
        Map<String, String> parameters = Map.of(
                "clobUrl",
                url,
                "gammaUrl",
                url,
                "marketStreamUrl",
                server.url("/ws/market").toString().replace("http:", "ws:"),
                "venueClock",
                "false",
                "slugs",
                "market-*",
                "refresh",
                "3600");
        List<MarketId> told = new CopyOnWriteArrayList<>();
        try (PolymarketConnection connection =
                PolymarketConnection.open(new VenueContext(Clock.systemUTC(), parameters, List.of(), alert -> {}))) {
            connection.feed().start(event -> {
                if (event instanceof MarketEvent.MarketChanged changed) {
                    told.add(changed.market().id());
                }
            });
            connection.feed().subscribe(List.of(new InstrumentId("polymarket", "11")));

            await().atMost(Duration.ofSeconds(30)).until(() -> told.size() == 2);

            MarketId second = new MarketId("polymarket", condition(2));
            assertThat(told).containsExactly(new MarketId("polymarket", condition(1)), second);
            assertThat(connection
                            .directory()
                            .known(second)
                            .orElseThrow()
                            .market()
                            .first()
                            .instrument()
                            .symbol())
                    .as("the catalogue's token, not the notice's")
                    .isEqualTo("21");
            assertThat(connection.directory().known(new MarketId("polymarket", condition(3))))
                    .isEmpty();
        }
    }
}
