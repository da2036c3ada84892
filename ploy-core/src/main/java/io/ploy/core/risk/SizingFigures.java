package io.ploy.core.risk;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.Event;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.order.Belief;
import io.ploy.api.order.ClientOrderId;
import io.ploy.core.portfolio.UsedCapital;
import io.ploy.core.sizing.AllInPrice;
import io.ploy.core.sizing.SizingInput;
import io.ploy.core.sizing.SizingInputs;
import org.jspecify.annotations.Nullable;

/** What is known when an order is sized, as if the order itself were not there. Used again for the next order. */
final class SizingFigures implements SizingInputs {
    private final RiskSettings settings;
    private final RiskWorld world;
    private @Nullable Candidate candidate;

    SizingFigures(RiskSettings settings, RiskWorld world) {
        this.settings = settings;
        this.world = world;
    }

    SizingFigures of(Candidate order) {
        candidate = order;
        return this;
    }

    private Candidate order() {
        if (candidate == null) {
            throw new IllegalStateException("no order to size");
        }
        return candidate;
    }

    @Override
    public long value(SizingInput input) {
        Candidate order = order();
        ClientOrderId id = order.id();
        UsedCapital used = order.portfolio().usedCapital();
        Belief belief = order.request().belief().orElse(null);
        return switch (input) {
            case ALL_IN -> AllInPrice.of(order.request(), order.market());
            case PROBABILITY -> belief == null ? ABSENT : belief.probability().micros();
            case CONFIDENCE -> belief == null ? ABSENT : belief.confidenceMicros();
            case EQUITY -> world.equity().micros();
            case BANKROLL -> bankroll(order);
            case BALANCE ->
                order.balance()
                        .available()
                        .plus(used.ofOrder(id))
                        .plus(used.inAll(id))
                        .micros();
            case SLOTS_OF_OTHERS -> slotsOfOthers(order);
            case USED_BY_SLOT -> used.inMarket(id).micros();
            case DRAWDOWN -> world.drawdown(order.strategy());
            case DRAWDOWN_LIMIT -> order.limits().raw(Limit.MAX_STRATEGY_DRAWDOWN);
            case HELD_IN_OUTCOME -> used.inOutcome(id).micros();
            case HELD_IN_EVENT -> used.inEvent(id).micros();
            case OTHER_OUTCOMES ->
                belief == null || !isExclusive(order.market())
                        ? ABSENT
                        : belief.others().size();
            case OTHER_PROBABILITY, OTHER_ALL_IN -> ABSENT;
        };
    }

    @Override
    public long value(SizingInput input, int outcome) {
        Belief belief = order().request().belief().orElseThrow();
        Belief.Other other = belief.others().get(outcome);
        return input == SizingInput.OTHER_PROBABILITY ? other.probability().micros() : allIn(other.instrument());
    }

    /** What the strategy has of its domain, and what it made of it. */
    private long bankroll(Candidate order) {
        long profit = world.profit(order.strategy());
        if (profit == RiskWorld.UNKNOWN) {
            return ABSENT;
        }
        Cash allocated = settings.allocation()
                .allocationOfStrategy(settings.scopes().domain(order.market()), order.strategy(), world.equity());
        return Math.addExact(allocated.micros(), profit);
    }

    /** The market of the order counts as one of the strategy's as soon as the order is reserved. */
    private static long slotsOfOthers(Candidate order) {
        return Math.max(0, order.portfolio().exposures().openMarkets(order.strategy()) - 1);
    }

    private static boolean isExclusive(Market market) {
        EventStructure structure = market.event().map(Event::structure).orElse(EventStructure.INDEPENDENT);
        return structure == EventStructure.EXCLUSIVE || structure == EventStructure.EXCLUSIVE_AND_EXHAUSTIVE;
    }

    /** Of an outcome of the same event for which there is a price that can be trusted. */
    private long allIn(InstrumentId instrument) {
        Market market = world.marketOf(instrument);
        if (market == null || !isOfSameEvent(market)) {
            return ABSENT;
        }
        OrderBook book = world.book(instrument);
        long ask = book.trust() == BookTrust.LIVE ? book.bestAskMicros() : OrderBook.NONE;
        return ask == OrderBook.NONE ? ABSENT : AllInPrice.taking(Price.ofMicros(ask), market);
    }

    private boolean isOfSameEvent(Market market) {
        return market.event()
                .flatMap(event -> order().market().event().map(own -> own.id().equals(event.id())))
                .orElse(false);
    }
}
