package io.ploy.connectors.polymarket.stream;

import static io.ploy.connectors.polymarket.stream.FeedRig.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.TickSize;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.stream.SocketServer.Peer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PolymarketFeedTest {
    @RegisterExtension
    final StreamLab lab = new StreamLab();

    @Test
    void tellsOfEveryOpenMarketAfterTheStartAndOfEachChangeOnce() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(2), FeedRig.patient(lab)).start();
        rig.heard.awaitWords("market 0x1 0.01", 1);
        rig.heard.awaitWords("market 0x2 0.01", 1);

        rig.markets.announce(TestMarkets.market(3));
        rig.markets.announce(TestMarkets.market(3));
        rig.markets.announce(paused(TestMarkets.market(1)));

        await().untilAsserted(() -> assertThat(rig.heard.words())
                .containsExactly("market 0x1 0.01", "market 0x2 0.01", "market 0x3 0.01", "market 0x1 0.01"));
        assertThat(((MarketEvent.MarketChanged) rig.heard.events.get(3))
                        .market()
                        .status())
                .isEqualTo(MarketStatus.PAUSED);
    }

    private static VenueMarket paused(VenueMarket market) {
        return new VenueMarket(
                market.market().toBuilder().status(MarketStatus.PAUSED).build(), market.negRisk(), market.version());
    }

    @Test
    void whatChangesWhileTheListIsReadIsNewerThanTheList() {
        TestMarkets markets = TestMarkets.of(2);
        markets.whileReading(() -> markets.announce(paused(TestMarkets.market(1))));
        FeedRig rig = new FeedRig(lab, markets, FeedRig.patient(lab)).start();

        await().untilAsserted(
                        () -> assertThat(rig.heard.words()).containsExactly("market 0x1 0.01", "market 0x2 0.01"));

        assertThat(((MarketEvent.MarketChanged) rig.heard.events.get(0))
                        .market()
                        .status())
                .isEqualTo(MarketStatus.PAUSED);
    }

    @Test
    void aListThatCannotBeReadIsReadAgain() {
        TestMarkets markets = TestMarkets.of(1);
        markets.failNext(1);
        FeedRig rig = new FeedRig(lab, markets, FeedRig.patient(lab)).start();

        rig.passUntil(() -> markets.reads() == 2);

        rig.heard.awaitWords("market 0x1 0.01", 1);
    }

    @Test
    void firstMessageNamesTheChannelAndLaterOnesTheOperation() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(3), FeedRig.patient(lab)).start();

        rig.subscribe("11", "12");
        Peer peer = lab.server.accept();
        assertThat(peer.takeWords())
                .isEqualTo("{\"assets_ids\":[\"11\",\"12\"],\"type\":\"market\",\"custom_feature_enabled\":true}");
        rig.subscribe("12", "21");
        rig.subscribe("22");
        lab.passMillis(100);
        assertThat(peer.takeWords())
                .isEqualTo(
                        "{\"operation\":\"subscribe\",\"assets_ids\":[\"21\",\"22\"],\"custom_feature_enabled\":true}");
        rig.unsubscribe("11", "99");
        lab.passMillis(100);
        assertThat(peer.takeWords()).isEqualTo("{\"operation\":\"unsubscribe\",\"assets_ids\":[\"11\"]}");
        lab.passMillis(500);
        assertThat(peer.hasReceivedNothing()).isTrue();
        assertThat(rig.feed.health().subscribed()).isEqualTo(3);
    }

    @Test
    void longSubscriptionsAreSentInPiecesWithADistance() {
        FeedSettings settings = FeedRig.patient(lab);
        FeedRig rig = new FeedRig(lab, TestMarkets.of(80), settings).start();
        String[] all = symbols(80);

        rig.subscribe(all);
        Peer peer = lab.server.accept();

        assertThat(peer.takeWords())
                .contains("\"type\":\"market\"")
                .contains("\"501\"")
                .doesNotContain("\"511\"");
        assertThat(peer.hasReceivedNothing()).isTrue();
        assertThat(lab.words(peer))
                .startsWith("{\"operation\":\"subscribe\",\"assets_ids\":[\"511\",\"512\"")
                .contains("\"802\"");
    }

    private static String[] symbols(int markets) {
        String[] all = new String[markets * 2];
        for (int i = 0; i < markets; i++) {
            all[2 * i] = i + 1 + "1";
            all[2 * i + 1] = i + 1 + "2";
        }
        return all;
    }

    @Test
    void aConnectionCarriesNoMoreThanItsShareAndBothOutcomesOfAMarketTogether() {
        FeedSettings settings = FeedRig.with(lab, 4, Duration.ofDays(1), Duration.ofDays(1));
        FeedRig rig = new FeedRig(lab, TestMarkets.of(5), settings).start();

        rig.subscribe(symbols(5));
        List<String> first = List.of(
                lab.server.accept().takeWords(),
                lab.server.accept().takeWords(),
                lab.server.accept().takeWords());

        assertThat(first)
                .anySatisfy(text -> assertThat(text).contains("[\"11\",\"12\",\"21\",\"22\"]"))
                .anySatisfy(text -> assertThat(text).contains("[\"31\",\"32\",\"41\",\"42\"]"))
                .anySatisfy(text -> assertThat(text).contains("[\"51\",\"52\"]"));
        assertThat(rig.feed.health().sockets())
                .extracting(SocketHealth::subscriptions)
                .containsExactly(4, 4, 2);
    }

    @Test
    void roomLeftBehindIsFilledFirstAndAnEmptyConnectionIsClosed() {
        FeedSettings settings = FeedRig.with(lab, 4, Duration.ofDays(1), Duration.ofDays(1));
        FeedRig rig = new FeedRig(lab, TestMarkets.of(4), settings).start();
        rig.subscribe("11", "12", "21", "22", "31", "32");
        Peer one = lab.server.accept();
        Peer two = lab.server.accept();
        boolean oneIsFull = one.takeWords().contains("\"11\"");
        two.takeWords();
        Peer small = oneIsFull ? two : one;
        Peer full = oneIsFull ? one : two;

        rig.unsubscribe("31", "32");
        assertThat(small.takeClose()).isEqualTo(1000);
        rig.unsubscribe("11", "12");
        rig.subscribe("41", "42");

        assertThat(lab.words(full)).contains("unsubscribe").contains("\"11\"");
        assertThat(lab.words(full)).contains("subscribe").contains("\"41\"");
        assertThat(lab.server.attempts()).isEqualTo(2);
    }

    @Test
    void framesMayBeListsAndWhatIsNotSubscribedIsLeftOut() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(2), FeedRig.patient(lab)).start();
        rig.subscribe("11");
        Peer peer = lab.server.accept();

        peer.send("[" + Frames.book("11", T) + "," + Frames.book("12", T) + "," + Frames.book("99", T) + "]\n");
        peer.send("{\"event_type\":\"of_tomorrow\",\"x\":{}}");
        peer.send("NO NEW ASSETS");
        peer.send("[]");
        peer.send(Frames.change("11", T + 1, "0.48", "7"));
        peer.send(Frames.trade("11", T + 2));

        rig.heard.await("book 11", "change 11", "trade 11");
        assertThat(rig.feed.health().unreadable()).isEqualTo(1);
        assertThat(rig.feed.health().sockets().get(0).reconnects()).isZero();
    }

    @Test
    void changesBeforeTheWholeBookSayNothing() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.patient(lab)).start();
        rig.subscribe("11");
        Peer peer = lab.server.accept();

        peer.send(Frames.change("11", T, "0.48", "7"));
        peer.send(Frames.book("11", T + 1));

        rig.heard.await("book 11");
    }

    @Test
    void anOutcomeNobodyKnowsIsLookedForAndThenSubscribed() {
        TestMarkets markets = TestMarkets.of(1);
        FeedRig rig = new FeedRig(lab, markets, FeedRig.patient(lab)).start();
        rig.heard.awaitWords("market 0x1 0.01", 1);
        rig.subscribe("71");
        assertThat(rig.feed.health().unknown()).isEqualTo(1);
        markets.list(TestMarkets.market(7));

        rig.passUntil(() -> rig.feed.health().unknown() == 0);

        assertThat(lab.server.accept().takeWords()).contains("[\"71\"]");
        rig.heard.awaitWords("market 0x7 0.01", 1);
    }

    @Test
    void anOutcomeIsSubscribedAsSoonAsItsMarketIsAnnounced() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.patient(lab)).start();
        rig.subscribe("71");

        rig.markets.announce(TestMarkets.market(7));

        assertThat(lab.server.accept().takeWords()).contains("[\"71\"]");
    }

    @Test
    void subscriptionsMadeBeforeTheStartAreKept() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.patient(lab));
        rig.subscribe("11");
        assertThat(lab.server.attempts()).isZero();

        rig.start();

        assertThat(lab.server.accept().takeWords()).contains("[\"11\"]");
    }

    @Test
    void aChangeOfThePriceStepReachesListenerAndDirectoryOnce() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.patient(lab)).start();
        Peer peer = rig.live("11", "12");

        peer.send(Frames.tick("11", "0.01", "0.001"));
        peer.send(Frames.tick("12", "0.01", "0.001"));

        rig.heard.await("book 11", "book 12", "tick 11 0.001", "tick 12 0.001");
        await().untilAsserted(() -> assertThat(rig.markets.updates).hasSize(1));
        VenueMarket changed = rig.markets.updates.get(0);
        assertThat(changed.market().rules().tickSize()).isEqualTo(TickSize.parse("0.001"));
        assertThat(changed.market().rules().epoch()).isEqualTo(1);
    }

    @Test
    void resolutionsArePassedOn() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.patient(lab)).start();
        Peer peer = rig.live("11", "12");

        peer.send("{\"event_type\":\"market_resolved\",\"market\":\"0x1\",\"winning_asset_id\":\"12\","
                + "\"timestamp\":\"1790000000500\"}");

        rig.heard.await("book 11", "book 12", "resolved 0x1");
    }

    @Test
    void newMarketsAreToldOfOnceWhateverTheirConnections() {
        FeedSettings settings = FeedRig.with(lab, 2, Duration.ofDays(1), Duration.ofDays(1));
        FeedRig rig = new FeedRig(lab, TestMarkets.of(2), settings).start();
        rig.subscribe("11", "12", "21", "22");
        String frame =
                "{\"event_type\":\"new_market\",\"market\":\"0x9\",\"slug\":\"nine\",\"assets_ids\":[\"91\",\"92\"]}";

        lab.server.accept().send(frame);
        lab.server.accept().send(frame);

        await().untilAsserted(() -> assertThat(rig.listed).hasSize(1));
        assertThat(rig.listed.get(0).market()).isEqualTo(new MarketId("polymarket", "0x9"));
        await().until(() -> rig.feed.health().sockets().stream().allMatch(each -> each.frames() == 1));
        assertThat(rig.listed).hasSize(1);
    }

    @Test
    void aListenerThatThrowsGetsTheNextEventAllTheSame() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(2), FeedRig.patient(lab));
        Heard heard = new Heard();
        rig.feed.start(event -> {
            heard.onMarketEvent(event);
            throw new IllegalStateException("thrown on purpose");
        });

        await().untilAsserted(() -> assertThat(heard.words()).containsExactly("market 0x1 0.01", "market 0x2 0.01"));
    }

    @Test
    void startsOnce() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.patient(lab)).start();

        assertThatThrownBy(() -> rig.feed.start(event -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void afterCloseNothingIsHeardAndNoThreadIsLeft() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(2), FeedRig.patient(lab)).start();
        Peer peer = rig.live("11");
        assertThat(threads()).isNotEmpty();

        rig.feed.close();

        int heard = rig.heard.events.size();
        assertThat(peer.takeClose()).isEqualTo(1000);
        rig.markets.announce(TestMarkets.market(8));
        rig.feed.subscribe(FeedRig.ids("21"));
        lab.passSeconds(60);
        assertThat(rig.heard.events).hasSize(heard);
        assertThat(lab.server.attempts()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(threads()).isEmpty());
        assertThatCode(rig.feed::close).doesNotThrowAnyException();
        assertThatCode(() -> rig.feed.start(event -> {})).doesNotThrowAnyException();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(each -> each.startsWith("polymarket-feed"))
                .toList();
    }

    @Test
    void closingWaitsForTheListenerToReturn() throws InterruptedException {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.patient(lab));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        rig.feed.start(event -> {
            inside.countDown();
            awaitUninterrupted(release);
        });
        inside.await();

        Thread closer = new Thread(() -> {
            rig.feed.close();
            closed.countDown();
        });
        closer.start();

        assertThat(closed.await(100, TimeUnit.MILLISECONDS)).isFalse();
        release.countDown();
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aListenerMayCloseTheFeed() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(3), FeedRig.patient(lab));
        Heard heard = new Heard();
        rig.feed.start(event -> {
            heard.onMarketEvent(event);
            rig.feed.close();
        });

        await().untilAsserted(() -> assertThat(threads()).isEmpty());
        assertThat(heard.words()).containsExactly("market 0x1 0.01");
    }
}
