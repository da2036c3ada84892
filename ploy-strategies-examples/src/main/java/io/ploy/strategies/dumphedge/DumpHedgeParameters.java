package io.ploy.strategies.dumphedge;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.plugin.Parameter;
import java.time.Duration;
import java.util.List;

/** Everything that can be set. Defaults are start values to be replaced by evidence, not calibrated ones. */
final class DumpHedgeParameters {
    static final Parameter<String> MARKETS = Parameter.text("markets", "*")
            .help(
                    "Which markets, by patterns on their slug with * and ?, separated by commas. Only markets with a window"
                            + " are traded.");

    static final Parameter<Quantity> SHARES =
            Parameter.quantity("shares", "20").between("0.01", "1000000").help("How many shares leg 1 buys.");

    static final Parameter<Duration> LOOKBACK =
            Parameter.duration("lookback", "3").between("1", "30").help("How far back the high before a fall may lie.");

    static final Parameter<Double> MOVE_PCT = Parameter.decimal("movePct", "0.15")
            .between("0.03", "0.6")
            .unit("fraction of the high")
            .help("How far the ask must have fallen below the high.");

    static final Parameter<Price> MIN_MOVE =
            Parameter.price("minMove", "0.04").help("How far the ask must have fallen, at least, in price.");

    static final Parameter<Price> MAX_SPREAD =
            Parameter.price("maxSpread", "0.04").help("The widest spread after the fall that is believed.");

    static final Parameter<Quantity> MIN_DEPTH = Parameter.quantity("minDepth", "50")
            .unit("shares each side")
            .help(
                    "What must rest within maxSpread of the best price, before and after the fall: an emptied book is not a"
                            + " crash.");

    static final Parameter<Price> MAX_LEG1_PRICE =
            Parameter.price("maxLeg1Price", "0.45").between("0.01", "0.99").help("Leg 1 never pays more than this.");

    static final Parameter<Duration> ENTRY_WINDOW = Parameter.duration("entryWindow", "120")
            .unit("s after start")
            .help("Leg 1 is bought only this soon after the window opens.");

    static final Parameter<Duration> MIN_TIME_TO_END =
            Parameter.duration("minTimeToEnd", "90").unit("s before end").help("Leg 1 needs this much time left.");

    static final Parameter<Cash> VETO_EDGE = Parameter.cash("vetoEdge", "-0.02")
            .between("-1", "1")
            .unit("USD/share")
            .help("Where a probability is known, leg 1 needs this much of it above its cost: a fall that the reference"
                    + " explains is news, not a crash.");

    static final Parameter<Duration> VOL_HALF_LIFE = Parameter.duration("volHalfLife", "120")
            .between("10", "3600")
            .help("After which a movement of the reference counts half in the volatility behind that probability.");

    static final Parameter<String> REFERENCE_SOURCE = Parameter.text("referenceSource", "")
            .help("Which source's reference prices are believed; empty for the first one heard of each symbol.");

    static final Parameter<Price> TARGET_BASE = Parameter.price("targetBase", "0.03")
            .unit("USD/pair")
            .help("The profit a pair must lock while there is time.");

    static final Parameter<Price> TARGET_URGENT = Parameter.price("targetUrgent", "0.01")
            .unit("USD/pair")
            .help("The profit a pair must lock when time is short.");

    static final Parameter<Duration> RAMP_FROM = Parameter.duration("rampFrom", "180")
            .unit("s before end")
            .help("From here on the target falls in a straight line.");

    static final Parameter<Duration> RAMP_TO =
            Parameter.duration("rampTo", "60").unit("s before end").help("Until here, where it is targetUrgent.");

    static final Parameter<HedgeStyle> HEDGE_STYLE =
            Parameter.choice("hedgeStyle", HedgeStyle.TAKER).help("Whether the hedge takes or rests until forceAt.");

    static final Parameter<Duration> FORCE_AT = Parameter.duration("forceAt", "20")
            .between("10", "120")
            .unit("s before end")
            .help("From here on endPolicy decides about what is not hedged.");

    static final Parameter<EndPolicy> END_POLICY =
            Parameter.choice("endPolicy", EndPolicy.BEST_OF).help("What then becomes of it.");

    static final Parameter<Price> MAX_PAIR_LOSS = Parameter.price("maxPairLoss", "0.03")
            .unit("USD/pair")
            .help("The most that hedging or selling at the end may lose.");

    static final Parameter<Quantity> MERGE_MIN = Parameter.quantity("mergeMin", "20")
            .unit("pairs")
            .help("Fewer pairs wait for resolution instead of being merged.");

    static final Parameter<Integer> MAX_POSITIONS = Parameter.integer("maxPositions", "3")
            .between("1", "100")
            .unit("markets")
            .help("In so many markets at most something is held or asked for at once.");

    static final Parameter<Duration> COOLDOWN = Parameter.duration("cooldown", "30")
            .help("How long a market rests after a position in it came to nothing.");

    static final Parameter<Duration> RETRY_COOLDOWN = Parameter.duration("retryCooldown", "2")
            .help("How long to wait after an order that was refused or found nothing.");

    static final Parameter<Duration> MAX_BOOK_AGE =
            Parameter.duration("maxBookAge", "2").help("How old the last change of a book side may be for leg 1.");

    static final Parameter<Duration> MAX_REFERENCE_AGE =
            Parameter.duration("maxReferenceAge", "3").help("How old a reference price may be for a probability.");

    static final Parameter<FillTrust> FILL_TRUST =
            Parameter.choice("fillTrust", FillTrust.CONFIRMED).help("Which fills of leg 1 may be hedged.");

    static final Parameter<Duration> CANCEL_LEAD = Parameter.duration("cancelLead", "5")
            .unit("s before end")
            .help("From here on nothing of ours rests on the book.");

    private static final List<Parameter<?>> ALL = List.of(
            MARKETS,
            SHARES,
            LOOKBACK,
            MOVE_PCT,
            MIN_MOVE,
            MAX_SPREAD,
            MIN_DEPTH,
            MAX_LEG1_PRICE,
            ENTRY_WINDOW,
            MIN_TIME_TO_END,
            VETO_EDGE,
            VOL_HALF_LIFE,
            REFERENCE_SOURCE,
            TARGET_BASE,
            TARGET_URGENT,
            RAMP_FROM,
            RAMP_TO,
            HEDGE_STYLE,
            FORCE_AT,
            END_POLICY,
            MAX_PAIR_LOSS,
            MERGE_MIN,
            MAX_POSITIONS,
            COOLDOWN,
            RETRY_COOLDOWN,
            MAX_BOOK_AGE,
            MAX_REFERENCE_AGE,
            FILL_TRUST,
            CANCEL_LEAD);

    private DumpHedgeParameters() {}

    static List<Parameter<?>> all() {
        return ALL;
    }
}
