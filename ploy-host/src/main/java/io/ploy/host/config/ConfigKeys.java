package io.ploy.host.config;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.plugin.Parameter;
import io.ploy.core.StopPolicy;
import io.ploy.core.allocation.Fraction;
import io.ploy.core.engine.Supervision;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import io.ploy.host.backtest.RiskProfile;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The keys with a kind, a range and a default, by the section they stand in. */
final class ConfigKeys {
    static final Parameter<Duration> LIFE = Parameter.duration("life", "15")
            .between("8", "600")
            .help("How long the lease lasts unless it is renewed: how long a standby waits for a leader that died.");
    static final Parameter<Duration> RENEW_EVERY = Parameter.duration("renewEvery", "5")
            .between("0.5", "60")
            .help("How often it is renewed. Nothing is sent while less than 5 s of it are left.");
    static final List<Parameter<?>> LEASE = List.of(LIFE, RENEW_EVERY);

    static final Parameter<Boolean> TABLES =
            Parameter.flag("tables", "true").help("Whether the database has tables for queries beside the journal.");

    static final Parameter<StopPolicy.Orders> ORDERS = Parameter.choice("orders", StopPolicy.Orders.CANCEL)
            .help("What becomes of open orders: cancelled, or left for the next start.");
    static final Parameter<StopPolicy.Positions> POSITIONS = Parameter.choice("positions", StopPolicy.Positions.KEEP)
            .help("What becomes of what is held: kept, or sold to whoever buys.");
    static final Parameter<Duration> STRATEGIES_WITHIN = Parameter.duration("strategiesWithin", "2")
            .between("0.1", "60")
            .help("How long strategies may take to end.");
    static final Parameter<Duration> ORDERS_WITHIN = Parameter.duration("ordersWithin", "15")
            .between("0.1", "600")
            .help("How long the venue may take to answer sends, sales and cancels.");
    static final Parameter<Duration> SETTLEMENT_WITHIN = Parameter.duration("settlementWithin", "0")
            .between("0", "600")
            .help("How long to wait for fills that are not final; the next start follows them anyway.");
    static final Parameter<Duration> LOOK_WITHIN = Parameter.duration("lookWithin", "5")
            .between("0.1", "120")
            .help("How long the last reading of the venue's open orders may take.");
    static final List<Parameter<?>> STOP =
            List.of(ORDERS, POSITIONS, STRATEGIES_WITHIN, ORDERS_WITHIN, SETTLEMENT_WITHIN, LOOK_WITHIN);

    static final Parameter<Duration> ANSWER_WITHIN = Parameter.duration("answerWithin", "5")
            .between("0.5", "60")
            .help("How long the venue may take to answer an order before it is in doubt.");
    static final Parameter<Integer> RESENDS = Parameter.integer("resends", "2")
            .between("0", "10")
            .help("How often an order that was lost is sent again, with the same bytes, while it is wanted.");
    static final Parameter<Duration> PERSON_AFTER = Parameter.duration("personAfter", "5m")
            .between("10", "86400")
            .help("How long an order may be in doubt before new risk stops and a person is asked.");
    static final Parameter<Duration> SWEEP_EVERY = Parameter.duration("sweepEvery", "60")
            .between("1", "600")
            .help("How often open orders and trades are compared with the venue's.");
    static final Parameter<Duration> BALANCES_EVERY = Parameter.duration("balancesEvery", "2m")
            .between("1", "3600")
            .help("How often balances are compared, at most as often as orders.");
    static final Parameter<Cash> CASH_TOLERANCE = Parameter.cash("cashTolerance", "1")
            .help("A difference in cash above it, and above half a percent of what is held, halts the account.");
    static final Parameter<Quantity> SHARE_TOLERANCE =
            Parameter.quantity("shareTolerance", "1").help("The same for shares of one outcome.");
    static final List<Parameter<?>> SUPERVISION =
            List.of(ANSWER_WITHIN, RESENDS, PERSON_AFTER, SWEEP_EVERY, BALANCES_EVERY, CASH_TOLERANCE, SHARE_TOLERANCE);

    static final Parameter<RiskProfile> PROFILE = Parameter.choice("profile", RiskProfile.CONSERVATIVE)
            .help("Where the limits below begin: standard has five times the USD at risk.");
    static final List<Parameter<?>> LIMITS = Stream.concat(
                    Stream.of(PROFILE), Stream.of(Limit.values()).map(Limit::parameter))
            .toList();

    static final List<Limit> OF_STRATEGY =
            Stream.of(Limit.values()).filter(Limit::isOfStrategy).toList();

    static final Parameter<Double> RESERVE =
            Parameter.decimal("reserve", "0.1").between("0", "1").help("The part of equity that no order uses.");
    static final Parameter<Boolean> OVERLAP = Parameter.flag("overlap", "false")
            .help("Whether shares may add up to more than 1, so that who comes first has it.");
    static final List<Parameter<?>> ALLOCATION = List.of(RESERVE, OVERLAP);
    static final Parameter<Double> SHARE = Parameter.decimal("share", "1").between("0", "1");
    static final Parameter<Duration> WINDOW = Parameter.duration("window", "5m").between("1", "86400");
    static final Parameter<Cash> CAP = Parameter.cash("cap", "0");
    static final Parameter<Cash> AMOUNT = Parameter.cash("amount", "0");

    private ConfigKeys() {}

    /** A part of a whole in at most six decimals. */
    static Fraction fraction(double part) {
        return Fraction.parse(BigDecimal.valueOf(part).toPlainString());
    }

    static StopPolicy stop(Section section) {
        return new StopPolicy(
                section.value(ORDERS),
                section.value(POSITIONS),
                section.value(STRATEGIES_WITHIN),
                section.value(ORDERS_WITHIN),
                section.value(SETTLEMENT_WITHIN),
                section.value(LOOK_WITHIN));
    }

    static Supervision supervision(Section section) {
        Supervision usual = Supervision.DEFAULT;
        return new Supervision(
                section.value(ANSWER_WITHIN),
                usual.matchWithin(),
                usual.cancelWithin(),
                section.value(RESENDS),
                usual.absentAfter(),
                section.value(PERSON_AFTER),
                section.value(SWEEP_EVERY),
                section.value(BALANCES_EVERY),
                usual.quiet(),
                section.value(CASH_TOLERANCE),
                section.value(SHARE_TOLERANCE));
    }

    /** What a file does not set is as its profile has it. */
    static RiskLimits limits(Section section) {
        RiskLimits.Builder limits = section.value(PROFILE).limits().toBuilder();
        for (Limit limit : Limit.values()) {
            if (section.has(limit.parameter().name())) {
                limits.set(limit, section.value(limit.parameter()));
            }
        }
        return limits.build();
    }
}
