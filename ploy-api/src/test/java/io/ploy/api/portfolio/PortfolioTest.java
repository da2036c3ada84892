package io.ploy.api.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    @Test
    void anOverspentBalanceIsNegativeRatherThanNothing() {
        Balance balance = new Balance(Cash.ofUsd(10), Cash.ofUsd(6), Cash.ZERO, Cash.ofUsd(7));

        assertThat(balance.available()).isEqualTo(Cash.ofUsd(-3));
    }

    @Test
    void snapshotsKeepWhatTheyWereMadeOf() {
        List<Position> positions = new ArrayList<>(List.of(Position.flat(UP)));
        Map<InstrumentId, Quantity> holdings = new HashMap<>(Map.of(UP, Quantity.ofShares(5)));
        Balance balance = new Balance(Cash.ZERO, Cash.ZERO, Cash.ZERO, Cash.ZERO);
        Portfolio portfolio = new Portfolio(Instant.EPOCH, balance, positions, ProfitAndLoss.ZERO);
        List<Credit> credits =
                new ArrayList<>(List.of(new Credit(Credit.Kind.REWARD, Cash.ofUsd(1), Instant.EPOCH, "0x05")));
        AccountSnapshot account =
                new AccountSnapshot(Cash.ZERO, holdings, true, Instant.EPOCH, Allowances.NOT_STATED, credits);

        positions.clear();
        holdings.clear();
        credits.clear();

        assertThat(portfolio.positions()).hasSize(1);
        assertThat(account.holdings()).containsEntry(UP, Quantity.ofShares(5));
        assertThat(account.credits()).hasSize(1);
        assertThat(new AccountSnapshot(Cash.ZERO, holdings, true, Instant.EPOCH).credits())
                .isEmpty();
    }

    @Test
    void aCreditIsCashThatCame() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Credit(Credit.Kind.REBATE, Cash.ZERO, Instant.EPOCH, ""));
    }

    @Test
    void anOperationIsNamedApartFromOrders() {
        assertThat(new OperationId(new AccountId("main"), 2, 7)).hasToString("main-2-op7");
    }
}
