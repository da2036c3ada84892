package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VenueModesTest {
    private final ManualTime time = new ManualTime(Facts.NOW);
    private final List<VenueMode> changes = new ArrayList<>();
    private final VenueModes modes = new VenueModes(time, changes::add);

    private static RequestException failure(Failure failure, Duration retryAfter) {
        return new RequestException(failure, 503, "no", "", retryAfter, null);
    }

    @Test
    void everythingIsSentAtFirst() {
        assertThat(modes.admits(false)).isTrue();
        assertThat(modes.mode()).isEqualTo(VenueMode.NORMAL);
    }

    @Test
    void duringARestartOneOrderNowAndThenFindsOut() {
        modes.failed(failure(Failure.RESTARTING, null));

        boolean atOnce = modes.admits(true);
        time.advance(Duration.ofSeconds(1));
        boolean probe = modes.admits(true);
        boolean second = modes.admits(true);
        modes.failed(failure(Failure.RESTARTING, null));
        time.advance(Duration.ofSeconds(1));
        boolean tooSoon = modes.admits(true);
        time.advance(Duration.ofSeconds(1));

        assertThat(List.of(atOnce, probe, second, tooSoon)).containsExactly(false, true, false, false);
        assertThat(modes.admits(true)).isTrue();
        assertThat(changes).containsExactly(VenueMode.RESTARTING);
    }

    @Test
    void anotherProtocolVersionIsAskedForNowAndThenUntilItIsTakenAgain() {
        modes.versionRefused();

        boolean atOnce = modes.admits(true);
        time.advance(Duration.ofSeconds(1));
        boolean probe = modes.admits(false);
        modes.versionRefused();
        time.advance(Duration.ofSeconds(1));
        boolean tooSoon = modes.admits(false);
        time.advance(Duration.ofSeconds(1));
        boolean again = modes.admits(false);
        modes.answered(false);

        assertThat(List.of(atOnce, probe, tooSoon, again)).containsExactly(false, true, false, true);
        assertThat(changes).containsExactly(VenueMode.VERSION_UNKNOWN, VenueMode.NORMAL);
    }

    @Test
    void afterARestartOnlyPostOnlyOrdersGoForTwoMinutes() {
        modes.failed(failure(Failure.RESTARTING, null));
        time.advance(Duration.ofSeconds(1));
        modes.admits(false);
        modes.answered(false);

        boolean resting = modes.admits(true);
        boolean taking = modes.admits(false);
        time.advance(Duration.ofMinutes(2));
        boolean probe = modes.admits(false);
        modes.answered(false);

        assertThat(List.of(resting, taking, probe)).containsExactly(true, false, true);
        assertThat(changes).containsExactly(VenueMode.RESTARTING, VenueMode.POST_ONLY, VenueMode.NORMAL);
    }

    @Test
    void aPostOnlyOrderThatIsTakenSaysNothingOfOthers() {
        modes.failed(failure(Failure.POST_ONLY_MODE, Duration.ofSeconds(40)));

        modes.answered(true);

        assertThat(modes.mode()).isEqualTo(VenueMode.POST_ONLY);
        assertThat(modes.admits(false)).isFalse();
        time.advance(Duration.ofSeconds(40));
        assertThat(modes.admits(false)).isTrue();
    }

    @Test
    void cancelOnlyIsProbedLessAndLessOftenUpToAMinute() {
        modes.failed(failure(Failure.CANCEL_ONLY_MODE, null));
        for (int i = 0; i < 10; i++) {
            time.advance(Duration.ofMinutes(1));
            assertThat(modes.admits(true)).isTrue();
            modes.failed(failure(Failure.CANCEL_ONLY_MODE, null));
        }

        time.advance(Duration.ofSeconds(59));

        assertThat(modes.admits(false)).isFalse();
        assertThat(changes).containsExactly(VenueMode.CANCEL_ONLY);
    }

    @Test
    void otherFailuresSayNothingOfTheMode() {
        modes.failed(failure(Failure.SERVER_ERROR, null));
        modes.failed(failure(Failure.RATE_LIMITED, null));
        modes.failed(failure(Failure.NOT_SENT, null));

        assertThat(modes.mode()).isEqualTo(VenueMode.NORMAL);
    }
}
