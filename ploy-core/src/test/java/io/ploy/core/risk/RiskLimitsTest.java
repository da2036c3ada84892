package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RiskLimitsTest {
    @Test
    void whatOneDoesNotSetIsConservative() {
        RiskLimits limits = RiskLimits.conservative();

        assertThat(limits.maxOrderQuantity()).isEqualTo(Quantity.ofShares(1_000));
        assertThat(limits.maxOrderNotional()).isEqualTo(Cash.ofUsd(100));
        assertThat(limits.maxPosition()).isEqualTo(Quantity.ofShares(5_000));
        assertThat(limits.maxMarketExposure()).isEqualTo(Cash.ofUsd(50));
        assertThat(limits.maxAccountExposure()).isEqualTo(Cash.ofUsd(500));
        assertThat(limits.maxOpenOrders()).isEqualTo(50);
        assertThat(limits.moreOrdersToReduce()).isEqualTo(10);
        assertThat(limits.cashFloor()).isEqualTo(Cash.ofUsd(10));
        assertThat(limits.maxBookAge()).isEqualTo(Duration.ofSeconds(5));
        assertThat(limits.blindSellFloor()).isEmpty();
    }

    @Test
    void theStandardProfileRisksFiveTimesAsMuch() {
        RiskLimits limits = RiskLimits.standard();

        assertThat(limits.maxOrderNotional()).isEqualTo(Cash.ofUsd(500));
        assertThat(limits.maxMarketExposure()).isEqualTo(Cash.ofUsd(250));
        assertThat(limits.maxAccountExposure()).isEqualTo(Cash.ofUsd(2_500));
        assertThat(limits.maxOpenOrders()).isEqualTo(50);
    }

    @Test
    void aBuilderFromLimitsKeepsThemAll() {
        RiskLimits limits = RiskLimits.builder()
                .maxOrderQuantity(Quantity.ofShares(1))
                .maxOrderNotional(Cash.ofUsd(2))
                .maxPosition(Quantity.ofShares(3))
                .maxMarketExposure(Cash.ofUsd(4))
                .maxAccountExposure(Cash.ofUsd(5))
                .maxOpenOrders(6)
                .moreOrdersToReduce(7)
                .cashFloor(Cash.ofUsd(8))
                .maxBookAge(Duration.ofSeconds(9))
                .blindSellFloor(Price.parse("0.1"))
                .build();

        assertThat(limits.toBuilder().build()).hasToString(limits.toString());
        assertThat(limits.toString())
                .isEqualTo("order 1 shares and 2 USD, position 3 shares, exposure 4 USD a market and 5 in all, "
                        + "6+7 open orders, cash floor 8 USD, book age 9000 ms, blind sales from 0.1");
    }

    @Test
    void limitsThatCannotBeMeantAreRefused() {
        assertThatThrownBy(() -> RiskLimits.builder().cashFloor(Cash.ofUsd(-1)).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RiskLimits.builder()
                        .maxAccountExposure(Cash.ofMicros(Long.MAX_VALUE))
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RiskLimits.builder().maxOpenOrders(-1).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RiskLimits.builder().maxBookAge(Duration.ZERO).build())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
