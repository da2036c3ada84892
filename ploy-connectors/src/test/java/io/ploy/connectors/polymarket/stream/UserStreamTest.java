package io.ploy.connectors.polymarket.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.MarketId;
import io.ploy.api.secret.Secret;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.stream.SocketServer.Peer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UserStreamTest {
    private static final String KEY = "9180014b-33c8-9240-a14b-bdca11c0a465";

    @RegisterExtension
    final StreamLab lab = new StreamLab();

    private final List<String> heard = new CopyOnWriteArrayList<>();

    private final UserStreamListener listener = new UserStreamListener() {
        @Override
        public void onConnected(long generation) {
            heard.add("connected " + generation);
        }

        @Override
        public void onFrame(String frame) {
            heard.add(frame);
        }

        @Override
        public void onLost(String reason) {
            heard.add("lost");
        }

        @Override
        public void onRefused(String reason) {
            heard.add("refused: " + reason);
        }
    };

    @Test
    void firstMessageCarriesTheCredentialsAsTheyAreAndTheAnswerToAPingMeansTheyWereTaken() {
        open(settings(List.of()), listener);
        Peer peer = lab.server.accept();

        assertThat(peer.take())
                .isEqualTo("{\"auth\":{\"apiKey\":\"" + KEY
                        + "\",\"secret\":\"c2VjcmV0+/=\",\"passphrase\":\"pass-word\"},\"type\":\"user\"}");
        assertThat(peer.take()).isEqualTo("PING");
        assertThat(heard).isEmpty();
        peer.send("PONG");
        awaitHeard("connected 1");
        peer.send("{\"event_type\":\"order\"}");
        peer.send("[{\"event_type\":\"trade\"}]");

        awaitHeard("connected 1", "{\"event_type\":\"order\"}", "[{\"event_type\":\"trade\"}]");
    }

    @Test
    void marketsAreNamedByTheirConditions() {
        open(settings(List.of(new MarketId("polymarket", "0xaa"), new MarketId("polymarket", "0xbb"))), listener);

        assertThat(lab.server.accept().take()).endsWith(",\"type\":\"user\",\"markets\":[\"0xaa\",\"0xbb\"]}");
    }

    @Test
    void everyNewConnectionIsToldOfBecauseTheVenueRepeatsNothing() {
        open(settings(List.of()), listener);
        Peer first = lab.server.accept();
        first.send("PONG");
        awaitHeard("connected 1");

        first.cut();
        awaitHeard("connected 1", "lost");
        Peer second = lab.acceptAttempt(2);
        assertThat(second.take()).contains("\"auth\"");
        second.send("{\"event_type\":\"trade\"}");

        awaitHeard("connected 1", "lost", "connected 2", "{\"event_type\":\"trade\"}");
    }

    @Test
    void closedTwiceAfterTheCredentialsMeansRefusedAndTheSameAreNotTriedForMinutes() {
        open(settings(List.of()), listener);
        Peer first = lab.server.accept();
        first.take();
        first.close(1000, "bye");
        Peer second = lab.acceptAttempt(2);
        second.take();
        second.close(1000, "bye");

        await().untilAsserted(() -> assertThat(heard).hasSize(1));
        assertThat(heard.get(0))
                .startsWith("refused: ")
                .doesNotContain("c2VjcmV0")
                .doesNotContain("pass-word");
        lab.pass(Duration.ofMinutes(4));
        assertThat(lab.server.attempts()).isEqualTo(2);
        lab.acceptAttempt(3).send("PONG");
        await().untilAsserted(() -> assertThat(heard).hasSize(2).endsWith("connected 3"));
    }

    @Test
    void anUnauthorizedAnswerMeansRefusedAtOnce() {
        lab.server.refuse(401, 1);

        open(settings(List.of()), listener);

        await().untilAsserted(() -> assertThat(heard).hasSize(1));
        assertThat(heard.get(0)).contains("refused").contains("401");
    }

    @Test
    void aServerThatRestartsRefusesNobody() {
        open(settings(List.of()), listener);
        for (int i = 1; i <= 4; i++) {
            lab.acceptAttempt(i).close(1012, "restart");
        }

        lab.acceptAttempt(5).send("PONG");

        awaitHeard("connected 5");
    }

    @Test
    void wordsThatAreNoMessageProveNothing() {
        open(settings(List.of()), listener);
        Peer peer = lab.server.accept();

        peer.send("INVALID SOMETHING");
        peer.send("{\"event_type\":\"order\"}");

        awaitHeard("connected 1", "{\"event_type\":\"order\"}");
    }

    @Test
    void aListenerFarTooSlowLosesTheConnectionRatherThanAMessageInSilence() {
        CountDownLatch release = new CountDownLatch(1);
        UserStreamSettings few =
                new UserStreamSettings(lab.server.url(), socket(), List.of(), 3, Duration.ofSeconds(5));
        UserStream stream = open(few, new UserStreamListener() {
            @Override
            public void onConnected(long generation) {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                listener.onConnected(generation);
            }

            @Override
            public void onFrame(String frame) {
                listener.onFrame(frame);
            }

            @Override
            public void onLost(String reason) {
                listener.onLost(reason);
            }

            @Override
            public void onRefused(String reason) {
                listener.onRefused(reason);
            }
        });
        Peer peer = lab.server.accept();
        for (int i = 0; i < 6; i++) {
            peer.send("{\"n\":" + i + "}");
        }
        await().until(() -> stream.health().reconnects() == 1);

        release.countDown();

        await().untilAsserted(() ->
                assertThat(heard).startsWith("connected 1", "{\"n\":0}").endsWith("lost"));
        assertThat(heard).hasSizeLessThan(7);
    }

    @Test
    void closingSaysGoodbyeAndLeavesNoThread() {
        UserStream stream = open(settings(List.of()), listener);
        Peer peer = lab.server.accept();
        peer.send("PONG");
        awaitHeard("connected 1");

        stream.close();

        assertThat(peer.takeClose()).isEqualTo(1000);
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(each -> each.startsWith("polymarket-user-")));
        assertThat(stream.health().state()).isEqualTo(SocketState.CLOSED);
    }

    @Test
    void aStreamThatDoesNotPingCouldNotTellWhetherItWasLetIn() {
        SocketSettings silent = SocketSettings.clob().withLiveness(Duration.ZERO, Duration.ZERO, Duration.ZERO);

        assertThatThrownBy(() -> new UserStreamSettings("ws://x", silent, List.of(), 1, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must ping");
    }

    private UserStreamSettings settings(List<MarketId> markets) {
        return new UserStreamSettings(lab.server.url(), socket(), markets, 1000, Duration.ofSeconds(5));
    }

    private static SocketSettings socket() {
        return StreamLab.patient(SocketSettings.clob())
                .withLiveness(Duration.ofSeconds(10), Duration.ofDays(1), Duration.ZERO);
    }

    private UserStream open(UserStreamSettings settings, UserStreamListener to) {
        ApiCredentials credentials =
                new ApiCredentials(KEY, new Secret("c2VjcmV0+/=".toCharArray()), new Secret("pass-word".toCharArray()));
        UserStream stream = lab.closing(new UserStream("main", settings, () -> credentials, to, lab.means()));
        stream.start();
        return stream;
    }

    private void awaitHeard(String... expected) {
        await().untilAsserted(() -> assertThat(heard).containsExactly(expected));
    }
}
