package io.ploy.core.performance;

import static io.ploy.core.performance.Desk.usd;
import static io.ploy.core.performance.Desk.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.Market;
import io.ploy.api.money.Cash;
import io.ploy.core.performance.PerformanceChange.PeakRaised;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DrawdownTest {
    private static final PerformanceScope ACCOUNT = PerformanceScope.ACCOUNT;

    private final Desk desk = new Desk();
    private final Market rain = desk.market("rain");

    @BeforeEach
    void begin() {
        desk.ledger.deposit(Cash.ofUsd(1_000));
        desk.performance.begin(desk.now);
        desk.bid(yes(rain), "0.50", "5000");
    }

    private String drawdown() {
        return Cash.ofMicros(desk.performance.drawdown(ACCOUNT, desk.now)).toString();
    }

    @Test
    void aDepositIsNoRise() {
        desk.buy("ann", yes(rain), "450", "0.30");
        desk.buy("ann", yes(rain), "50", "0.30");
        assertThat(desk.account().equity()).isEqualTo(usd("1100"));

        desk.deposit("200");
        assertThat(drawdown()).isEqualTo("0");
        desk.bid(yes(rain), "0.23", "5000");

        assertThat(desk.account().equity()).isEqualTo(usd("1165"));
        assertThat(desk.account().economic()).isEqualTo(usd("-35"));
        assertThat(desk.account().peak()).isEqualTo(usd("1100"));
        assertThat(drawdown()).isEqualTo("135");
        assertThat(desk.performance.peakEquity(ACCOUNT)).isEqualTo(1_100_000_000);
        assertThat(desk.performance.drawdown(PerformanceScope.strategy("ann"), desk.now))
                .isEqualTo(135_000_000);
        assertThat(desk.performance.peakEquity(PerformanceScope.strategy("ann")))
                .isEqualTo(100_000_000);
    }

    @Test
    void aDrawdownOutlivesTheDayAndTheProcess() {
        desk.buy("ann", yes(rain), "100", "0.30");
        desk.bid(yes(rain), "0.20", "5000");
        desk.pass(Duration.ofMinutes(1));
        assertThat(drawdown()).isEqualTo("30");

        desk.pass(Duration.ofDays(2));
        desk.restart();

        assertThat(drawdown()).isEqualTo("30");
        assertThat(desk.account().economic()).isEqualTo(Cash.ZERO);
    }

    @Test
    void onlyAPersonSetsANewBaseline() {
        desk.buy("ann", yes(rain), "100", "0.30");
        desk.bid(yes(rain), "0.20", "5000");

        desk.performance.resetBaseline(ACCOUNT, "pat", "the loss is understood", desk.now);

        assertThat(drawdown()).isEqualTo("0");
        assertThat(desk.account().peak()).isEqualTo(usd("990"));
        assertThat(desk.performance.drawdown(PerformanceScope.strategy("ann"), desk.now))
                .isEqualTo(30_000_000);
        desk.bid(yes(rain), "0.15", "5000");
        assertThat(drawdown()).isEqualTo("5");
        desk.restart();
        assertThat(drawdown()).isEqualTo("5");
        assertThatThrownBy(() -> desk.performance.resetBaseline(ACCOUNT, " ", "", desk.now))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> desk.performance.resetBaseline(PerformanceScope.strategy("eve"), "pat", "", desk.now))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPeakNeedsTrustedMarks() {
        Market snow = desk.market("snow");
        desk.buy("ann", yes(snow), "100", "0.50");
        desk.buy("ann", yes(rain), "100", "0.30");
        assertThat(desk.account().bound()).isTrue();
        assertThat(desk.account().peak()).isEqualTo(usd("1000"));

        desk.bid(yes(snow), "0.50", "5000");

        assertThat(desk.account().peak()).isEqualTo(usd("1020"));
    }

    @Test
    void aPeakRisesByACentAtLeast() {
        desk.buy("ann", yes(rain), "0.5", "0.49");
        assertThat(desk.account().peak()).isEqualTo(usd("1000"));

        desk.buy("ann", yes(rain), "0.5", "0.49");

        assertThat(desk.account().peak()).isEqualTo(usd("1000.01"));
        assertThat(desk.changes).filteredOn(PeakRaised.class::isInstance).hasSize(3);
    }
}
