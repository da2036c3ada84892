package io.ploy.host.config;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.plugin.Parameter;
import io.ploy.core.StopPolicy;
import io.ploy.core.engine.Supervision;
import io.ploy.core.risk.RiskLimits;
import io.ploy.host.backtest.RiskProfile;
import java.time.Duration;
import java.util.List;

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
    static final Parameter<Quantity> MAX_ORDER_QUANTITY =
            Parameter.quantity("maxOrderQuantity", "1000").help("The most shares of one order.");
    static final Parameter<Cash> MAX_ORDER_NOTIONAL =
            Parameter.cash("maxOrderNotional", "100").help("The most that one order may be worth at its limit.");
    static final Parameter<Quantity> MAX_POSITION = Parameter.quantity("maxPosition", "5000")
            .help("The most shares of one outcome the account may come to hold.");
    static final Parameter<Cash> MAX_MARKET_EXPOSURE =
            Parameter.cash("maxMarketExposure", "50").help("The most that one market may lose.");
    static final Parameter<Cash> MAX_ACCOUNT_EXPOSURE =
            Parameter.cash("maxAccountExposure", "500").help("The most that all markets together may lose.");
    static final Parameter<Integer> MAX_OPEN_ORDERS = Parameter.integer("maxOpenOrders", "50")
            .between("0", "10000")
            .help("The most open orders of one strategy.");
    static final Parameter<Integer> MORE_ORDERS_TO_REDUCE = Parameter.integer("moreOrdersToReduce", "10")
            .between("0", "10000")
            .help("How many more it may have to reduce risk.");
    static final Parameter<Cash> CASH_FLOOR = Parameter.cash("cashFloor", "10").help("Cash that no order may use.");
    static final Parameter<Duration> MAX_BOOK_AGE = Parameter.duration("maxBookAge", "5")
            .between("0.1", "60")
            .help("How long ago a book must have been heard of at the latest.");
    static final Parameter<Price> BLIND_SELL_FLOOR = Parameter.price("blindSellFloor", "0")
            .help("The lowest limit of a sale that reduces without a current book; 0 for never.");
    static final List<Parameter<?>> LIMITS = List.of(
            PROFILE,
            MAX_ORDER_QUANTITY,
            MAX_ORDER_NOTIONAL,
            MAX_POSITION,
            MAX_MARKET_EXPOSURE,
            MAX_ACCOUNT_EXPOSURE,
            MAX_OPEN_ORDERS,
            MORE_ORDERS_TO_REDUCE,
            CASH_FLOOR,
            MAX_BOOK_AGE,
            BLIND_SELL_FLOOR);

    private ConfigKeys() {}

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
        RiskLimits profile = switch (section.value(PROFILE)) {
            case CONSERVATIVE -> RiskLimits.conservative();
            case STANDARD -> RiskLimits.standard();
        };
        Price floor = section.value(BLIND_SELL_FLOOR);
        return RiskLimits.builder()
                .maxOrderQuantity(or(section, MAX_ORDER_QUANTITY, profile.maxOrderQuantity()))
                .maxOrderNotional(or(section, MAX_ORDER_NOTIONAL, profile.maxOrderNotional()))
                .maxPosition(or(section, MAX_POSITION, profile.maxPosition()))
                .maxMarketExposure(or(section, MAX_MARKET_EXPOSURE, profile.maxMarketExposure()))
                .maxAccountExposure(or(section, MAX_ACCOUNT_EXPOSURE, profile.maxAccountExposure()))
                .maxOpenOrders(or(section, MAX_OPEN_ORDERS, profile.maxOpenOrders()))
                .moreOrdersToReduce(or(section, MORE_ORDERS_TO_REDUCE, profile.moreOrdersToReduce()))
                .cashFloor(or(section, CASH_FLOOR, profile.cashFloor()))
                .maxBookAge(or(section, MAX_BOOK_AGE, profile.maxBookAge()))
                .blindSellFloor(floor.micros() == 0 ? null : floor)
                .build();
    }

    private static <T> T or(Section section, Parameter<T> parameter, T usual) {
        return section.has(parameter.name()) ? section.value(parameter) : usual;
    }
}
