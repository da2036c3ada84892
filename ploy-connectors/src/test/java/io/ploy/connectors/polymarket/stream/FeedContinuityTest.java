package io.ploy.connectors.polymarket.stream;

import static io.ploy.connectors.polymarket.stream.FeedRig.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.MarketEvent;
import io.ploy.connectors.polymarket.stream.SocketServer.Peer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeedContinuityTest {
    @RegisterExtension
    final StreamLab lab = new StreamLab();

    @Test
    void aLostConnectionMakesItsBooksStaleBeforeAnythingElseIsSaidOfThem() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(2), FeedRig.patient(lab)).start();
        Peer first = rig.live("11", "12");

        first.cut();
        Peer second = lab.acceptAttempt(2);
        assertThat(second.takeWords()).contains("\"type\":\"market\"").contains("[\"11\",\"12\"]");
        second.send(Frames.change("11", T + 9, "0.48", "7"));
        second.send(Frames.book("11", T + 10));
        second.send(Frames.change("11", T + 11, "0.48", "7"));
        second.send(Frames.book("12", T + 10));

        rig.heard.await("book 11", "book 12", "STALE 11", "STALE 12", "book 11", "change 11", "book 12");
        assertThat(rig.feed.health().untrusted()).isZero();
    }

    @Test
    void onlyTheBooksOfTheLostConnectionAreDoubted() {
        FeedSettings settings = FeedRig.with(lab, 2, Duration.ofDays(1), Duration.ofDays(1));
        FeedRig rig = new FeedRig(lab, TestMarkets.of(2), settings).start();
        rig.live("11", "12");
        Peer other = rig.live("21", "22");

        other.cut();

        rig.heard.await("book 11", "book 12", "book 21", "book 22", "STALE 21", "STALE 22");
    }

    @Test
    void aConnectionThatFailsBeforeAnyBookCameDoubtsNothing() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.patient(lab)).start();
        rig.subscribe("11");
        lab.server.accept().cut();

        lab.acceptAttempt(2).send(Frames.book("11", T));

        rig.heard.await("book 11");
    }

    @Test
    void aGarbledMessageMayHaveHeldAnythingSoTheConnectionIsMadeAnew() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.patient(lab)).start();
        Peer peer = rig.live("11");

        peer.send("{\"event_type\":\"price_change\",\"market\":");

        rig.heard.await("book 11", "STALE 11");
        lab.acceptAttempt(2);
    }

    @Test
    void timesNeverGoBackThoughTheClockDoes() {
        SkewedTime time = new SkewedTime(lab.time);
        FeedSettings settings = FeedRig.patient(lab);
        Heard heard = new Heard();
        PolymarketFeed feed = lab.closing(new PolymarketFeed(
                settings,
                TestMarkets.of(1),
                new TestBooks(),
                java.util.List.of(),
                market -> {},
                new StreamMeans(lab.client, time, new java.util.Random(7))));
        feed.start(heard);
        feed.subscribe(FeedRig.ids("11"));
        Peer peer = lab.server.accept();
        lab.passSeconds(10);
        peer.send(Frames.book("11", T));
        await().untilAsserted(() -> assertThat(heard.data()).hasSize(1));

        time.jump(Duration.ofHours(-1));
        peer.send(Frames.change("11", T + 1, "0.48", "7"));
        await().untilAsserted(() -> assertThat(heard.data()).hasSize(2));
        time.jump(Duration.ofHours(2));
        peer.send(Frames.change("11", T + 2, "0.48", "8"));
        await().untilAsserted(() -> assertThat(heard.data()).hasSize(3));

        assertThat(heard.events).extracting(MarketEvent::at).isSorted();
        Instant book = StreamLab.START.plusSeconds(10);
        assertThat(heard.events).extracting(MarketEvent::at).endsWith(book, book, StreamLab.START.plusSeconds(3610));
    }

    @Test
    void aSlowListenerGetsOneEventForManyAndTheRightBook() {
        FeedSettings usual = FeedRig.patient(lab);
        FeedSettings settings = new FeedSettings(
                usual.url(),
                usual.socket(),
                200,
                100,
                usual.gatherFor(),
                true,
                true,
                10,
                usual.connectWindow(),
                usual.snapshotWithin(),
                usual.quietAfter(),
                200,
                usual.graceForStream(),
                usual.silentAfter(),
                usual.lookEvery(),
                2,
                10,
                usual.closeWithin());
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), settings);
        CountDownLatch release = new CountDownLatch(1);
        Heard heard = rig.heard;
        rig.feed.start(event -> {
            heard.onMarketEvent(event);
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> heard.events.size() == 1);
        rig.subscribe("11");
        Peer peer = lab.server.accept();

        peer.send(Frames.book("11", T));
        peer.send(Frames.trade("11", T));
        for (int i = 1; i <= 500; i++) {
            peer.send(Frames.change("11", T + i, "0.48", Integer.toString(i)));
        }
        for (int i = 0; i < 20; i++) {
            peer.send(Frames.trade("11", T + 600 + i));
        }
        await().until(() -> rig.feed.health().sockets().get(0).frames() == 522);
        assertThat(rig.waiting()).isLessThanOrEqualTo(10);
        assertThat(rig.feed.health().conflated()).isEqualTo(500);
        assertThat(rig.feed.health().dropped()).isPositive();
        release.countDown();

        await().until(() -> rig.waiting() == 0);
        await().untilAsserted(() -> assertThat(heard.data()).hasSizeGreaterThan(9));
        assertThat(heard.data()).startsWith("book 11", "trade 11").doesNotContain("change 11");
        MarketEvent.BookSnapshot book = (MarketEvent.BookSnapshot) heard.events.get(1);
        assertThat(book.bids())
                .anySatisfy(level -> assertThat(level.size().toString()).isEqualTo("500"));
    }
}
