package io.ploy.core.portfolio;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.FixedPoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One instrument over all strategies, and what a share of it pays. */
final class Holding {
    private final InstrumentId instrument;
    private final CashBook cash;
    private final Map<String, StrategyPosition> positions = new LinkedHashMap<>();
    private final Stake stake = Stake.ofAccount(this);
    private @Nullable MarketPair pair;
    /** Equal once the payout is known. */
    private long payoutIfWon = FixedPoint.ONE;

    private long payoutIfLost;
    private long payoutIfVoid = FixedPoint.ONE / 2;

    /** A holding must join a pair before anything else. */
    Holding(InstrumentId instrument, CashBook cash) {
        this.instrument = instrument;
        this.cash = cash;
    }

    InstrumentId instrument() {
        return instrument;
    }

    MarketPair pair() {
        return Objects.requireNonNull(pair);
    }

    void joins(MarketPair market) {
        pair = market;
    }

    /** What the account has at stake. */
    Stake stake() {
        return stake;
    }

    Map<String, StrategyPosition> positions() {
        return positions;
    }

    @Nullable
    StrategyPosition position(String strategy) {
        return positions.get(strategy);
    }

    /** A strategy's position, flat if it had none. */
    StrategyPosition positionOf(Owner strategy) {
        return positions.computeIfAbsent(strategy.name(), unseen -> new StrategyPosition(this, cash));
    }

    /** The share's payout in the state in which this outcome comes true. */
    long payoutIfWon() {
        return payoutIfWon;
    }

    /** The share's payout in the state in which the other outcome comes true. */
    long payoutIfLost() {
        return payoutIfLost;
    }

    /** The share's payout if every outcome pays the same. */
    long payoutIfVoid() {
        return payoutIfVoid;
    }

    void payoutKnown(long payoutMicros) {
        payoutIfWon = payoutMicros;
        payoutIfLost = payoutMicros;
        payoutIfVoid = payoutMicros;
        positions.values().forEach(StrategyPosition::payoutKnown);
    }

    void redeem() {
        positions.values().forEach(StrategyPosition::redeem);
    }
}
