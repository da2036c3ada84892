package io.ploy.core.breaker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BreakerSettingsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static void refused(String message, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void whatIsNotLegalIsNamedWithItsKeyAndWhatIsAllowed() {
        refused(
                "breakers.feed.untrusted: found 0.0 s, allowed 0.001 s to 86400.0 s",
                () -> new BreakerSettings.Feed(Duration.ZERO, SECOND));
        refused("breakers.reject.rejects: found 0, allowed 1 to 1000", () -> new BreakerSettings.Reject(0, SECOND));
        refused(
                "breakers.unknownOrder.accountLimit: found -1, allowed 0 to 1000",
                () -> new BreakerSettings.UnknownOrder(-1, SECOND));
        refused(
                "breakers.settlement.legs: found 0, allowed 1 to 10000",
                () -> new BreakerSettings.Settlement(0, 1_000, 3, SECOND));
        refused(
                "breakers.loss.haltBasisPoints: found 9999, allowed 10000 to 100000",
                () -> new BreakerSettings.Loss(9_999, 5_000, SECOND));
        refused(
                "breakers.loss.rateWindow: found 7200.0 s, allowed 1.0 s to 3600.0 s",
                () -> new BreakerSettings.Loss(12_000, 5_000, Duration.ofHours(2)));
        refused(
                "breakers.mark.unknownFor: found 172800.0 s, allowed 0.001 s to 86400.0 s",
                () -> new BreakerSettings.Mark(Duration.ofDays(2)));
        refused(
                "breakers.tradeRate.perMinute: found 0, allowed 1 to 100000",
                () -> new BreakerSettings.TradeRate(0, 5));
        refused(
                "breakers.gateway.firstWait: found 2.0 s, allowed up to 1.0 s",
                () -> new BreakerSettings.Circuit(
                        5, SECOND, 5_000, 10, Duration.ofSeconds(2), SECOND, 2_000, 3, Cash.ofUsd(5)));
    }
}
