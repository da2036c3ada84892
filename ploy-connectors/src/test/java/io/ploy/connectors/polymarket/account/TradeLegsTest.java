package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.SettlementStatus;
import io.ploy.connectors.polymarket.clob.Trade;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeLegsTest {
    private final TradeLegs legs = new TradeLegs("polymarket", Facts.FUNDER);

    @Test
    void theTakersLegIsTheTradesOwnLine() {
        Trade trade = Facts.trade("t1", 2, SettlementStatus.MINED, Facts.KEY, List.of());

        List<FillReport> own = legs.of(trade, Facts.KEY::equals, Facts.NOW);

        assertThat(own)
                .containsExactly(new FillReport(
                        new FillId("t1", 2, Facts.ORDER, LiquidityRole.TAKER),
                        new InstrumentId("polymarket", "111"),
                        Side.BUY,
                        Price.parse("0.57"),
                        Quantity.parse("10"),
                        null,
                        SettlementStatus.MINED,
                        Facts.NOW.minusSeconds(1),
                        Facts.NOW));
    }

    @Test
    void aMakersLegHasItsOwnTokenPriceSizeAndSide() {
        Trade trade = Facts.trade(
                "t1",
                SettlementStatus.MATCHED,
                Facts.OTHER_KEY,
                List.of(
                        Facts.maker(Facts.OTHER_ORDER, Facts.KEY, Facts.FUNDER, "222", Side.BUY),
                        Facts.maker(Facts.ORDER, Facts.OTHER_KEY, Facts.STRANGER, "222", Side.BUY)));

        List<FillReport> own = legs.of(trade, Facts.KEY::equals, Facts.NOW);

        assertThat(own).singleElement().satisfies(leg -> {
            assertThat(leg.id()).isEqualTo(new FillId("t1", 0, Facts.OTHER_ORDER, LiquidityRole.MAKER));
            assertThat(leg.instrument()).isEqualTo(new InstrumentId("polymarket", "222"));
            assertThat(leg.side()).isEqualTo(Side.BUY);
            assertThat(leg.price()).isEqualTo(Price.parse("0.43"));
            assertThat(leg.quantity()).isEqualTo(Quantity.parse("4"));
        });
    }

    @Test
    void aTradeWithOneselfHasBothLegs() {
        Trade trade = Facts.trade(
                "t1",
                SettlementStatus.MATCHED,
                Facts.KEY,
                List.of(Facts.maker(Facts.OTHER_ORDER, Facts.KEY, Facts.FUNDER, "111", Side.SELL)));

        assertThat(legs.of(trade, Facts.KEY::equals, Facts.NOW))
                .extracting(leg -> leg.id().role())
                .containsExactly(LiquidityRole.TAKER, LiquidityRole.MAKER);
    }

    @Test
    void anOrderOfAnotherKeyOfTheSameWalletIsItsMoneyToo() {
        Trade trade = Facts.trade(
                "t1",
                SettlementStatus.MATCHED,
                Facts.OTHER_KEY,
                List.of(Facts.maker(Facts.OTHER_ORDER, Facts.OTHER_KEY, Facts.FUNDER, "222", Side.BUY)));

        assertThat(legs.of(trade, Facts.KEY::equals, Facts.NOW)).hasSize(1);
    }

    @Test
    void aSideThatIsNotSaidFollowsFromTheTokens() {
        Trade trade = Facts.trade(
                "t1",
                SettlementStatus.MATCHED,
                Facts.OTHER_KEY,
                List.of(
                        Facts.maker(Facts.OTHER_ORDER, Facts.KEY, Facts.FUNDER, "111", null),
                        Facts.maker(Facts.OTHER_ORDER, Facts.KEY, Facts.FUNDER, "222", null)));

        assertThat(legs.of(trade, Facts.KEY::equals, Facts.NOW))
                .extracting(FillReport::side)
                .containsExactly(Side.SELL, Side.BUY);
    }

    @Test
    void aTradeOfOthersHasNoLeg() {
        Trade trade = Facts.trade(
                "t1",
                SettlementStatus.MATCHED,
                Facts.OTHER_KEY,
                List.of(Facts.maker(Facts.OTHER_ORDER, Facts.OTHER_KEY, Facts.STRANGER, "222", Side.BUY)));

        assertThat(legs.of(trade, Facts.KEY::equals, Facts.NOW)).isEmpty();
    }
}
