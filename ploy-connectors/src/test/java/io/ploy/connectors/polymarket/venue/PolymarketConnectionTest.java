package io.ploy.connectors.polymarket.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.Sweep;
import io.ploy.api.venue.AccountSettings;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueContext;
import io.ploy.connectors.polymarket.vectors.TestSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A whole connection over the wire: what a trader does in a minute. */
@Tag("matrix")
class PolymarketConnectionTest {
    private static final AccountId MAIN = new AccountId("main");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Heard heard = new Heard();
    private final List<MarketEvent> events = new CopyOnWriteArrayList<>();
    private ScriptedVenue venue;
    private VenueConnection connection;
    private Market market;
    private OrderGateway gateway;

    @BeforeEach
    void open() throws IOException {
        venue = new ScriptedVenue();
        connection = new PolymarketConnector()
                .connect(new VenueContext(
                        Clock.systemUTC(),
                        venue.parameters(),
                        List.of(new AccountSettings(
                                MAIN,
                                new TestSigner("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"),
                                Map.of("kind", "EOA"),
                                Map.of())),
                        alert -> {}));
        connection.feed().start(events::add);
        await().atMost(PATIENCE)
                .until(() -> connection.directory().market(ScriptedVenue.MARKET).isPresent());
        market = connection.directory().market(ScriptedVenue.MARKET).orElseThrow();
        gateway = connection.account(MAIN).gateway();
        gateway.start(heard);
        await().atMost(PATIENCE).until(() -> venue.isOpen("user"));
    }

    @AfterEach
    void close() {
        connection.close();
        venue.close();
        await().atMost(PATIENCE)
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("polymarket-")));
    }

    @Test
    void booksArriveAndChange() {
        connection.feed().subscribe(List.of(ScriptedVenue.YES));
        await().atMost(PATIENCE).until(() -> has(MarketEvent.BookSnapshot.class));

        venue.send("market", ScriptedVenue.priceChange("0.5", "70"));

        await().atMost(PATIENCE).until(() -> has(MarketEvent.BookChanged.class));
        assertThat(events)
                .filteredOn(MarketEvent.BookChanged.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((MarketEvent.BookChanged) event).changes())
                        .singleElement()
                        .satisfies(change -> {
                            assertThat(change.price()).isEqualTo(Price.parse("0.5"));
                            assertThat(change.size()).isEqualTo(Quantity.parse("70"));
                        }));
    }

    @Test
    void anOrderGoesOutRestsIsFilledAndSettles() {
        PreparedOrder order = prepare(1);
        venue.accepts(order, "live", "[]");

        gateway.send(order);
        await().atMost(PATIENCE).until(() -> heard.kinds().contains(OrderEvidence.Kind.LIVE));
        venue.send("user", ScriptedVenue.orderEvent(order, "PLACEMENT", "LIVE", "0"));
        venue.send("user", ScriptedVenue.tradeEvent(order, "MATCHED"));
        venue.send("user", ScriptedVenue.orderEvent(order, "UPDATE", "MATCHED", "10"));
        venue.send("user", ScriptedVenue.tradeEvent(order, "MINED"));
        venue.answerPage("/data/trades", ScriptedVenue.trade(order, "CONFIRMED"));
        venue.send("user", ScriptedVenue.tradeEvent(order, "CONFIRMED"));

        await().atMost(PATIENCE).until(() -> heard.statuses().contains(SettlementStatus.CONFIRMED));
        assertThat(heard.statuses())
                .containsSubsequence(SettlementStatus.MATCHED, SettlementStatus.MINED, SettlementStatus.CONFIRMED);
        assertThat(heard.kinds()).contains(OrderEvidence.Kind.MATCHED);
        assertThat(heard.fills).allSatisfy(fill -> {
            assertThat(fill.id().order()).isEqualTo(order.venueOrderId());
            assertThat(fill.quantity()).isEqualTo(Quantity.ofShares(10));
            assertThat(fill.price()).isEqualTo(Price.parse("0.5"));
        });
        assertThat(venue.posted).containsExactly(new String(order.body(), StandardCharsets.UTF_8));
    }

    @Test
    void tradesThatAnAnswerNamesAreFollowedToTheirEnd() {
        PreparedOrder order = prepare(1);
        venue.accepts(order, "matched", "[\"t1\"]");
        venue.answerPage("/data/trades", ScriptedVenue.trade(order, "MATCHED"));

        gateway.send(order);

        await().atMost(PATIENCE).until(() -> heard.statuses().contains(SettlementStatus.MATCHED));
        venue.answerPage("/data/trades", ScriptedVenue.trade(order, "CONFIRMED"));
        await().atMost(PATIENCE).until(() -> heard.statuses().contains(SettlementStatus.CONFIRMED));
    }

    @Test
    void anOrderWhoseAnswerIsLostIsInDoubtUntilItIsLookedUpAndIsNeverSentTwice() {
        PreparedOrder order = prepare(1);
        venue.losesReplies(true);

        gateway.send(order);
        await().atMost(PATIENCE).until(() -> heard.kinds().contains(OrderEvidence.Kind.DOUBT));
        venue.losesReplies(false);
        venue.answer("/data/order/" + order.venueOrderId().value(), ScriptedVenue.order(order, "LIVE", "0"));
        gateway.lookUp(order.venueOrderId(), ScriptedVenue.YES, Instant.now());

        await().atMost(PATIENCE).until(() -> heard.kinds().contains(OrderEvidence.Kind.OPEN));
        assertThat(venue.posted).hasSize(1);
    }

    @Test
    void anOrderIsCancelled() {
        PreparedOrder order = prepare(1);
        venue.accepts(order, "live", "[]");
        gateway.send(order);
        await().atMost(PATIENCE).until(() -> heard.kinds().contains(OrderEvidence.Kind.LIVE));
        venue.answer("/order", "{\"canceled\":[\"" + order.venueOrderId().value() + "\"],\"not_canceled\":{}}");

        gateway.cancel(order.venueOrderId());
        await().atMost(PATIENCE).until(() -> heard.cancels.contains(CancelAnswer.Outcome.ACCEPTED));
        venue.send("user", ScriptedVenue.orderEvent(order, "CANCELLATION", "CANCELED", "0"));

        await().atMost(PATIENCE).until(() -> heard.kinds().contains(OrderEvidence.Kind.CANCELLED));
        assertThat(venue.requests).contains("DELETE /order");
    }

    private PreparedOrder prepare(long number) {
        OrderRequest request = OrderRequest.buy(ScriptedVenue.YES, Quantity.ofShares(10), Price.parse("0.50"));
        Clock clock = Clock.systemUTC();
        return gateway.prepare(
                new OrderDraft(new ClientOrderId(MAIN, 1, number), 1, request, market, 12_345, clock.instant()),
                clock.instant().plusSeconds(10));
    }

    private boolean has(Class<? extends MarketEvent> kind) {
        return events.stream().anyMatch(kind::isInstance);
    }

    private static final class Heard implements GatewayListener {
        private final List<OrderEvidence> evidence = new CopyOnWriteArrayList<>();
        private final List<FillReport> fills = new CopyOnWriteArrayList<>();
        private final List<CancelAnswer.Outcome> cancels = new CopyOnWriteArrayList<>();
        private final List<LookUp> lookUps = new CopyOnWriteArrayList<>();
        private final List<Sweep> sweeps = new CopyOnWriteArrayList<>();
        private final List<Boolean> streams = new CopyOnWriteArrayList<>();

        @Override
        public void onEvidence(OrderEvidence said) {
            evidence.add(said);
        }

        @Override
        public void onFill(FillReport report) {
            fills.add(report);
        }

        @Override
        public void onCancelAnswer(CancelAnswer answer) {
            cancels.add(answer.outcome());
        }

        @Override
        public void onLookedUp(LookUp lookUp) {
            lookUps.add(lookUp);
        }

        @Override
        public void onSwept(Sweep sweep) {
            sweeps.add(sweep);
        }

        @Override
        public void onStream(boolean connected, Instant at) {
            streams.add(connected);
        }

        private List<OrderEvidence.Kind> kinds() {
            return evidence.stream().map(OrderEvidence::kind).toList();
        }

        private List<SettlementStatus> statuses() {
            return fills.stream().map(FillReport::status).toList();
        }
    }
}
