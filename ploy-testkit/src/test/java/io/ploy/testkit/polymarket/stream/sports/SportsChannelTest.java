package io.ploy.testkit.polymarket.stream.sports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.testkit.polymarket.FakeSocket;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.game.GameScore;
import io.ploy.testkit.polymarket.wire.SocketService;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SportsChannelTest {
    private static final GameScore SCORE = score(1234);

    private final VenueFixture venue = new VenueFixture();
    private final SportsChannel channel = new SportsChannel(venue.loop.timeline());
    private final FakeSocket socket = new FakeSocket(1);
    private final SocketService.Session session = venue.loop.ask(() -> channel.open(socket));

    @AfterEach
    void close() {
        venue.close();
    }

    private static GameScore score(long id) {
        return new GameScore(
                id,
                "nba",
                "nba-bos-phi",
                "Boston",
                "Philadelphia",
                "InProgress",
                "55-48",
                "Q3",
                "05:12",
                true,
                false,
                "",
                "");
    }

    private List<String> heard() {
        return venue.loop.ask(socket::take);
    }

    private void publish() {
        venue.loop.ask(() -> {
            channel.publish(SCORE);
            return true;
        });
    }

    private void pong() {
        venue.loop.ask(() -> {
            session.onText("pong");
            return true;
        });
    }

    @Test
    void resultsReachEverybodyConnected() {
        publish();

        assertThat(heard())
                .containsExactly("{\"gameId\":1234,\"leagueAbbreviation\":\"nba\",\"slug\":\"nba-bos-phi\","
                        + "\"homeTeam\":\"Boston\",\"awayTeam\":\"Philadelphia\",\"status\":\"InProgress\","
                        + "\"score\":\"55-48\",\"period\":\"Q3\",\"elapsed\":\"05:12\",\"live\":true,\"ended\":false,"
                        + "\"turn\":\"\",\"finished_timestamp\":\"\"}");
    }

    @Test
    void venuePingsEveryFiveSeconds() {
        for (int i = 0; i < 10; i++) {
            venue.loop.advance(Duration.ofSeconds(5));
            assertThat(heard()).containsExactly("ping");
            pong();
        }

        assertThat(socket.closeCode()).isZero();
    }

    @Test
    void whoDoesNotAnswerWithinTenSecondsIsClosed() {
        venue.loop.advance(Duration.ofSeconds(5));
        venue.loop.advance(Duration.ofMillis(9_999));
        assertThat(socket.closeCode()).isZero();

        venue.loop.advance(Duration.ofMillis(1));

        assertThat(socket.closeCode()).isEqualTo(1001);
    }

    @Test
    void whoLeftHearsNothing() {
        venue.loop.ask(() -> {
            session.onClosed();
            return true;
        });

        publish();

        assertThat(heard()).isEmpty();
    }

    @Test
    void gameHasANumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> score(-1)).withMessageContaining("-1");
    }
}
