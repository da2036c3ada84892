package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The gates that count orders: what trips each, and what it lets through at the exact boundary. */
class PaceGatesTest {
    private final GateRoom room = new GateRoom();

    @Test
    void theSameOrderAgainIsAMistakeForAWhile() {
        room.set(Limit.DUPLICATE_WINDOW, Duration.ofSeconds(2));
        room.passes(room.buy("10", "0.40"));

        room.refuses(room.buy("10", "0.40"), "duplicate", RiskReason.DUPLICATE_INTENT);
        room.passes(room.buy("10", "0.41"));
        room.passes(room.buy("11", "0.40"));
        room.passes(room.buyNo("10", "0.40"));
        room.strategy = "other";
        room.passes(room.buy("10", "0.40"));

        room.strategy = GateRoom.S;
        room.now = room.now.plusNanos(1_999_999_999);
        room.refuses(room.buy("10", "0.40"), "duplicate", RiskReason.DUPLICATE_INTENT);
        room.now = room.now.plusNanos(1);
        room.passes(room.buy("10", "0.40"));
    }

    @Test
    void whatWasRefusedMakesNoDuplicate() {
        room.set(Limit.DUPLICATE_WINDOW, Duration.ofSeconds(2));
        room.world.halted = true;
        room.refuses(room.buy("10", "0.40"), "trading-state", RiskReason.TRADING_HALTED);

        room.world.halted = false;

        room.passes(room.buy("10", "0.40"));
    }

    @Test
    void theSameExitMayBeTriedAgain() {
        room.set(Limit.DUPLICATE_WINDOW, Duration.ofSeconds(2));
        room.hold(room.yes, "10", "5");

        room.passes(room.sell("10", "0.40"));
        room.passes(room.sell("10", "0.40"));
    }

    @Test
    void aStrategySendsOnlySoManyOrdersASecond() {
        room.set(Limit.MAX_ORDERS_PER_SECOND, 5).set(Limit.ORDER_BURST, 10);
        for (int i = 0; i < 10; i++) {
            room.passes(room.buy("10", "0.40"));
        }

        assertThat(room.refuses(room.buy("10", "0.40"), "order-rate", RiskReason.RATE_LIMITED))
                .contains("maxOrdersPerSecond");
        room.strategy = "other";
        room.passes(room.buy("10", "0.40"));
        room.strategy = GateRoom.S;
        room.now = room.now.plusMillis(199);
        room.refuses(room.buy("10", "0.40"), "order-rate", RiskReason.RATE_LIMITED);
        room.now = room.now.plusMillis(1);
        room.passes(room.buy("10", "0.40"));
        room.refuses(room.buy("10", "0.40"), "order-rate", RiskReason.RATE_LIMITED);
    }

    @Test
    void aPartOfTheRateIsKeptForExits() {
        room.set(Limit.MAX_ORDERS_PER_SECOND, 5).set(Limit.ORDER_BURST, 10).set(Limit.RATE_RESERVE, 0.2);
        room.hold(room.yes, "100", "50");
        for (int i = 0; i < 8; i++) {
            room.passes(room.buy("10", "0.40"));
        }

        room.refuses(room.buy("10", "0.40"), "order-rate", RiskReason.RATE_LIMITED);
        room.passes(room.sell("10", "0.40"));
        room.passes(room.sell("10", "0.40"));
        room.refuses(room.sell("10", "0.40"), "order-rate", RiskReason.RATE_LIMITED);
    }

    @Test
    void theAccountSendsOnlySoManyWhoeverAsks() {
        room.set(Limit.MAX_ACCOUNT_ORDERS_PER_SECOND, 50).set(Limit.ACCOUNT_ORDER_BURST, 3);
        for (int i = 0; i < 3; i++) {
            room.strategy = "s" + i;
            room.passes(room.buy("10", "0.40"));
        }

        assertThat(room.refuses(room.buy("10", "0.40"), "order-rate", RiskReason.RATE_LIMITED))
                .contains("maxAccountOrdersPerSecond");
        room.now = room.now.plusMillis(20);
        room.passes(room.buy("10", "0.40"));
    }

    @Test
    void aLongPauseFillsTheBucketAndNoMore() {
        room.set(Limit.MAX_ORDERS_PER_SECOND, 5).set(Limit.ORDER_BURST, 2);
        room.passes(room.buy("10", "0.40"));
        room.now = room.now.plus(Duration.ofDays(365));

        room.passes(room.buy("10", "0.40"));
        room.passes(room.buy("10", "0.40"));
        room.refuses(room.buy("10", "0.40"), "order-rate", RiskReason.RATE_LIMITED);
    }

    @Test
    void onlySoManyOrdersAreOpenInAMarketOfAStrategyAndInAll() {
        room.set(Limit.MAX_MARKET_ORDERS, 10)
                .set(Limit.MAX_OPEN_ORDERS, 50)
                .set(Limit.MAX_ACCOUNT_ORDERS, 500)
                .set(Limit.MORE_ORDERS_TO_REDUCE, 10);
        room.hold(room.yes, "10", "5");
        room.world.openInMarket = 9;
        room.world.openOrders = 49;
        room.world.openInAll = 499;
        room.passes(room.buy("10", "0.40"));

        room.world.openInMarket = 10;
        assertThat(room.refuses(room.buy("10", "0.40"), "open-orders", RiskReason.TOO_MANY_ORDERS))
                .contains("maxMarketOrders");
        room.passes(room.sell("10", "0.40"));
        room.world.openInMarket = 20;
        room.refuses(room.sell("10", "0.40"), "open-orders", RiskReason.TOO_MANY_ORDERS);
        room.world.openInMarket = 0;
        room.world.openOrders = 50;
        assertThat(room.refuses(room.buy("10", "0.40"), "open-orders", RiskReason.TOO_MANY_ORDERS))
                .contains("maxOpenOrders");
        room.world.openOrders = 0;
        room.world.openInAll = 500;
        assertThat(room.refuses(room.buy("10", "0.40"), "open-orders", RiskReason.TOO_MANY_ORDERS))
                .contains("maxAccountOrders");
        room.passes(room.sell("10", "0.40"));
    }

    @Test
    void aStrategyIsInOnlySoManyMarkets() {
        room.set(Limit.MAX_OPEN_MARKETS, 2);
        Market second = room.world.add("second", FeeSchedule.FREE);
        Market third = room.world.add("third", FeeSchedule.FREE);
        room.hold(room.yes, "10", "5");
        room.stays(buy(second));

        room.refuses(buy(third), "positions", RiskReason.TOO_MANY_POSITIONS);
        room.passes(room.buy("10", "0.40"));
        room.strategy = "other";
        room.passes(buy(third));
    }

    @Test
    void aStrategyOfPairsHoldsOneOutcomeAloneInOnlySoManyMarkets() {
        room.set(Limit.MAX_UNHEDGED, 2);
        Market second = room.world.add("second", FeeSchedule.FREE);
        Market third = room.world.add("third", FeeSchedule.FREE);
        room.hold(room.yes, "10", "5");
        room.passes(buy(third));
        room.hold(second.first().instrument(), "10", "5");

        room.refuses(buy(third), "positions", RiskReason.TOO_MANY_UNHEDGED);
        room.passes(room.buyNo("10", "0.40"));
        room.hold(room.no, "10", "5");
        room.passes(buy(third));
    }

    @Test
    void dustIsNoPosition() {
        room.set(Limit.MAX_OPEN_MARKETS, 1);
        Market second = room.world.add("second", FeeSchedule.FREE);
        room.hold(room.yes, "4.99", "2");

        room.passes(buy(second));
    }

    private static OrderRequest buy(Market market) {
        return OrderRequest.buy(market.first().instrument(), Quantity.ofShares(10), Price.parse("0.40"));
    }
}
