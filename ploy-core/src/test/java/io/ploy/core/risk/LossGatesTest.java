package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.order.RiskReason;
import io.ploy.core.breaker.TradingState;
import io.ploy.core.performance.Performance;
import org.junit.jupiter.api.Test;

/** The gates that look at losses and at what breakers stopped. Bid .48, ask .50, no fees. */
class LossGatesTest {
    private final GateRoom room = new GateRoom();

    /** Buys at a price and is worth what is bid: so much is lost at once. */
    private void lose(Performance performance, InstrumentId instrument, String quantity, String cost) {
        room.hold(instrument, quantity, cost);
        performance.moved(room.strategy, instrument, room.now);
    }

    @Test
    void aStrategyThatLostItsLimitTodayTakesNoNewRisk() {
        room.set(Limit.MAX_STRATEGY_DAY_LOSS, Cash.ofUsd(25));
        Performance performance = room.performance();
        lose(performance, room.yes, "100", "72.99");
        room.passes(room.buy("10", "0.40"));

        lose(performance, room.yes, "1", "0.49");

        assertThat(room.refuses(room.buy("10", "0.40"), "daily-loss", RiskReason.DAILY_LOSS))
                .contains("lost 25 USD today, allowed are 25");
        room.passes(room.sell("10", "0.48"));
        room.strategy = "other";
        room.passes(room.buy("10", "0.40"));
    }

    @Test
    void aGoodDayNeverStopsAnything() {
        room.set(Limit.MAX_STRATEGY_DAY_LOSS, Cash.ofUsd(25));
        lose(room.performance(), room.yes, "1000", "10");

        room.passes(room.buy("10", "0.40"));
    }

    @Test
    void domainAndAccountHaveLimitsOfTheirOwn() {
        room.set(Limit.MAX_DOMAIN_DAY_LOSS, Cash.ofUsd(50)).set(Limit.MAX_ACCOUNT_DAY_LOSS, Cash.ofUsd(60));
        Performance performance = room.performance();
        lose(performance, room.yes, "100", "98");
        room.strategy = "other";

        assertThat(room.refuses(room.buy("10", "0.40"), "daily-loss", RiskReason.DAILY_LOSS))
                .contains("crypto");
        room.set(Limit.MAX_DOMAIN_DAY_LOSS, Cash.ofUsd(51));
        room.passes(room.buy("10", "0.40"));
        room.set(Limit.MAX_ACCOUNT_DAY_LOSS, Cash.ofUsd(50));
        room.refuses(room.buy("10", "0.40"), "daily-loss", RiskReason.DAILY_LOSS);
    }

    @Test
    void aStrategyFallsOnlySoFarBelowItsPeak() {
        room.set(Limit.MAX_STRATEGY_DRAWDOWN, Cash.ofUsd(50));
        Performance performance = room.performance();
        lose(performance, room.yes, "100", "97.99");
        room.passes(room.buy("10", "0.40"));

        lose(performance, room.yes, "1", "0.49");

        room.refuses(room.buy("10", "0.40"), "drawdown", RiskReason.DRAWDOWN);
        room.passes(room.sell("10", "0.48"));
    }

    @Test
    void theAccountFallsOnlyByAPartOfItsPeak() {
        room.set(Limit.MAX_ACCOUNT_DRAWDOWN_SHARE, 0.01);
        Performance performance = room.performance();
        lose(performance, room.yes, "300", "243.99");
        room.passes(room.buy("10", "0.40"));

        lose(performance, room.yes, "1", "0.49");

        room.refuses(room.buy("10", "0.40"), "drawdown", RiskReason.DRAWDOWN);
    }

    @Test
    void losingEventsInARowHalveOrdersAndThenStopThem() {
        room.set(Limit.HALF_SIZE_STREAK, 3).set(Limit.MAX_LOSING_STREAK, 5);
        Performance performance = room.performance();
        for (int i = 1; i <= 2; i++) {
            loseAnEvent(performance, i);
        }
        room.passes(room.buy("10.02", "0.40"));

        loseAnEvent(performance, 3);
        room.shrinks(room.buy("20.02", "0.40"), "10.01", "loss-streak", RiskReason.LOSS_STREAK);
        loseAnEvent(performance, 4);
        room.shrinks(room.buy("20.03", "0.40"), "10.01", "loss-streak", RiskReason.LOSS_STREAK);
        loseAnEvent(performance, 5);
        room.refuses(room.buy("20", "0.40"), "loss-streak", RiskReason.LOSS_STREAK);
        room.hold(room.yes, "10", "5");
        room.passes(room.sell("10", "0.40"));

        performance.resetStreak(GateRoom.S, "ann", "looked at it", room.now);
        room.passes(room.buy("20", "0.40"));
    }

    private void loseAnEvent(Performance performance, int number) {
        Market market = room.world.add("lost" + number, FeeSchedule.FREE);
        lose(performance, market.first().instrument(), "10", "4");
        room.portfolio.resolve(market, Resolution.second(market.id(), room.now));
        performance.resolved(market, room.now);
    }

    @Test
    void whereOnlyExitsAreAllowedNothingAddsRisk() {
        room.set(Limit.MAX_HEDGE_LOSS, Price.parse("0.05"));
        room.hold(room.yes, "100", "60");
        room.passes(room.buy("10", "0.40"));

        room.world.state = TradingState.REDUCE_ONLY;

        assertThat(room.refuses(room.buy("10", "0.40"), "trading-state", RiskReason.TRADING_REDUCE_ONLY))
                .isEqualTo("a test stopped it");
        room.passes(room.sell("10", "0.40"));
    }

    @Test
    void aHedgeMayGoThereAsLongAsThePairIsNotTooDear() {
        room.set(Limit.MAX_HEDGE_LOSS, Price.parse("0.05"));
        room.hold(room.yes, "100", "60");
        room.world.state = TradingState.REDUCE_ONLY;

        room.passes(room.buyNo("100", "0.45"));
        room.refuses(room.buyNo("100", "0.46"), "trading-state", RiskReason.TRADING_REDUCE_ONLY);
        // More than there is to hedge would only lose elsewhere.
        room.refuses(room.buyNo("400", "0.45"), "trading-state", RiskReason.TRADING_REDUCE_ONLY);
    }

    @Test
    void aHaltOfAScopeStopsEvenWhatReduces() {
        room.hold(room.yes, "10", "5");
        room.world.state = TradingState.HALTED;

        room.refuses(room.sell("10", "0.40"), "trading-state", RiskReason.TRADING_HALTED);
    }

    @Test
    void aPausedStrategyIsRefused() {
        room.hold(room.yes, "10", "5");
        room.world.paused = true;

        room.refuses(room.sell("10", "0.40"), "strategy-health", RiskReason.STRATEGY_PAUSED);
    }

    @Test
    void aVenueThatDoesNotAnswerGetsNothingAndThenLittle() {
        room.world.mostAdmitted = Cash.ofUsd(5);

        room.passes(room.buy("12.5", "0.40"));
        room.refuses(room.buy("12.51", "0.40"), "venue", RiskReason.VENUE_UNAVAILABLE);
        room.world.mostAdmitted = Cash.ZERO;
        room.refuses(room.buy("5", "0.40"), "venue", RiskReason.VENUE_UNAVAILABLE);
        room.hold(room.yes, "10", "5");
        room.passes(room.sell("10", "0.40"));
    }
}
