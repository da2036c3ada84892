package io.ploy.connectors.polymarket.stream;

import static io.ploy.connectors.polymarket.stream.TestMarkets.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.connectors.polymarket.NewMarket;
import io.ploy.connectors.polymarket.stream.SocketServer.Peer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** A feed on a test's own venue. */
final class FeedRig {
    static final long T = 1_790_000_000_000L;

    final StreamLab lab;
    final TestMarkets markets;
    final TestBooks books = new TestBooks();
    final Heard heard = new Heard();
    final List<NewMarket> listed = new CopyOnWriteArrayList<>();
    final PolymarketFeed feed;

    FeedRig(StreamLab lab, TestMarkets markets, FeedSettings settings, PriceSource... prices) {
        this.lab = lab;
        this.markets = markets;
        this.feed =
                lab.closing(new PolymarketFeed(settings, markets, books, List.of(prices), listed::add, lab.means()));
    }

    static FeedSettings settings(StreamLab lab) {
        return FeedSettings.of(lab.server.url());
    }

    /** One that never asks for books and never thinks a connection silent, for tests of something else. */
    static FeedSettings patient(StreamLab lab) {
        return with(lab, 200, Duration.ofDays(1), Duration.ofDays(1));
    }

    static FeedSettings with(StreamLab lab, int assetsPerSocket, Duration quietAfter, Duration silentAfter) {
        FeedSettings usual = settings(lab);
        return new FeedSettings(
                usual.url(),
                StreamLab.patient(usual.socket())
                        .withLiveness(Duration.ofSeconds(10), Duration.ofDays(1), Duration.ZERO),
                assetsPerSocket,
                usual.assetsPerMessage(),
                usual.gatherFor(),
                usual.customFeatures(),
                usual.checkBooks(),
                usual.connectsAtOnce(),
                usual.connectWindow(),
                usual.snapshotWithin(),
                quietAfter,
                usual.rereadsAtOnce(),
                usual.graceForStream(),
                silentAfter,
                usual.lookEvery(),
                usual.conflateAbove(),
                usual.capacity(),
                usual.closeWithin());
    }

    FeedRig start() {
        feed.start(heard);
        Awaitility.await().until(() -> markets.reads() > 0);
        return this;
    }

    void subscribe(String... symbols) {
        feed.subscribe(ids(symbols));
    }

    void unsubscribe(String... symbols) {
        feed.unsubscribe(ids(symbols));
    }

    static List<InstrumentId> ids(String... symbols) {
        return Arrays.stream(symbols).map(TestMarkets::outcome).toList();
    }

    /** Subscribed on a fresh connection, with the venue's books there. */
    Peer live(String... symbols) {
        subscribe(symbols);
        Peer peer = lab.server.accept();
        assertThat(peer.takeWords()).contains("\"type\":\"market\"");
        for (String symbol : symbols) {
            peer.send(Frames.book(symbol, T));
        }
        for (String symbol : symbols) {
            Awaitility.await().untilAsserted(() -> assertThat(heard.data()).contains("book " + symbol));
        }
        return peer;
    }

    /** Lets time pass in small steps until something is so. */
    void passUntil(Callable<Boolean> condition) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
            lab.passMillis(250);
            return condition.call();
        });
    }

    int waiting() {
        return feed.health().waiting();
    }

    static InstrumentId id(String symbol) {
        return outcome(symbol);
    }
}
