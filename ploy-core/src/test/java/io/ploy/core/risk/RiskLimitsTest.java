package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RiskLimitsTest {
    @Test
    void whatOneDoesNotSetIsConservative() {
        RiskLimits limits = RiskLimits.conservative();

        assertThat(limits.shares(Limit.MAX_ORDER_QUANTITY)).isEqualTo(Quantity.ofShares(1_000));
        assertThat(limits.usd(Limit.MAX_ORDER_NOTIONAL)).isEqualTo(Cash.ofUsd(25));
        assertThat(limits.usd(Limit.MAX_ACCOUNT_EXPOSURE)).isEqualTo(Cash.ofUsd(500));
        assertThat(limits.raw(Limit.MAX_OPEN_ORDERS)).isEqualTo(50);
        assertThat(limits.raw(Limit.MAX_BOOK_AGE))
                .isEqualTo(Duration.ofSeconds(5).toNanos());
        assertThat(limits.raw(Limit.MAX_DEPTH_SHARE)).isEqualTo(500_000);
        assertThat(limits)
                .hasToString("conservative")
                .isEqualTo(RiskLimits.builder().build());
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void everyLimitHasAKeyADefaultAndHelp(Limit limit) {
        assertThat(limit.parameter().name()).matches("[a-z][A-Za-z]+");
        assertThat(limit.parameter().help()).endsWith(".");
        assertThat(RiskLimits.conservative().text(limit)).isNotBlank();
        assertThat(RiskLimits.builder()
                        .set(limit, limit.parameter().defaultValue())
                        .build())
                .isEqualTo(RiskLimits.conservative());
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void whatIsTakenAwayIsLooserThanAnything(Limit limit) {
        RiskLimits without = RiskLimits.builder().without(limit).build();
        boolean tightest = limit.byDefault() == limit.none();

        assertThat(RiskLimits.conservative().loosenedBy(without)).hasSize(tightest ? 0 : 1);
        assertThat(without.loosenedBy(RiskLimits.conservative())).isEmpty();
    }

    @Test
    void theStandardProfileRisksFiveTimesAsMuch() {
        RiskLimits limits = RiskLimits.standard();

        assertThat(limits.usd(Limit.MAX_ORDER_NOTIONAL)).isEqualTo(Cash.ofUsd(125));
        assertThat(limits.usd(Limit.MAX_MARKET_EXPOSURE)).isEqualTo(Cash.ofUsd(250));
        assertThat(limits.usd(Limit.MAX_ACCOUNT_DAY_LOSS)).isEqualTo(Cash.ofUsd(500));
        assertThat(limits.raw(Limit.MAX_OPEN_ORDERS)).isEqualTo(50);
    }

    @Test
    void aStrategyMayHaveLimitsOfItsOwn() {
        RiskLimits tight = RiskLimits.builder().set(Limit.MAX_OPEN_ORDERS, 3).build();
        RiskLimits limits = RiskLimits.builder().strategy("careful", tight).build();

        assertThat(limits.of("careful").raw(Limit.MAX_OPEN_ORDERS)).isEqualTo(3);
        assertThat(limits.of("other").raw(Limit.MAX_OPEN_ORDERS)).isEqualTo(50);
        assertThat(limits).hasToString("conservative; careful: conservative, maxOpenOrders 3");
        assertThat(limits.toBuilder().build()).isEqualTo(limits).hasSameHashCodeAs(limits);
        assertThat(limits.loosenedBy(RiskLimits.conservative())).containsExactly("careful: maxOpenOrders 3 to 50");
    }

    @Test
    void loosenedIsWhatWouldAllowMore() {
        RiskLimits now = RiskLimits.conservative();
        RiskLimits others = now.toBuilder()
                .set(Limit.MAX_MARKET_EXPOSURE, Cash.ofUsd(60))
                .set(Limit.MAX_EVENT_EXPOSURE, Cash.ofUsd(90))
                .set(Limit.CASH_FLOOR, Cash.ofUsd(9))
                .set(Limit.DUPLICATE_WINDOW, Duration.ofSeconds(5))
                .build();

        assertThat(now.loosenedBy(others)).containsExactly("maxMarketExposure 50 to 60", "cashFloor 10 to 9");
    }

    @Test
    void limitsThatCannotBeMeantAreRefused() {
        RiskLimits.Builder builder = RiskLimits.builder();

        assertThatThrownBy(() -> builder.set(Limit.CASH_FLOOR, Cash.ofUsd(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cashFloor");
        assertThatThrownBy(() -> builder.set(Limit.MAX_ACCOUNT_EXPOSURE, Cash.ofMicros(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.set(Limit.MAX_OPEN_ORDERS, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.set(Limit.MAX_BOOK_AGE, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.set(Limit.MAX_OPEN_ORDERS, Cash.ofUsd(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxOpenOrders is a Integer");
    }
}
