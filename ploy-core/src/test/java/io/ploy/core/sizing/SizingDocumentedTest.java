package io.ploy.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Belief;
import io.ploy.api.order.OrderRequest;
import org.junit.jupiter.api.Test;

/** What the page on sizing shows. */
final class SizingDocumentedTest {
    private static final InstrumentId HOME = new InstrumentId("sim", "home");
    private static final InstrumentId DRAW = new InstrumentId("sim", "draw");
    private static final InstrumentId AWAY = new InstrumentId("sim", "away");

    @Test
    void aStrategyLeavesTheSizeOpen() {
        InstrumentId instrument = HOME;
        double cautious = 0.60;

        OrderRequest request = OrderRequest.buySized(instrument, Price.parse("0.50"))
                .believing(Belief.of(cautious).withConfidence(0.8))
                .fillAndKill();

        assertThat(request.isSizeOpen()).isTrue();
    }

    @Test
    void aStrategyStatesAViewOfEveryOutcome() {
        Belief belief = Belief.of(0.50).withOther(DRAW, Price.parse("0.30")).withOther(AWAY, Price.parse("0.15"));
        OrderRequest request = OrderRequest.buy(HOME, Quantity.ofShares(200), Price.parse("0.44"))
                .believing(belief);

        assertThat(request.belief().orElseThrow().others()).hasSize(2);
    }
}
