package io.ploy.connectors.polymarket.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.connectors.polymarket.stream.SocketServer.Peer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SportsStreamTest {
    private static final String GAME = "{\"gameId\":1234,\"leagueAbbreviation\":\"nba\",\"slug\":\"nba-a-b\","
            + "\"homeTeam\":\"A\",\"awayTeam\":\"B\",\"status\":\"InProgress\",\"score\":\"55-48\",\"period\":\"Q3\","
            + "\"elapsed\":\"05:12\",\"live\":true,\"ended\":false,\"turn\":\"\",\"finished_timestamp\":\"\",\"new\":[1]}";

    @RegisterExtension
    final StreamLab lab = new StreamLab();

    private final List<SportResult> heard = new CopyOnWriteArrayList<>();

    @Test
    void nothingIsSubscribedAndAPingIsAnsweredWithAPong() {
        open();
        Peer peer = lab.server.accept();

        peer.send("ping");

        assertThat(peer.take()).isEqualTo("pong");
    }

    @Test
    void resultsArePassedOnAsTheyCome() {
        open();
        Peer peer = lab.server.accept();

        peer.send(GAME);
        peer.send("[{\"gameId\":\"77\",\"ended\":true}]");

        await().untilAsserted(() -> assertThat(heard).hasSize(2));
        assertThat(heard.get(0))
                .isEqualTo(new SportResult(
                        1234,
                        "nba-a-b",
                        "nba",
                        "A",
                        "B",
                        "InProgress",
                        true,
                        false,
                        "55-48",
                        "Q3",
                        "05:12",
                        "",
                        "",
                        StreamLab.START));
        assertThat(heard.get(1).gameId()).isEqualTo(77);
        assertThat(heard.get(1).ended()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{}",
                "7",
                "{\"gameId\":\"x\"}",
                "{\"gameId\":1.5}",
                "{\"gameId\":99999999999999999999}",
                "{\"gameId\":1,\"score\":{}}",
                "{\"gameId\":1,\"live\":\"yes\"}"
            })
    void whatCannotBeUnderstoodIsLeftOutAndCounted(String frame) {
        SportsStream stream = open();
        Peer peer = lab.server.accept();

        peer.send(frame);
        peer.send(GAME);

        await().untilAsserted(() -> assertThat(heard).hasSize(1));
        assertThat(stream.leftOut()).isEqualTo(1);
    }

    @Test
    void withoutAPingForHalfAMinuteItConnectsAgain() {
        SportsStream stream = open();
        Peer peer = lab.server.accept();
        peer.send("ping");
        peer.take();

        for (int i = 0; i < 4; i++) {
            lab.passSeconds(10);
        }

        await().until(() -> stream.health().reconnects() == 1);
        lab.acceptAttempt(2);
    }

    @Test
    void closingLeavesNoThread() {
        SportsStream stream = open();
        Peer peer = lab.server.accept();
        peer.send(GAME);
        await().untilAsserted(() -> assertThat(heard).hasSize(1));

        stream.close();

        assertThat(peer.takeClose()).isEqualTo(1000);
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("polymarket-sports"));
    }

    private SportsStream open() {
        SportsStream stream = lab.closing(new SportsStream(
                lab.server.url(), StreamLab.patient(SocketSettings.sports()), heard::add, lab.means()));
        stream.start();
        return stream;
    }
}
