package io.ploy.core.engine;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import java.time.Duration;

/**
 * How the engine looks after what it was told nothing of: orders without an answer, orders in doubt, and the venue's own
 * lists and balances against the books.
 *
 * @param answerWithin after a send, how long the venue may take to answer before the order is in doubt
 * @param matchWithin how long an order that is delayed or matched may take, after the market's delay, until its fills are there
 * @param cancelWithin how long a cancel may stay without an end before the order is in doubt
 * @param resends how often an order in doubt is sent again, with the same bytes, while it is still wanted
 * @param absentAfter how long an order in doubt is looked for after its cancel, before it counts as never placed
 * @param personAfter how long an order may be in doubt before new risk stops and a person is asked
 * @param sweepEvery how often open orders and trades are read
 * @param balancesEvery how often balances are compared
 * @param quiet how long something must not have been touched to be compared
 * @param cashTolerance a difference in cash above it, and above half a percent of what is held, halts the account
 * @param shareTolerance the same for shares of one instrument
 */
public record Supervision(
        Duration answerWithin,
        Duration matchWithin,
        Duration cancelWithin,
        int resends,
        Duration absentAfter,
        Duration personAfter,
        Duration sweepEvery,
        Duration balancesEvery,
        Duration quiet,
        Cash cashTolerance,
        Quantity shareTolerance) {
    /** 5 s for an answer, 5 s for fills, 10 s for a cancel, two resends, 60 s to absence, 5 min to a person. */
    public static final Supervision DEFAULT = new Supervision(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            2,
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofSeconds(60),
            Duration.ofMinutes(2),
            Duration.ofSeconds(5),
            Cash.ofUsd(1),
            Quantity.ofShares(1));

    /** Checks the ranges. */
    public Supervision {
        positive(answerWithin, "answerWithin");
        positive(matchWithin, "matchWithin");
        positive(cancelWithin, "cancelWithin");
        positive(absentAfter, "absentAfter");
        positive(personAfter, "personAfter");
        positive(sweepEvery, "sweepEvery");
        positive(balancesEvery, "balancesEvery");
        positive(quiet, "quiet");
        if (resends < 0) {
            throw new IllegalArgumentException("resends must be 0 or more: " + resends);
        }
    }

    private static void positive(Duration value, String name) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + " must be longer than nothing: " + value);
        }
    }
}
