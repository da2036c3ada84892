package io.ploy.core.breaker;

import static io.ploy.core.breaker.Heard.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A clock that is wrong twice halts the account until it is right once. */
class ClockBreakerTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration WRONG = LIMIT.plusNanos(1);

    private final Heard heard = new Heard();
    private final ClockBreaker clock = new Breakers(BreakerSettings.DEFAULT, 1, heard).clock();

    @Test
    void twoReadingsInARowTripAndOneSeenTwiceDoesNot() {
        clock.onReading(at(0), WRONG, LIMIT);
        clock.onReading(at(0), WRONG, LIMIT);
        assertThat(heard.trips).isEmpty();

        clock.onReading(at(60), WRONG, LIMIT);

        assertThat(heard.trip())
                .isEqualTo("clock account HALT EVIDENCE: difference of our clock and the venue's 1.001 s, limit 1 s");
        clock.onReading(at(120), WRONG, LIMIT);
        assertThat(heard.trips).hasSize(1);
    }

    @Test
    void aReadingThatIsRightBetweenTwoThatAreWrongStartsAnew() {
        clock.onReading(at(0), WRONG, LIMIT);
        clock.onReading(at(60), LIMIT, LIMIT);
        clock.onReading(at(120), WRONG, LIMIT);

        assertThat(heard.trips).isEmpty();
    }

    @Test
    void theFirstReadingThatIsRightClearsAndSaysSoOnce() {
        clock.onReading(at(0), WRONG, LIMIT);
        clock.onReading(at(60), WRONG, LIMIT);

        clock.onReading(at(120), LIMIT, LIMIT);
        clock.onReading(at(180), LIMIT, LIMIT);

        assertThat(heard.clears)
                .containsExactly(new Clear("clock", Scope.ACCOUNT, "our clock is right as far as the venue's tells"));
    }

    @Test
    void whatAnEarlierRunLeftIsClearedWhereTheVenueStatesNoTime() {
        clock.onNone();
        clock.onNone();

        assertThat(heard.clears).containsExactly(new Clear("clock", Scope.ACCOUNT, "the venue states no time"));
    }
}
