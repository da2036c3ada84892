package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import java.time.Duration;
import java.util.stream.Collectors;
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
        assertThat(limits).hasToString("conservative; careful: maxOpenOrders 3");
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

    /** A strategy that allows less than the account, one that allows more, and one that differs in something else. */
    private static RiskLimits divided() {
        RiskLimits account = RiskLimits.conservative();
        return account.toBuilder()
                .strategy("careful", account.with(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(5)))
                .strategy("bold", account.with(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(80)))
                .strategy("same", account.with(Limit.MAX_OPEN_ORDERS, 7))
                .build();
    }

    private static String notionals(RiskLimits limits) {
        return limits.text(Limit.MAX_ORDER_NOTIONAL)
                + limits.strategies().stream()
                        .map(name -> " " + name + " " + limits.of(name).text(Limit.MAX_ORDER_NOTIONAL))
                        .collect(Collectors.joining());
    }

    @Test
    void aTighterLimitOfTheAccountHoldsForStrategiesThatAllowMore() {
        assertThat(notionals(divided())).isEqualTo("25 bold 80 careful 5 same 25");

        RiskLimits tighter = divided().with(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(10));

        assertThat(notionals(tighter)).isEqualTo("10 bold 10 careful 5 same 10");
        assertThat(divided().loosenedBy(tighter)).isEmpty();
        assertThat(divided().changedBy(tighter))
                .containsExactly(
                        "maxOrderNotional 25 to 10",
                        "bold: maxOrderNotional 80 to 10",
                        "same: maxOrderNotional 25 to 10");
        assertThat(notionals(divided().with(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(4))))
                .isEqualTo("4 bold 4 careful 4 same 4");
        assertThat(tighter.of("same").raw(Limit.MAX_OPEN_ORDERS)).isEqualTo(7);
    }

    @Test
    void aLooserLimitOfTheAccountHoldsForStrategiesThatHadWhatItHad() {
        assertThat(notionals(divided().with(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(40))))
                .isEqualTo("40 bold 80 careful 5 same 40");
    }

    @Test
    void aLimitWhoseLowerValueIsLooserIsTightenedUpwards() {
        RiskLimits own = RiskLimits.conservative().with("lean", Limit.MIN_TIME_LEFT, Duration.ofSeconds(30));

        RiskLimits tighter = own.with(Limit.MIN_TIME_LEFT, Duration.ofSeconds(60));

        assertThat(tighter.of("lean").text(Limit.MIN_TIME_LEFT)).isEqualTo("1m");
        assertThat(own.with(Limit.MIN_TIME_LEFT, Duration.ofSeconds(10))
                        .of("lean")
                        .text(Limit.MIN_TIME_LEFT))
                .isEqualTo("30s");
    }

    @Test
    void oneStrategyIsLimitedByItself() {
        RiskLimits limits = RiskLimits.conservative().with("far", Limit.MAX_OPEN_ORDERS, 3);

        assertThat(limits.of("far").raw(Limit.MAX_OPEN_ORDERS)).isEqualTo(3);
        assertThat(limits.raw(Limit.MAX_OPEN_ORDERS)).isEqualTo(50);
        assertThatThrownBy(() -> limits.with("far", Limit.MAX_ACCOUNT_EXPOSURE, Cash.ofUsd(1)))
                .hasMessage("maxAccountExposure is shared by all strategies, and none has its own");
    }
}
