package io.ploy.api.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortfolioTest {
    private static final InstrumentId UP = new InstrumentId("venue", "up");

    @Test
    void whatLeavesIsGoneAndWhatArrivesIsNotThereYet() {
        Balance balance = new Balance(Cash.ofUsd(100), Cash.ofUsd(10), Cash.ofUsd(7), Cash.ofUsd(20));

        assertThat(balance.available()).isEqualTo(Cash.ofUsd(70));
        assertThat(balance.economic()).isEqualTo(Cash.ofUsd(97));
    }

    @Test
    void equityIsCashCostAndUnrealisedProfit() {
        Balance balance = new Balance(Cash.ofUsd(90), Cash.ZERO, Cash.ZERO, Cash.ZERO);
        Position position = new Position(
                UP,
                Quantity.ofShares(20),
                Quantity.ofShares(20),
                Quantity.ofShares(20),
                Cash.ofUsd(10),
                Cash.ZERO,
                Cash.parse("0.35"));
        ProfitAndLoss result = new ProfitAndLoss(Cash.ZERO, Cash.parse("-1.5"), Cash.parse("0.35"));

        Portfolio portfolio = new Portfolio(Instant.EPOCH, balance, List.of(position), result);

        assertThat(portfolio.equity()).isEqualTo(Cash.parse("98.5"));
        assertThat(result.net()).isEqualTo(Cash.parse("-1.85"));
        assertThat(position.isFlat()).isFalse();
        assertThat(Position.flat(UP).isFlat()).isTrue();
    }
}
