package io.ploy.core.breaker;

import io.ploy.api.money.Cash;
import java.time.Duration;

/**
 * When breakers trip. What is not legal is refused with the key, what was found and what is allowed.
 *
 * @param feed books without trust
 * @param gateway failures on the way to the venue
 * @param unknownOrder orders in doubt
 * @param settlement trades that fail on chain
 * @param reject orders the venue refuses
 * @param loss losses of a day
 * @param mark holdings without a mark
 * @param tradeRate how often we trade
 */
public record BreakerSettings(
        Feed feed,
        Circuit gateway,
        UnknownOrder unknownOrder,
        Settlement settlement,
        Reject reject,
        Loss loss,
        Mark mark,
        TradeRate tradeRate) {
    /** The usual. */
    public static final BreakerSettings DEFAULT = new BreakerSettings(
            new Feed(Duration.ofSeconds(30), Duration.ofSeconds(10)),
            new Circuit(
                    5,
                    Duration.ofSeconds(30),
                    5_000,
                    10,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(300),
                    2_000,
                    3,
                    Cash.ofUsd(5)),
            new UnknownOrder(3, Duration.ofSeconds(300)),
            new Settlement(50, 1_000, 3, Duration.ofHours(1)),
            new Reject(5, Duration.ofSeconds(60)),
            new Loss(12_000, 5_000, Duration.ofMinutes(5)),
            new Mark(Duration.ofSeconds(60)),
            new TradeRate(300, 5));

    /**
     * When books are not to be traded by. What feeds them judges silence, and distrusts the books it concerns.
     *
     * @param untrusted a live market without a trusted book
     * @param liveFor how long they must be trusted again
     */
    public record Feed(Duration untrusted, Duration liveFor) {
        /** Checks them. */
        public Feed {
            Allowed.duration("breakers.feed.untrusted", untrusted);
            Allowed.duration("breakers.feed.liveFor", liveFor);
        }
    }

    /**
     * When a circuit opens and closes.
     *
     * @param failures within the window that open it
     * @param window how long an answer counts
     * @param errorBasisPoints failed answers above this portion open it
     * @param leastAnswers in the window for the portion to count
     * @param firstWait before the first probe
     * @param longestWait however often it opened again
     * @param jitterBasisPoints by which a longer wait differs at random, up or down
     * @param acks in a row that close it
     * @param probeNotional the most that an order may be worth while it is half open
     */
    public record Circuit(
            int failures,
            Duration window,
            int errorBasisPoints,
            int leastAnswers,
            Duration firstWait,
            Duration longestWait,
            int jitterBasisPoints,
            int acks,
            Cash probeNotional) {
        /** Checks them. */
        public Circuit {
            Allowed.count("breakers.gateway.failures", failures, 1, 1_000);
            Allowed.duration("breakers.gateway.window", window);
            Allowed.count("breakers.gateway.errorBasisPoints", errorBasisPoints, 1, 9_999);
            Allowed.count("breakers.gateway.leastAnswers", leastAnswers, 1, 1_000);
            Allowed.duration("breakers.gateway.longestWait", longestWait);
            Allowed.duration("breakers.gateway.firstWait", firstWait);
            Allowed.notAbove("breakers.gateway.firstWait", firstWait, longestWait);
            Allowed.count("breakers.gateway.jitterBasisPoints", jitterBasisPoints, 0, 5_000);
            Allowed.count("breakers.gateway.acks", acks, 1, 100);
            Allowed.micros("breakers.gateway.probeNotional", probeNotional.micros(), "USD");
        }
    }

    /**
     * When doubt is too much.
     *
     * @param accountLimit orders in doubt that the account may have
     * @param personAfter how long one may be in doubt
     */
    public record UnknownOrder(int accountLimit, Duration personAfter) {
        /** Checks them. */
        public UnknownOrder {
            Allowed.count("breakers.unknownOrder.accountLimit", accountLimit, 0, 1_000);
            Allowed.duration("breakers.unknownOrder.personAfter", personAfter);
        }
    }

    /**
     * When trades that fail on chain are too many.
     *
     * @param legs of a market that are looked at, the last ones
     * @param failedBasisPoints above which portion of them it trips
     * @param accountFailures within the window, anywhere
     * @param window how long a failure counts for the account
     */
    public record Settlement(int legs, int failedBasisPoints, int accountFailures, Duration window) {
        /** Checks them. */
        public Settlement {
            Allowed.count("breakers.settlement.legs", legs, 1, 10_000);
            Allowed.count("breakers.settlement.failedBasisPoints", failedBasisPoints, 0, 9_999);
            Allowed.count("breakers.settlement.accountFailures", accountFailures, 1, 1_000);
            Allowed.duration("breakers.settlement.window", window);
        }
    }

    /**
     * When refused orders are too many.
     *
     * @param rejects within the window
     * @param window how long one counts
     */
    public record Reject(int rejects, Duration window) {
        /** Checks them. */
        public Reject {
            Allowed.count("breakers.reject.rejects", rejects, 1, 1_000);
            Allowed.duration("breakers.reject.window", window);
        }
    }

    /**
     * When losses stop trading; the limits themselves come with the figures.
     *
     * @param haltBasisPoints of the account's daily limit that halt it
     * @param rateBasisPoints of a strategy's daily limit, above which it may not lose within the window
     * @param rateWindow how long
     */
    public record Loss(int haltBasisPoints, int rateBasisPoints, Duration rateWindow) {
        /** Checks them. */
        public Loss {
            Allowed.count("breakers.loss.haltBasisPoints", haltBasisPoints, 10_000, 100_000);
            Allowed.count("breakers.loss.rateBasisPoints", rateBasisPoints, 1, 10_000);
            Allowed.duration("breakers.loss.rateWindow", rateWindow, Duration.ofSeconds(1), Duration.ofHours(1));
        }
    }

    /**
     * When a holding without a mark stops its market.
     *
     * @param unknownFor above which it trips
     */
    public record Mark(Duration unknownFor) {
        /** Checks it. */
        public Mark {
            Allowed.duration("breakers.mark.unknownFor", unknownFor);
        }
    }

    /**
     * When we trade too often.
     *
     * @param perMinute above which orders or fills of a minute may trip
     * @param timesMedian of the minutes of the last day, above which they do
     */
    public record TradeRate(int perMinute, int timesMedian) {
        /** Checks them. */
        public TradeRate {
            Allowed.count("breakers.tradeRate.perMinute", perMinute, 1, 100_000);
            Allowed.count("breakers.tradeRate.timesMedian", timesMedian, 1, 1_000);
        }
    }
}
