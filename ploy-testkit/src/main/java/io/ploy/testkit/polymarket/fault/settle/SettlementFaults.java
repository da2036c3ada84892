package io.ploy.testkit.polymarket.fault.settle;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.Quote;
import io.ploy.api.market.Side;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.plugin.Parameter;
import io.ploy.core.sim.ExchangeTrade;
import io.ploy.core.sim.SettlementPlan;
import io.ploy.testkit.polymarket.fault.Deal;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.fault.FaultKind;
import io.ploy.testkit.polymarket.fault.Injection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How the faults of settlement are done: each says what becomes of a trade from its match on. */
public final class SettlementFaults {
    static final Parameter<Duration> MINED =
            Parameter.duration("mined", "4").between("0", "86400").help("When it is mined, after the match.");
    static final Parameter<Duration> CONFIRMED =
            Parameter.duration("confirmed", "30").between("0", "86400").help("When it is final, after the match.");
    static final Parameter<Integer> RETRIES =
            Parameter.integer("retries", "1").between("1", "20").help("How often it is retried.");
    static final Parameter<Duration> GAP =
            Parameter.duration("gap", "5").between("0.001", "86400").help("Between one step and the next.");
    static final Parameter<Duration> DELAY =
            Parameter.duration("delay", "10").between("0", "86400").help("When it fails, after the match.");
    static final Parameter<Integer> BUCKET = Parameter.integer("bucket", "0")
            .between("0", "100")
            .help("Which part of a trade at several prices, from 1; 0 for all of them.");
    static final Parameter<Then> THEN = Parameter.choice("then", Then.FAILS).help("What becomes of it in the end.");
    static final Parameter<Boolean> TOLD_FINAL =
            Parameter.flag("toldFinal", "false").help("Whether it was told confirmed before.");
    static final Parameter<Who> AGAINST =
            Parameter.choice("against", Who.WINNERS).help("Whose trades fail, by the price of the moment.");

    /** Ends of a reorganised trade. */
    enum Then {
        FAILS,
        CONFIRMS,
        STAYS
    }

    /** Trades by what they are worth for the account asked for, or the taker. */
    enum Who {
        WINNERS,
        LOSERS
    }

    private SettlementFaults() {}

    /**
     * All of them.
     *
     * @return by number
     */
    public static List<FaultKind> kinds() {
        return List.of(
                FaultKind.of(Fault.F25, SettlementFaults::slow, MINED, CONFIRMED),
                FaultKind.of(Fault.F26, SettlementFaults::retried, RETRIES, GAP),
                FaultKind.of(Fault.F27, SettlementFaults::fails, DELAY, BUCKET),
                FaultKind.of(Fault.F28, SettlementFaults::never),
                FaultKind.of(Fault.F29, SettlementFaults::reorganised, GAP, THEN, TOLD_FINAL),
                FaultKind.of(Fault.F31, SettlementFaults::adverse, DELAY, AGAINST));
    }

    private static Effect slow(Injection injection) {
        Duration mined = injection.get(MINED);
        Duration confirmed = injection.get(CONFIRMED).compareTo(mined) < 0 ? mined : injection.get(CONFIRMED);
        return Effects.settle(
                injection,
                trade -> true,
                (trade, usual) ->
                        plan(step(mined, SettlementStatus.MINED), step(confirmed, SettlementStatus.CONFIRMED)));
    }

    private static Effect retried(Injection injection) {
        return Effects.settle(injection, trade -> true, (trade, usual) -> {
            List<SettlementPlan.Step> steps = new ArrayList<>();
            Duration at = injection.get(GAP);
            for (int i = 0; i < injection.get(RETRIES); i++) {
                steps.add(step(at, SettlementStatus.RETRYING));
                at = at.plus(injection.get(GAP));
            }
            steps.add(step(at, SettlementStatus.MINED));
            steps.add(step(at.plus(injection.get(GAP)), SettlementStatus.CONFIRMED));
            return new SettlementPlan(steps);
        });
    }

    private static Effect fails(Injection injection) {
        int bucket = injection.get(BUCKET);
        return Effects.settle(
                injection, trade -> bucket == 0 || trade.bucket() == bucket - 1, (trade, usual) -> failing(injection));
    }

    private static SettlementPlan failing(Injection injection) {
        Duration delay = injection.get(DELAY);
        return plan(step(delay.dividedBy(2), SettlementStatus.RETRYING), step(delay, SettlementStatus.FAILED));
    }

    private static Effect never(Injection injection) {
        return Effects.settle(injection, trade -> true, (trade, usual) -> new SettlementPlan(List.of()));
    }

    private static Effect reorganised(Injection injection) {
        return Effects.settle(injection, trade -> true, (trade, usual) -> {
            Duration gap = injection.get(GAP);
            List<SettlementPlan.Step> steps = new ArrayList<>();
            steps.add(step(gap, SettlementStatus.MINED));
            if (injection.get(TOLD_FINAL)) {
                steps.add(step(gap.multipliedBy(2), SettlementStatus.CONFIRMED));
            }
            steps.add(step(gap.multipliedBy(3), SettlementStatus.RETRYING));
            switch (injection.get(THEN)) {
                case FAILS -> steps.add(step(gap.multipliedBy(4), SettlementStatus.FAILED));
                case CONFIRMS -> {
                    steps.add(step(gap.multipliedBy(4), SettlementStatus.MINED));
                    steps.add(step(gap.multipliedBy(5), SettlementStatus.CONFIRMED));
                }
                case STAYS -> {
                    // It is retried without end.
                }
            }
            return new SettlementPlan(steps);
        });
    }

    private static Effect adverse(Injection injection) {
        boolean winners = injection.get(AGAINST) == Who.WINNERS;
        return Effects.settle(
                injection,
                trade -> worth(injection, trade) * (winners ? 1 : -1) > 0,
                (trade, usual) -> failing(injection));
    }

    /** What the middle of the book says the trade is worth to whom is asked for, micros a share. */
    private static long worth(Injection injection, ExchangeTrade trade) {
        String account = injection.trigger().spec().where().account();
        ExchangeTrade.Leg leg = new Deal(trade)
                .legs()
                .filter(each -> account == null || each.account().name().equals(account))
                .findFirst()
                .orElse(trade.taker());
        Quote quote = injection.venue().state().exchange().quote(leg.instrument());
        long bid =
                quote.bid().map(BookLevel::price).map(price -> price.micros()).orElse(0L);
        long ask =
                quote.ask().map(BookLevel::price).map(price -> price.micros()).orElse(1_000_000L);
        long gain = (bid + ask) / 2 - leg.price().micros();
        return leg.side() == Side.BUY ? gain : -gain;
    }

    private static SettlementPlan plan(SettlementPlan.Step... steps) {
        return new SettlementPlan(List.of(steps));
    }

    private static SettlementPlan.Step step(Duration after, SettlementStatus status) {
        return new SettlementPlan.Step(after, status);
    }
}
