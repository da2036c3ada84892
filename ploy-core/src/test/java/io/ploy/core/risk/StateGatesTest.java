package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gates that look at the account and its surroundings: what trips each, and what passes at the exact boundary. */
class StateGatesTest {
    private final GateRoom room = new GateRoom();

    @Test
    void noNewRiskOnBooksThatNobodyComparedLately() {
        room.set(Limit.MAX_COMPARISON_AGE, Duration.ofMinutes(10));
        room.hold(room.yes, "10", "5");
        room.passes(room.buy("10", "0.40"));

        room.world.comparedAt = room.now.minus(Duration.ofMinutes(10));
        room.passes(room.buy("10", "0.40"));
        room.world.comparedAt = room.now.minus(Duration.ofMinutes(10)).minusNanos(1);
        room.refuses(room.buy("10", "0.40"), "reconciled", RiskReason.ACCOUNT_UNRECONCILED);
        room.passes(room.sell("10", "0.40"));
    }

    @Test
    void noNewRiskForAnAccountThatNobodyLookedAtLately() {
        room.set(Limit.MAX_ACCOUNT_CHECK_AGE, Duration.ofHours(24));
        room.hold(room.yes, "10", "5");
        room.world.accountCheckedAgo = Duration.ofHours(24).toNanos();
        room.passes(room.buy("10", "0.40"));

        room.world.accountCheckedAgo++;

        room.refuses(room.buy("10", "0.40"), "account-check", RiskReason.ACCOUNT_UNFIT);
        room.passes(room.sell("10", "0.40"));
    }

    @Test
    void nothingIsOrderedByADescriptionThatIsTooOld() {
        room.set(Limit.MAX_MARKET_AGE, Duration.ofHours(1));
        room.hold(room.yes, "10", "5");
        room.passes(room.buy("10", "0.40"));

        room.world.readAt = room.now.minus(Duration.ofHours(1));
        room.passes(room.buy("10", "0.40"));
        room.world.readAt = room.now.minus(Duration.ofHours(1)).minusNanos(1);
        room.refuses(room.buy("10", "0.40"), "market-known", RiskReason.MARKET_UNKNOWN);
        room.refuses(room.sell("10", "0.40"), "market-known", RiskReason.MARKET_UNKNOWN);
    }

    @Test
    void onlyWhoHoldsTheLeaseSends() {
        room.world.mayAct = false;
        room.hold(room.yes, "10", "5");

        room.refuses(room.buy("10", "0.40"), "lease", RiskReason.LEASE_LOST);
        room.refuses(room.sell("10", "0.40"), "lease", RiskReason.LEASE_LOST);
    }

    @Test
    void noNewRiskAnywhereWhereManyOrdersAreInDoubt() {
        room.set(Limit.MAX_UNKNOWN_ORDERS, 3);
        room.hold(room.yes, "10", "5");
        room.world.unknownInAll = 3;
        room.passes(room.buy("10", "0.40"));

        room.world.unknownInAll = 4;

        room.refuses(room.buy("10", "0.40"), "unknown-orders", RiskReason.UNKNOWN_ORDER_PRESENT);
        room.passes(room.sell("10", "0.40"));
    }

    @Test
    void nothingIsSentByAClockThatIsWrong() {
        room.set(Limit.MAX_CLOCK_SKEW, Duration.ofSeconds(1));
        room.hold(room.yes, "10", "5");
        room.world.clockSkew = Duration.ofSeconds(1);
        room.passes(room.buy("10", "0.40"));
        room.passes(room.sell("10", "0.40"));

        room.world.clockSkew = Duration.ofSeconds(1).plusNanos(1);
        room.refuses(room.buy("10", "0.40"), "clock", RiskReason.CLOCK_SKEW);
        room.refuses(room.sell("10", "0.40"), "clock", RiskReason.CLOCK_SKEW);
    }

    @Test
    void aClockOfWhichNothingIsKnownTakesNoNewRisk() {
        room.set(Limit.MAX_CLOCK_SKEW, Duration.ofSeconds(60));
        room.hold(room.yes, "10", "5");
        room.world.clockSkew = null;

        assertThat(room.refuses(room.buy("10", "0.40"), "clock", RiskReason.CLOCK_SKEW))
                .contains("was not read lately");
        room.passes(room.sell("10", "0.40"));
    }

    @Test
    void aMarketNearItsEndTakesNoNewRisk() {
        room.set(Limit.MIN_TIME_LEFT, Duration.ofSeconds(30));
        room.hold(room.yes, "10", "5");
        room.passes(room.buy("10", "0.40"));

        ends(Duration.ofSeconds(30));
        room.passes(room.buy("10", "0.40"));
        ends(Duration.ofSeconds(30).minusNanos(1));
        room.refuses(room.buy("10", "0.40"), "time-left", RiskReason.MARKET_ENDS_SOON);
        room.passes(room.sell("10", "0.40"));
    }

    private void ends(Duration in) {
        room.world.put(room.market.toBuilder()
                .window(new MarketWindow(room.now.minusSeconds(60), room.now.plus(in), "BTC/USD", null, Duration.ZERO))
                .build());
    }

    @Test
    void aPartOfEquityStaysInCash() {
        room.set(Limit.CASH_FLOOR, Cash.ofUsd(10)).set(Limit.CASH_FLOOR_SHARE, 0.05);
        room.world.equity = Cash.ofUsd(100_000);

        room.passes(room.buy("10000", "0.50"));
        room.shrinks(room.buy("10000.01", "0.50"), "10000", "buying-power", RiskReason.INSUFFICIENT_FUNDS);
        room.world.equity = Cash.ofUsd(-1);
        room.passes(room.buy("19980", "0.50"));
        room.shrinks(room.buy("19980.01", "0.50"), "19980", "buying-power", RiskReason.INSUFFICIENT_FUNDS);
    }

    @Test
    void anEventLosesOnlySoMuchOverItsMarkets() {
        room.set(Limit.MAX_EVENT_EXPOSURE, Cash.ofUsd(10));
        Market a = inEvent("a");
        Market b = inEvent("b");
        room.stays(buy(a, "10", "0.40"));

        // Yes of B loses where A wins, and both lose where neither does.
        room.shrinks(buy(b, "20", "0.40"), "15", "event-exposure", RiskReason.EVENT_EXPOSURE);
        room.passes(buy(b, "15", "0.40"));
    }

    private Market inEvent(String name) {
        Market market = room.world.add(name, FeeSchedule.FREE).toBuilder()
                .event(new Event(new EventId("test", "e"), "", EventStructure.EXCLUSIVE, 3, List.of("sports")))
                .build();
        room.world.put(market);
        return market;
    }

    private static OrderRequest buy(Market market, String quantity, String limit) {
        return OrderRequest.buy(market.first().instrument(), Quantity.parse(quantity), Price.parse(limit));
    }

    @Test
    void aStrategyLosesOnlySoMuchWhateverOthersDo() {
        room.set(Limit.MAX_STRATEGY_EXPOSURE, Cash.ofUsd(10));
        Market other = room.world.add("other", FeeSchedule.FREE);
        room.stays(buy(other, "15", "0.40"));

        room.shrinks(room.buy("20", "0.40"), "10", "strategy-exposure", RiskReason.STRATEGY_EXPOSURE);
        room.passes(room.buy("10", "0.40"));
        room.strategy = "another";
        room.passes(room.buy("20", "0.40"));
    }

    @Test
    void aStrategyMayHaveAnotherLimitThanOthers() {
        RiskLimits own = room.pipeline.limits().toBuilder()
                .set(Limit.MAX_STRATEGY_EXPOSURE, Cash.ofUsd(4))
                .build();
        room.pipeline.use(
                room.pipeline.limits().toBuilder().strategy("careful", own).build());

        room.passes(room.buy("100", "0.40"));
        room.strategy = "careful";
        room.shrinks(room.buy("100", "0.40"), "10", "strategy-exposure", RiskReason.STRATEGY_EXPOSURE);
    }

    @Test
    void aDomainLosesOnlySoMuch() {
        room.set(Limit.MAX_DOMAIN_EXPOSURE, Cash.ofUsd(10));
        Market a = tagged("a", "bitcoin");
        Market b = tagged("b", "ethereum");
        Market c = tagged("c", "nba");
        room.stays(buy(a, "15", "0.40"));

        room.shrinks(buy(b, "20", "0.40"), "10", "domain-exposure", RiskReason.DOMAIN_EXPOSURE);
        room.passes(buy(b, "10", "0.40"));
        room.passes(buy(c, "25", "0.40"));
    }

    private Market tagged(String name, String tag) {
        Market market = room.world.add(name, FeeSchedule.FREE).toBuilder()
                .event(new Event(new EventId("test", name), "", EventStructure.INDEPENDENT, 1, List.of(tag)))
                .build();
        room.world.put(market);
        return market;
    }

    @Test
    void windowsThatEndTogetherAreAGroup() {
        room.set(Limit.MAX_GROUP_EXPOSURE, Cash.ofUsd(10));
        Market a = windowed("a", 60);
        Market b = windowed("b", 90);
        Market later = windowed("later", 120);
        room.stays(buy(a, "15", "0.40"));

        room.shrinks(buy(b, "20", "0.40"), "10", "group-exposure", RiskReason.GROUP_EXPOSURE);
        room.passes(buy(b, "10", "0.40"));
        room.passes(buy(later, "20", "0.40"));
        room.passes(room.buy("20", "0.40"));
    }

    private Market windowed(String name, int endsIn) {
        Market market = room.world.add(name, FeeSchedule.FREE).toBuilder()
                .window(new MarketWindow(room.now, room.now.plusSeconds(endsIn), name, null, Duration.ZERO))
                .build();
        room.world.put(market);
        return market;
    }

    @Test
    void theAccountAndAMarketLoseOnlySoMuch() {
        Market other = room.world.add("other", FeeSchedule.FREE);
        room.stays(buy(other, "15", "0.40"));
        room.set(Limit.MAX_ACCOUNT_EXPOSURE, Cash.ofUsd(10));

        room.passes(room.buy("10", "0.40"));
        room.shrinks(room.buy("10.01", "0.40"), "10", "account-exposure", RiskReason.ACCOUNT_EXPOSURE);
        room.set(Limit.MAX_MARKET_EXPOSURE, Cash.ofUsd(3));
        room.passes(room.buy("7.5", "0.40"));
        room.shrinks(room.buy("7.51", "0.40"), "7.5", "market-exposure", RiskReason.MARKET_EXPOSURE);
    }
}
