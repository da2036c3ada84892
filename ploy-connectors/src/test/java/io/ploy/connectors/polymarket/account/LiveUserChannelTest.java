package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.secret.Secret;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.stream.SocketServer.Peer;
import io.ploy.connectors.polymarket.stream.SocketSettings;
import io.ploy.connectors.polymarket.stream.StreamLab;
import io.ploy.connectors.polymarket.stream.UserStreamSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiveUserChannelTest {
    @RegisterExtension
    final StreamLab lab = new StreamLab();

    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Credentials credentials =
            new Credentials(Facts.FUNDER, new OldAndNew(), worker, new AccountAlerts(lab.time, alert -> {}), lab.time);
    private final LiveUserChannel channel = new LiveUserChannel(
            "main",
            new UserStreamSettings(
                    lab.server.url(),
                    StreamLab.patient(SocketSettings.clob())
                            .withLiveness(Duration.ofSeconds(10), Duration.ofDays(1), Duration.ZERO),
                    List.of(),
                    1000,
                    Duration.ofSeconds(5)),
            credentials,
            lab.means(),
            worker);

    /** Other credentials once those that were given first were refused. */
    private static final class OldAndNew implements CredentialSource {
        @Override
        public ApiCredentials first() {
            return credentials(Facts.KEY);
        }

        @Override
        public Optional<ApiCredentials> again() {
            return Optional.of(credentials(Facts.OTHER_KEY));
        }

        private static ApiCredentials credentials(String key) {
            return new ApiCredentials(key, new Secret("c2VjcmV0".toCharArray()), new Secret("phrase".toCharArray()));
        }
    }

    private final class Told implements UserChannel.Listener {
        @Override
        public void connected() {
            heard.add("connected");
        }

        @Override
        public void lost(String reason) {
            heard.add("lost");
        }

        @Override
        public void refused(String reason) {
            heard.add("refused");
        }

        @Override
        public void frame(String text) {
            heard.add(text);
        }
    }

    @AfterEach
    void close() {
        channel.close();
        worker.shutdownNow();
    }

    @Test
    void refusedCredentialsAreFetchedAnewAndTheChannelOpensWithThemAtOnce() {
        channel.start(new Told());
        Peer first = lab.server.accept();
        String hello = first.takeWords();

        first.close(4001, "no such key");
        Peer second = lab.server.accept();
        String again = second.takeWords();
        second.send("PONG");

        await().untilAsserted(() -> assertThat(heard).containsExactly("refused", "connected"));
        assertThat(hello).contains(Facts.KEY);
        assertThat(again).contains(Facts.OTHER_KEY);
    }

    @Test
    void aChannelThatWasNotRefusedStaysAsItIs() throws Exception {
        channel.start(new Told());
        Peer peer = lab.server.accept();
        peer.takeWords();
        peer.send("PONG");
        await().untilAsserted(() -> assertThat(heard).containsExactly("connected"));

        credentials.refused();
        worker.submit(() -> {}).get();
        peer.send("{\"event_type\":\"order\"}");

        await().untilAsserted(() -> assertThat(heard).hasSize(2));
        assertThat(credentials.get().key()).isEqualTo(Facts.OTHER_KEY);
        assertThat(lab.server.attempts()).isEqualTo(1);
    }
}
