package io.ploy.testkit.polymarket.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ploy.core.sim.Timeline;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ModeSwitchTest {
    private static final Instant START = Instant.parse("2026-11-24T11:59:00Z");

    private final Timeline timeline = new Timeline(START);
    private final ModeSwitch mode = new ModeSwitch(timeline);

    @Test
    void aNormalVenueTakesEverything() {
        assertThatCode(() -> mode.admitOrders(false)).doesNotThrowAnyException();
        assertThatCode(mode::admitCancels).doesNotThrowAnyException();
    }

    @Test
    void aRestartTakesNothingForAWhileThenOnlyPostOnlyOrders() {
        mode.restart(START.plusSeconds(60));
        timeline.runUntil(START.plusSeconds(59));
        assertThat(mode.mode()).isEqualTo(VenueMode.NORMAL);

        timeline.runUntil(START.plusSeconds(60));
        assertThat(refusal(() -> mode.admitOrders(true)).status()).isEqualTo(425);
        assertThat(refusal(mode::admitCancels).status()).isEqualTo(425);

        timeline.runUntil(START.plusSeconds(60 + 90));
        assertThatCode(() -> mode.admitOrders(true)).doesNotThrowAnyException();
        assertThatCode(mode::admitCancels).doesNotThrowAnyException();
        WireAnswer answer = refusal(() -> mode.admitOrders(false));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body())
                .isEqualTo("{\"error\":\"post-only mode: only post-only orders and cancels are allowed\","
                        + "\"code\":\"post_only_mode\",\"retry_after_seconds\":120}");

        timeline.runUntil(START.plusSeconds(60 + 90 + 120));
        assertThat(mode.mode()).isEqualTo(VenueMode.NORMAL);
    }

    @Test
    void cancelOnlyTakesNoOrders() {
        mode.set(VenueMode.CANCEL_ONLY);

        assertThat(refusal(() -> mode.admitOrders(true)).body())
                .isEqualTo("{\"error\":\"Trading is currently cancel-only. New orders are not accepted,"
                        + " but cancels are allowed.\"}");
        assertThatCode(mode::admitCancels).doesNotThrowAnyException();
    }

    @Test
    void aDisabledVenueTakesNothing() {
        mode.set(VenueMode.DISABLED);

        assertThat(refusal(() -> mode.admitOrders(true)).status()).isEqualTo(503);
        assertThat(refusal(mode::admitCancels).body())
                .isEqualTo("{\"error\":\"Trading is currently disabled. Check polymarket.com for updates\"}");
    }

    @Test
    void whatWasToFollowAModeIsForgottenWithIt() {
        mode.set(VenueMode.POST_ONLY, Duration.ofSeconds(10));
        mode.set(VenueMode.DISABLED);

        timeline.runUntil(START.plusSeconds(20));

        assertThat(mode.mode()).isEqualTo(VenueMode.DISABLED);
    }

    private static WireAnswer refusal(Runnable call) {
        return catchThrowableOfType(RefusedException.class, call::run).answer();
    }
}
