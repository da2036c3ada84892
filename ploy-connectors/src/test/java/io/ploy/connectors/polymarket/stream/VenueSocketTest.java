package io.ploy.connectors.polymarket.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.connectors.polymarket.stream.SocketServer.Peer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VenueSocketTest {
    @RegisterExtension
    final StreamLab lab = new StreamLab();

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Workshop workshop = Workshop.of(lab.means());

    private final VenueSocket.Owner owner = new VenueSocket.Owner() {
        @Override
        public void connected(long generation) {
            heard.add("connected " + generation);
        }

        @Override
        public void text(String frame) {
            heard.add(frame);
        }

        @Override
        public Ending lost(Ending ending) {
            heard.add("lost " + ending.kind());
            return ending;
        }
    };

    @Test
    void pingsEveryTenSecondsAndKeepsThePongToItself() {
        VenueSocket socket = open(SocketSettings.clob());
        Peer peer = lab.server.accept();
        awaitHeard("connected 1");

        lab.passSeconds(10);
        assertThat(peer.take()).isEqualTo("PING");
        peer.send("PONG");
        lab.passSeconds(9);
        assertThat(peer.hasReceivedNothing()).isTrue();
        lab.passSeconds(1);
        assertThat(peer.take()).isEqualTo("PING");

        awaitUntil(() -> health(socket).signAt() != null);
        assertThat(heard).containsExactly("connected 1");
        assertThat(health(socket).dataAt()).isNull();
        assertThat(peer.userAgent()).isEqualTo("ploy");
    }

    @Test
    void answersAPingInWordsWithAPong() {
        open(SocketSettings.sports());
        Peer peer = lab.server.accept();

        peer.send("ping");

        assertThat(peer.take()).isEqualTo("pong");
        assertThat(heard).containsExactly("connected 1");
    }

    @Test
    void noPongMeansTheConnectionIsGoneEvenWhileDataComes() {
        VenueSocket socket = open(SocketSettings.clob());
        Peer peer = lab.server.accept();
        awaitHeard("connected 1");

        for (int i = 0; i < 3; i++) {
            lab.passSeconds(10);
            peer.send("data " + i);
            awaitHeard("data " + i);
        }
        lab.passSeconds(10);

        awaitHeard("lost LOST");
        assertThat(health(socket).lastLoss()).contains("keep-alive");
        assertThat(peer.takeClose()).isEqualTo(-1);
    }

    @Test
    void pongsDoNotExcuseMissingDataWhereDataIsDue() {
        VenueSocket socket = open(SocketSettings.realTimeData());
        Peer peer = lab.server.accept();
        awaitHeard("connected 1");

        for (int i = 0; i < 6; i++) {
            lab.passSeconds(5);
            peer.send("PONG");
            awaitFrames(socket, i + 1);
        }
        lab.passSeconds(5);

        awaitHeard("lost LOST");
        assertThat(health(socket).lastLoss()).contains("no data");
    }

    @Test
    void connectsAgainInANewGenerationAndHearsNothingOfTheOldOne() {
        VenueSocket socket = open(SocketSettings.clob());
        Peer first = lab.server.accept();
        awaitHeard("connected 1");

        first.cut();
        awaitHeard("lost LOST");
        lab.passSeconds(1);
        Peer second = lab.server.accept();
        awaitHeard("connected 2");
        second.send("hello");
        awaitHeard("hello");

        assertThat(heard).containsExactly("connected 1", "lost LOST", "connected 2", "hello");
        assertThat(health(socket).reconnects()).isEqualTo(1);
        assertThat(health(socket).generation()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1000, CLOSED", "1001, LOST", "1012, LOST", "4001, REFUSED", "4003, DRAINED", "4008, REFUSED"})
    void closeCodesSayWhetherTryingAgainHelps(int code, Ending.Kind kind) {
        open(SocketSettings.clob());
        Peer peer = lab.server.accept();
        awaitHeard("connected 1");

        peer.close(code, "bye");

        awaitHeard("lost " + kind);
    }

    @ParameterizedTest
    @CsvSource({"401, REFUSED", "403, TURNED_AWAY", "429, TURNED_AWAY", "503, TURNED_AWAY"})
    void anAnswerInsteadOfAConnectionIsNotRetriedAtOnce(int status, Ending.Kind kind) {
        lab.server.refuse(status, 1, "Retry-After: 7");
        open(SocketSettings.clob());
        awaitHeard("lost " + kind);

        lab.passSeconds(15);
        assertThat(lab.server.attempts()).isEqualTo(1);
        lab.pass(Duration.ofMinutes(6));

        lab.server.accept();
        awaitHeard("connected 1");
    }

    @Test
    void anOpeningThatHangsIsGivenUp() {
        SocketSettings settings = SocketSettings.clob();
        lab.server.hang(1);
        openAsIs(settings);
        awaitUntil(() -> lab.server.attempts() == 1);

        lab.pass(settings.connectWithin());

        awaitHeard("lost LOST");
        lab.acceptAttempt(2);
        awaitHeard("connected 1");
    }

    @Test
    void aServerThatDropsEveryConnectionIsTriedEverMoreSlowly() {
        open(SocketSettings.clob());
        int losses = 12;
        for (int i = 1; i <= losses; i++) {
            Peer peer = lab.acceptAttempt(i);
            awaitHeard("connected " + i);
            peer.cut();
            int soFar = i;
            awaitUntil(() -> heard.stream().filter("lost LOST"::equals).count() == soFar);
        }

        // By lot the waits could all be near zero; twelve in under twenty seconds would take a broken lot.
        assertThat(Duration.between(StreamLab.START, lab.time.now())).isGreaterThan(Duration.ofSeconds(20));
    }

    @Test
    void messagesKeepTheirDistance() {
        VenueSocket socket = open(SocketSettings.clob());
        Peer peer = lab.server.accept();
        awaitHeard("connected 1");

        workshop.turn().run(() -> {
            socket.send("one");
            socket.send("two");
            socket.send("three");
        });
        assertThat(peer.take()).isEqualTo("one");
        assertThat(peer.hasReceivedNothing()).isTrue();
        lab.passMillis(100);
        assertThat(peer.take()).isEqualTo("two");
        lab.passMillis(100);
        assertThat(peer.take()).isEqualTo("three");
    }

    @Test
    void tooManyMessagesWaitingMeanANewConnection() {
        VenueSocket socket = open(SocketSettings.clob());
        lab.server.accept();
        awaitHeard("connected 1");

        workshop.turn().run(() -> {
            for (int i = 0; i <= SocketSettings.clob().queueLimit() + 1; i++) {
                socket.send("message " + i);
            }
        });

        awaitHeard("lost LOST");
        lab.passSeconds(1);
        Peer second = lab.server.accept();
        awaitHeard("connected 2");
        assertThat(second.hasReceivedNothing()).isTrue();
    }

    @Test
    void saysGoodbyeWhenClosedAndStaysClosed() {
        VenueSocket socket = open(SocketSettings.clob());
        Peer peer = lab.server.accept();
        awaitHeard("connected 1");

        workshop.turn().run(socket::close);

        assertThat(peer.takeClose()).isEqualTo(1000);
        lab.pass(Duration.ofMinutes(10));
        assertThat(lab.server.attempts()).isEqualTo(1);
        assertThat(health(socket).state()).isEqualTo(SocketState.CLOSED);
    }

    private VenueSocket open(SocketSettings settings) {
        return openAsIs(StreamLab.patient(settings));
    }

    private VenueSocket openAsIs(SocketSettings settings) {
        VenueSocket socket = new VenueSocket("test", lab.server.url(), settings, workshop, ConnectGate.single(), owner);
        lab.closing(() -> workshop.turn().end(socket::close));
        workshop.turn().run(socket::open);
        return socket;
    }

    private SocketHealth health(VenueSocket socket) {
        return workshop.turn().read(() -> socket.health(0));
    }

    private void awaitFrames(VenueSocket socket, long count) {
        awaitUntil(() -> health(socket).frames() == count);
    }

    private void awaitHeard(String what) {
        await().untilAsserted(() -> assertThat(heard).contains(what));
    }

    private static void awaitUntil(Callable<Boolean> condition) {
        await().until(condition);
    }
}
