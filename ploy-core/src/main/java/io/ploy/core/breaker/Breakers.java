package io.ploy.core.breaker;

import java.time.Instant;

/**
 * Every breaker, and which of them a fact concerns where it concerns several. What concerns one only is told to that one.
 *
 * <p>Breakers remember what they compare and nothing else: what tripped is kept by {@link TradingStates}. After a restart each
 * begins anew, and its first good news clears what an earlier run left, if evidence may.
 *
 * <p><b>Threading.</b> The engine's thread only. Times never go back; one that does counts as it is.
 */
public final class Breakers {
    private final FeedBreaker feed;
    private final CircuitBreaker gateway;
    private final UnknownOrderBreaker unknownOrders;
    private final SettlementBreaker settlement;
    private final RejectBreaker reject;
    private final OwnBugBreaker ownBug;
    private final StrategyFaultBreaker strategyFault;
    private final DailyLossBreaker dailyLoss;
    private final DrawdownBreaker drawdown;
    private final LossRateBreaker lossRate;
    private final MarkUnknownBreaker markUnknown;
    private final TradeRateBreaker tradeRate;
    private final ClockBreaker clock;

    /**
     * Breakers that know nothing yet.
     *
     * @param settings when they trip
     * @param seed of the gateway's jitter
     * @param listener hears of trips and clears
     */
    public Breakers(BreakerSettings settings, long seed, BreakerListener listener) {
        feed = new FeedBreaker(settings.feed(), listener);
        gateway = new CircuitBreaker(CircuitBreaker.GATEWAY, settings.gateway(), seed, listener);
        unknownOrders = new UnknownOrderBreaker(settings.unknownOrder(), listener);
        settlement = new SettlementBreaker(settings.settlement(), listener);
        reject = new RejectBreaker(settings.reject(), listener);
        ownBug = new OwnBugBreaker(listener);
        strategyFault = new StrategyFaultBreaker(listener);
        dailyLoss = new DailyLossBreaker(settings.loss(), listener);
        drawdown = new DrawdownBreaker(listener);
        lossRate = new LossRateBreaker(settings.loss(), listener);
        markUnknown = new MarkUnknownBreaker(settings.mark(), listener);
        tradeRate = new TradeRateBreaker(settings.tradeRate(), listener);
        clock = new ClockBreaker(listener);
    }

    /**
     * Time passed; once a second will do.
     *
     * @param now the time
     */
    public void onTime(Instant now) {
        feed.onTime(now);
        unknownOrders.onTime(now);
        markUnknown.onTime(now);
    }

    /**
     * The venue refused an order as such: it was reached, and said no.
     *
     * @param order its id
     * @param strategy whose
     * @param ours whether the order was wrong; that is {@link OwnBug}, not a failure of the market
     * @param now the time
     */
    public void onVenueReject(String order, String strategy, boolean ours, Instant now) {
        gateway.onAnswer(order, CircuitBreaker.Answer.ACK, now);
        if (!ours) {
            reject.onReject(strategy, now);
        }
    }

    /**
     * An order goes out.
     *
     * @param order its id
     * @param reducing whether it reduces
     * @param now the time
     */
    public void onOrder(String order, boolean reducing, Instant now) {
        gateway.onSent(order, reducing);
        tradeRate.onOrder(now);
    }

    /**
     * A scope's day was measured.
     *
     * @param figures of it
     * @param now the time
     */
    public void onDay(DayFigures figures, Instant now) {
        dailyLoss.onDay(figures);
        lossRate.onDay(figures, now);
    }

    /**
     * A market ended: nothing is remembered of it.
     *
     * @param market its id
     */
    public void onEnd(String market) {
        feed.onUnsubscribed(market);
        markUnknown.forget(market);
        settlement.forget(market);
    }

    /**
     * A person cleared a cause: what led to it counts no longer, but what is still so trips again.
     *
     * @param scope of which
     * @param cause its name
     */
    public void onReset(Scope scope, String cause) {
        switch (cause) {
            case RejectBreaker.NAME -> reject.onReset(scope);
            case SettlementBreaker.NAME -> settlement.onReset(scope);
            case LossRateBreaker.NAME -> lossRate.onReset(scope);
            case TradeRateBreaker.NAME -> tradeRate.onReset();
            default -> {
                // The others remember nothing that a person's decision changes.
            }
        }
    }

    /**
     * Books without trust.
     *
     * @return always the same
     */
    public FeedBreaker feed() {
        return feed;
    }

    /**
     * The way to the venue.
     *
     * @return always the same
     */
    public CircuitBreaker gateway() {
        return gateway;
    }

    /**
     * Orders in doubt.
     *
     * @return always the same
     */
    public UnknownOrderBreaker unknownOrders() {
        return unknownOrders;
    }

    /**
     * Trades that fail on chain.
     *
     * @return always the same
     */
    public SettlementBreaker settlement() {
        return settlement;
    }

    /**
     * Mistakes of ours.
     *
     * @return always the same
     */
    public OwnBugBreaker ownBug() {
        return ownBug;
    }

    /**
     * Strategies that fail.
     *
     * @return always the same
     */
    public StrategyFaultBreaker strategyFault() {
        return strategyFault;
    }

    /**
     * Equity below its peak.
     *
     * @return always the same
     */
    public DrawdownBreaker drawdown() {
        return drawdown;
    }

    /**
     * Holdings without a mark.
     *
     * @return always the same
     */
    public MarkUnknownBreaker markUnknown() {
        return markUnknown;
    }

    /**
     * How often we trade.
     *
     * @return always the same; orders are told to {@link #onOrder}
     */
    public TradeRateBreaker tradeRate() {
        return tradeRate;
    }

    /**
     * Our clock beside the venue's.
     *
     * @return always the same
     */
    public ClockBreaker clock() {
        return clock;
    }
}
