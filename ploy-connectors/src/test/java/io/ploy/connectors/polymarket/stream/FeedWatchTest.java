package io.ploy.connectors.polymarket.stream;

import static io.ploy.connectors.polymarket.stream.FeedRig.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.MarketEvent;
import io.ploy.connectors.polymarket.stream.SocketServer.Peer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeedWatchTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration QUIET = Duration.ofSeconds(3);

    @RegisterExtension
    final StreamLab lab = new StreamLab();

    @Test
    void aBookThatDoesNotComeIsAskedForAgainAndThenOnAnotherConnection() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.patient(lab)).start();
        rig.subscribe("11", "12");
        Peer peer = lab.server.accept();
        peer.takeWords();
        peer.send(Frames.book("12", T));
        rig.heard.await("book 12");

        lab.passSeconds(6);
        assertThat(lab.words(peer)).isEqualTo("{\"operation\":\"unsubscribe\",\"assets_ids\":[\"11\"]}");
        assertThat(lab.words(peer))
                .isEqualTo("{\"operation\":\"subscribe\",\"assets_ids\":[\"11\"],\"custom_feature_enabled\":true}");
        lab.passSeconds(11);

        Peer other = lab.acceptAttempt(2);
        assertThat(other.takeWords()).contains("\"type\":\"market\"").contains("[\"11\"]");
        other.send(Frames.book("11", T));
        rig.heard.await("book 12", "book 11");
        assertThat(rig.feed.health().resubscribed()).isEqualTo(1);
    }

    @Test
    void aBookThatNeverComesIsAskedForEverMoreRarely() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.patient(lab)).start();
        rig.subscribe("11");
        lab.server.accept();
        await().until(() -> rig.feed.health().sockets().get(0).state() == SocketState.OPEN);

        for (int i = 0; i < 1000; i++) {
            lab.passSeconds(1);
        }

        assertThat(rig.feed.health().resubscribed()).isBetween(1L, 8L);
    }

    @Test
    void theVenuesWordForAQuietBookIsPassedOnAsABook() {
        FeedRig rig = quiet("11", "12");
        rig.books.answer("11", Frames.answer("11", T, "100"));
        rig.books.answer("12", Frames.answer("12", T - 60_000, "90"));

        rig.passUntil(() -> rig.feed.health().vouched() == 1);

        rig.heard.await("book 11", "book 12", "book 11");
        MarketEvent.BookSnapshot word = (MarketEvent.BookSnapshot) rig.heard.events.get(3);
        assertThat(word.at()).isAfterOrEqualTo(StreamLab.START.plus(QUIET));
        assertThat(rig.books.asked.get(0)).containsExactlyInAnyOrderElementsOf(FeedRig.ids("11", "12"));
        assertThat(rig.feed.health().sockets().get(0).reconnects()).isZero();
    }

    private FeedRig quiet(String... symbols) {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.with(lab, 200, QUIET, NEVER)).start();
        rig.live(symbols);
        return rig;
    }

    @Test
    void aBookThatIsHeardOfIsNotAskedAbout() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.with(lab, 200, QUIET, NEVER)).start();
        Peer peer = rig.live("11");

        for (int i = 1; i <= 10; i++) {
            lab.passSeconds(2);
            peer.send(Frames.change("11", T + i, "0.48", "7"));
            int soFar = 1 + i;
            await().until(() -> rig.heard.data().size() == soFar);
        }

        assertThat(rig.books.asked).isEmpty();
    }

    @Test
    void aBookTheVenueHasAndTheStreamDoesNotBringIsLostAndASilentConnectionWithIt() {
        FeedRig rig = quiet("11");
        rig.books.answer("11", Frames.answer("11", T + 500, "77"));

        rig.passUntil(() -> rig.heard.data().contains("STALE 11"));

        Peer second = lab.acceptAttempt(2);
        second.send(Frames.book("11", T + 500, "77"));
        rig.heard.await("book 11", "STALE 11", "book 11");
    }

    @Test
    void oneBookMissedOnALivelyConnectionIsAskedForAlone() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.with(lab, 200, QUIET, NEVER)).start();
        Peer peer = rig.live("11", "12");
        rig.books.answer("11", Frames.answer("11", T + 500, "77"));
        int sent = 0;
        while (!rig.heard.data().contains("SYNCING 11")) {
            sent++;
            lab.passSeconds(1);
            peer.send(Frames.change("12", T + sent, "0.48", "7"));
            int soFar = sent;
            await().until(() ->
                    rig.heard.data().stream().filter("change 12"::equals).count() == soFar);
            assertThat(sent).isLessThan(60);
        }

        assertThat(lab.words(peer)).isEqualTo("{\"operation\":\"unsubscribe\",\"assets_ids\":[\"11\"]}");
        assertThat(lab.server.attempts()).isEqualTo(1);
    }

    @Test
    void anAnswerTheStreamCatchesUpWithProvesNothing() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.with(lab, 200, QUIET, NEVER)).start();
        Peer peer = rig.live("11");
        rig.books.answer("11", Frames.answer("11", T + 500, "77"));
        rig.passUntil(() -> rig.feed.health().rereads() == 1);

        peer.send(Frames.change("11", T + 500, "0.49", "77"));
        rig.heard.await("book 11", "change 11");
        rig.passUntil(() -> rig.feed.health().vouched() > 0);

        assertThat(rig.heard.data()).doesNotContain("STALE 11", "SYNCING 11");
    }

    @Test
    void answersThatCannotBeReadOrAreMissingProveNothing() {
        FeedRig rig = quiet("11", "12");
        rig.books.answer("11", "{\"asset_id\":\"11\"}");
        rig.books.answer("12", "<html>");

        rig.passUntil(() -> rig.books.asked.size() > 2);

        rig.heard.await("book 11", "book 12");
    }

    @Test
    void aConnectionSilentWhileOthersAreNotIsGivenUp() {
        FeedSettings settings = FeedRig.with(lab, 2, NEVER, Duration.ofSeconds(30));
        FeedRig rig = new FeedRig(lab, TestMarkets.of(2), settings).start();
        rig.live("11", "12");
        Peer lively = rig.live("21", "22");

        for (int i = 1; i <= 31; i++) {
            lab.passSeconds(1);
            lively.send(Frames.change("21", T + i, "0.48", "7"));
            int soFar = i;
            await().until(() ->
                    rig.heard.data().stream().filter("change 21"::equals).count() == soFar);
        }

        assertThat(rig.heard.data()).contains("STALE 11", "STALE 12").doesNotContain("STALE 21");
        List<SocketHealth> sockets = rig.feed.health().sockets();
        assertThat(sockets).extracting(SocketHealth::reconnects).containsExactly(1L, 0L);
        assertThat(sockets.get(0).lastLoss()).contains("while other connections");
    }

    @Test
    void silenceOfAllConnectionsIsAQuietNight() {
        FeedSettings settings = FeedRig.with(lab, 2, NEVER, Duration.ofSeconds(30));
        FeedRig rig = new FeedRig(lab, TestMarkets.of(2), settings).start();
        rig.live("11", "12");
        rig.live("21", "22");

        for (int i = 0; i < 120; i++) {
            lab.passSeconds(1);
        }

        assertThat(rig.feed.health().sockets())
                .extracting(SocketHealth::reconnects)
                .containsExactly(0L, 0L);
    }

    @Test
    void aBookInDoubtIsAskedForAgainOnce() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.patient(lab)).start();
        Peer peer = rig.live("11");

        peer.send(Frames.change("11", T + 1, "0.48", "many"));
        peer.send(Frames.change("11", T + 2, "0.48", "more"));
        assertThat(lab.words(peer)).isEqualTo("{\"operation\":\"unsubscribe\",\"assets_ids\":[\"11\"]}");
        assertThat(lab.words(peer)).contains("\"operation\":\"subscribe\"");
        peer.send(Frames.book("11", T + 3));

        rig.heard.await("book 11", "SUSPECT 11", "book 11");
        assertThat(rig.feed.health().untrusted()).isZero();
        assertThat(rig.feed.health().resubscribed()).isEqualTo(1);
    }

    @Test
    void aBookThatIsInDoubtAtEveryMessageIsNotAskedForAtEveryMessage() {
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.patient(lab)).start();
        Peer peer = rig.live("11");

        for (int i = 1; i <= 30; i++) {
            lab.passSeconds(1);
            peer.send(Frames.change("11", T + i, "0.48", "many"));
            peer.send(Frames.book("11", T + i));
            int soFar = 1 + i;
            await().until(() ->
                    rig.heard.data().stream().filter("book 11"::equals).count() == soFar);
        }

        assertThat(rig.feed.health().resubscribed()).isBetween(1L, 6L);
    }
}
