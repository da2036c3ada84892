package io.ploy.core.risk;

import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.plugin.Parameter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that may be limited. Each is read by a gate; its parameter says its key, its unit, its default, which is that
 * of the conservative profile, and what it means.
 */
@SuppressWarnings("ImmutableEnumChecker") // A parameter never changes, but is no enum of this library.
public enum Limit {
    /** The most shares of one order. */
    MAX_ORDER_QUANTITY(
            Parameter.quantity("maxOrderQuantity", "1000").help("The most shares of one order."), Loose.HIGHER, false),
    /** The most that one order of a strategy may be worth at its limit. */
    MAX_ORDER_NOTIONAL(
            Parameter.cash("maxOrderNotional", "25")
                    .help("The most that one order of a strategy may be worth at its limit."),
            Loose.HIGHER,
            true),
    /** The same for any order, whatever a strategy is given. */
    MAX_ACCOUNT_ORDER_NOTIONAL(
            Parameter.cash("maxAccountOrderNotional", "100")
                    .help("The same for any order, whatever a strategy is given."),
            Loose.HIGHER,
            true),
    /** The most shares of one outcome the account may come to hold. */
    MAX_POSITION(
            Parameter.quantity("maxPosition", "5000")
                    .help("The most shares of one outcome the account may come to hold."),
            Loose.HIGHER,
            false),
    /** In how many markets a strategy may hold something or have it on order. */
    MAX_OPEN_MARKETS(
            Parameter.integer("maxOpenMarkets", "10")
                    .between("0", "10000")
                    .help("In how many markets a strategy may hold something or have it on order."),
            Loose.HIGHER,
            false),
    /** In how many markets a strategy of pairs may hold more of one outcome than of the other. */
    MAX_UNHEDGED(
            Parameter.integer("maxUnhedged", "10000")
                    .between("0", "10000")
                    .help("In how many markets a strategy of pairs may hold more of one outcome than of the other."),
            Loose.HIGHER,
            false),
    /** The most that one market may lose. */
    MAX_MARKET_EXPOSURE(
            Parameter.cash("maxMarketExposure", "50").help("The most that one market may lose."), Loose.HIGHER, true),
    /** The most that one event may lose, its markets together. */
    MAX_EVENT_EXPOSURE(
            Parameter.cash("maxEventExposure", "100").help("The most that one event may lose, its markets together."),
            Loose.HIGHER,
            true),
    /** The most that a group may lose, such as windows that end within the same minute. */
    MAX_GROUP_EXPOSURE(
            Parameter.cash("maxGroupExposure", "100")
                    .help("The most that a group may lose, such as windows that end within the same minute."),
            Loose.HIGHER,
            true),
    /** The most that one strategy may lose. */
    MAX_STRATEGY_EXPOSURE(
            Parameter.cash("maxStrategyExposure", "100").help("The most that one strategy may lose."),
            Loose.HIGHER,
            true),
    /** The most that one domain may lose. */
    MAX_DOMAIN_EXPOSURE(
            Parameter.cash("maxDomainExposure", "250").help("The most that one domain may lose."), Loose.HIGHER, true),
    /** The most that all markets together may lose. */
    MAX_ACCOUNT_EXPOSURE(
            Parameter.cash("maxAccountExposure", "500").help("The most that all markets together may lose."),
            Loose.HIGHER,
            true),
    /** The most open orders of one strategy. */
    MAX_OPEN_ORDERS(
            Parameter.integer("maxOpenOrders", "50")
                    .between("0", "10000")
                    .help("The most open orders of one strategy."),
            Loose.HIGHER,
            false),
    /** The most open orders in one market. */
    MAX_MARKET_ORDERS(
            Parameter.integer("maxMarketOrders", "10")
                    .between("0", "10000")
                    .help("The most open orders in one market."),
            Loose.HIGHER,
            false),
    /** The most open orders in all. */
    MAX_ACCOUNT_ORDERS(
            Parameter.integer("maxAccountOrders", "500").between("0", "10000").help("The most open orders in all."),
            Loose.HIGHER,
            false),
    /** How many more there may be of each to reduce risk. */
    MORE_ORDERS_TO_REDUCE(
            Parameter.integer("moreOrdersToReduce", "10")
                    .between("0", "10000")
                    .help("How many more there may be of each to reduce risk."),
            Loose.HIGHER,
            false),
    /** How many orders of the account may be in doubt before new risk stops everywhere. */
    MAX_UNKNOWN_ORDERS(
            Parameter.integer("maxUnknownOrders", "3")
                    .between("0", "1000")
                    .help("How many orders of the account may be in doubt before new risk stops everywhere."),
            Loose.HIGHER,
            false),
    /** How many orders a strategy may send a second on average. */
    MAX_ORDERS_PER_SECOND(
            Parameter.integer("maxOrdersPerSecond", "5")
                    .between("1", "100000")
                    .help("How many orders a strategy may send a second on average."),
            Loose.HIGHER,
            false),
    /** How many of them may come at once. */
    ORDER_BURST(
            Parameter.integer("orderBurst", "10").between("1", "100000").help("How many of them may come at once."),
            Loose.HIGHER,
            false),
    /** How many orders the account may send a second on average. */
    MAX_ACCOUNT_ORDERS_PER_SECOND(
            Parameter.integer("maxAccountOrdersPerSecond", "50")
                    .between("1", "100000")
                    .help("How many orders the account may send a second on average."),
            Loose.HIGHER,
            false),
    /** How many of them may come at once. */
    ACCOUNT_ORDER_BURST(
            Parameter.integer("accountOrderBurst", "100")
                    .between("1", "100000")
                    .help("How many of them may come at once."),
            Loose.HIGHER,
            false),
    /** The part of both that is kept for orders that reduce. */
    RATE_RESERVE(
            Parameter.decimal("rateReserve", "0.2")
                    .between("0", "0.9")
                    .help("The part of both that is kept for orders that reduce."),
            Loose.LOWER,
            false),
    /** For how long the same order again counts as a mistake. */
    DUPLICATE_WINDOW(
            Parameter.duration("duplicateWindow", "2")
                    .between("0", "3600")
                    .help("For how long the same order again counts as a mistake."),
            Loose.LOWER,
            false),
    /** How far beyond the best opposite price an order may go. */
    PRICE_COLLAR(
            Parameter.price("priceCollar", "0.03").help("How far beyond the best opposite price an order may go."),
            Loose.HIGHER,
            false),
    /** The same in ticks; the wider of the two counts. */
    PRICE_COLLAR_TICKS(
            Parameter.integer("priceCollarTicks", "3")
                    .between("0", "1000")
                    .help("The same in ticks; the wider of the two counts."),
            Loose.HIGHER,
            false),
    /** The widest spread in which an order may trade at once. */
    MAX_SPREAD(
            Parameter.price("maxSpread", "0.1").help("The widest spread in which an order may trade at once."),
            Loose.HIGHER,
            false),
    /** The largest part of what is offered up to its limit that an order may take. */
    MAX_DEPTH_SHARE(
            Parameter.decimal("maxDepthShare", "0.5")
                    .between("0", "1")
                    .help("The largest part of what is offered up to its limit that an order may take."),
            Loose.HIGHER,
            false),
    /** How much worse than the best price the average of a trading order may be. */
    MAX_SLIPPAGE(
            Parameter.price("maxSlippage", "0.02")
                    .help("How much worse than the best price the average of a trading order may be."),
            Loose.HIGHER,
            false),
    /** Cash that no order may use. */
    CASH_FLOOR(Parameter.cash("cashFloor", "10").help("Cash that no order may use."), Loose.LOWER, false),
    /** The same as a part of equity; the larger of the two counts. */
    CASH_FLOOR_SHARE(
            Parameter.decimal("cashFloorShare", "0.05")
                    .between("0", "1")
                    .help("The same as a part of equity; the larger of the two counts."),
            Loose.LOWER,
            false),
    /** How long ago a book must have been heard of at the latest. */
    MAX_BOOK_AGE(
            Parameter.duration("maxBookAge", "5")
                    .between("0.1", "3600")
                    .help("How long ago a book must have been heard of at the latest."),
            Loose.HIGHER,
            false),
    /** The lowest limit of a sale that reduces without a current book; 0 for never. */
    BLIND_SELL_FLOOR(
            Parameter.price("blindSellFloor", "0")
                    .help("The lowest limit of a sale that reduces without a current book; 0 for never."),
            Loose.LOWER,
            false),
    /** How long before the end of its window a market takes no new risk. */
    MIN_TIME_LEFT(
            Parameter.duration("minTimeLeft", "0")
                    .between("0", "86400")
                    .help("How long before the end of its window a market takes no new risk."),
            Loose.LOWER,
            false),
    /** How long ago the books must have been compared with the venue at the latest. */
    MAX_COMPARISON_AGE(
            Parameter.duration("maxComparisonAge", "10m")
                    .between("1", "86400")
                    .help("How long ago the books must have been compared with the venue at the latest."),
            Loose.HIGHER,
            false),
    /** How long ago a market must have been read at the latest. */
    MAX_MARKET_AGE(
            Parameter.duration("maxMarketAge", "1h")
                    .between("1", "86400")
                    .help("How long ago a market must have been read at the latest, where it is read again and again."),
            Loose.HIGHER,
            false),
    /** How many days after its end a market without a resolution counts as one that may be void. */
    VOID_AFTER_DAYS(
            Parameter.integer("voidAfterDays", "7")
                    .between("1", "365")
                    .help("Days after its window's end from which a market without a resolution may turn out void."),
            Loose.HIGHER,
            false),
    /** How long ago the account must have been looked at, where somebody looks. */
    MAX_ACCOUNT_CHECK_AGE(
            Parameter.duration("maxAccountCheckAge", "24h")
                    .between("60", "86400")
                    .help("How long ago the account must have been found fit to trade at the latest."),
            Loose.HIGHER,
            false),
    /** How far our clock may be from the venue's. */
    MAX_CLOCK_SKEW(
            Parameter.duration("maxClockSkew", "1")
                    .between("0.001", "60")
                    .help("How far our clock may be from the venue's."),
            Loose.HIGHER,
            false),
    /** What a pair may cost above 1 USD where only hedges and exits are allowed. */
    MAX_HEDGE_LOSS(
            Parameter.price("maxHedgeLoss", "0.05")
                    .help("What a pair may cost above 1 USD where only hedges and exits are allowed."),
            Loose.HIGHER,
            false),
    /** The most that a strategy may lose in a day. */
    MAX_STRATEGY_DAY_LOSS(
            Parameter.cash("maxStrategyDayLoss", "25").help("The most that a strategy may lose in a day."),
            Loose.HIGHER,
            true),
    /** The most that a domain may lose in a day. */
    MAX_DOMAIN_DAY_LOSS(
            Parameter.cash("maxDomainDayLoss", "50").help("The most that a domain may lose in a day."),
            Loose.HIGHER,
            true),
    /** The most that the account may lose in a day. */
    MAX_ACCOUNT_DAY_LOSS(
            Parameter.cash("maxAccountDayLoss", "100").help("The most that the account may lose in a day."),
            Loose.HIGHER,
            true),
    /** How far a strategy may fall from its peak. */
    MAX_STRATEGY_DRAWDOWN(
            Parameter.cash("maxStrategyDrawdown", "50").help("How far a strategy may fall from its peak."),
            Loose.HIGHER,
            true),
    /** How far the account may fall from its peak. */
    MAX_ACCOUNT_DRAWDOWN(
            Parameter.cash("maxAccountDrawdown", "150").help("How far the account may fall from its peak."),
            Loose.HIGHER,
            true),
    /** The same as a part of the peak; the smaller of the two counts. */
    MAX_ACCOUNT_DRAWDOWN_SHARE(
            Parameter.decimal("maxAccountDrawdownShare", "0.15")
                    .between("0", "1")
                    .help("The same as a part of the peak; the smaller of the two counts."),
            Loose.HIGHER,
            false),
    /** After how many losing events in a row a strategy takes no new risk. */
    MAX_LOSING_STREAK(
            Parameter.integer("maxLosingStreak", "5")
                    .between("1", "1000")
                    .help("After how many losing events in a row a strategy takes no new risk."),
            Loose.HIGHER,
            false),
    /** From how many on its orders are half as large. */
    HALF_SIZE_STREAK(
            Parameter.integer("halfSizeStreak", "3")
                    .between("1", "1000")
                    .help("From how many on its orders are half as large."),
            Loose.HIGHER,
            false);

    /** Which way a limit is loosened. */
    enum Loose {
        HIGHER,
        LOWER
    }

    private final Parameter<?> parameter;
    private final Loose loose;
    private final boolean money;
    private final Object sample;
    private final long byDefault;

    Limit(Parameter<?> parameter, Loose loose, boolean money) {
        this.parameter = parameter;
        this.loose = loose;
        this.money = money;
        sample = parameter.defaultValue();
        byDefault = raw(sample);
    }

    /**
     * Its key, unit, default, range and meaning.
     *
     * @return a parameter of cash, quantity, price, whole number, fraction or duration
     */
    public Parameter<?> parameter() {
        return parameter;
    }

    /**
     * The limit with a key.
     *
     * @param key such as {@code maxOpenOrders}
     * @return the limit
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public static Limit named(String key) {
        for (Limit limit : values()) {
            if (limit.parameter.name().equals(key)) {
                return limit;
            }
        }
        throw new IllegalArgumentException("there is no limit '" + key + "', there are "
                + Stream.of(values()).map(limit -> limit.parameter.name()).collect(Collectors.joining(", ")));
    }

    /**
     * Whether a strategy may have a value of its own.
     *
     * @return false for what several strategies share: limits of the account, its markets, events, groups and domains, and the
     *     cash that must stay
     */
    public boolean isOfStrategy() {
        return switch (this) {
            case MAX_ACCOUNT_ORDER_NOTIONAL,
                    MAX_MARKET_EXPOSURE,
                    MAX_EVENT_EXPOSURE,
                    MAX_GROUP_EXPOSURE,
                    MAX_DOMAIN_EXPOSURE,
                    MAX_ACCOUNT_EXPOSURE,
                    MAX_MARKET_ORDERS,
                    MAX_ACCOUNT_ORDERS,
                    MAX_ACCOUNT_ORDERS_PER_SECOND,
                    ACCOUNT_ORDER_BURST,
                    CASH_FLOOR,
                    CASH_FLOOR_SHARE,
                    MAX_DOMAIN_DAY_LOSS,
                    MAX_ACCOUNT_DAY_LOSS,
                    MAX_ACCOUNT_DRAWDOWN,
                    MAX_ACCOUNT_DRAWDOWN_SHARE -> false;
            default -> true;
        };
    }

    /** Whether it says how much money may be at risk or lost, and is larger in the standard profile. */
    boolean isMoneyAtRisk() {
        return money;
    }

    /** The value that limits nothing. */
    long none() {
        return loose == Loose.HIGHER ? Long.MAX_VALUE : 0;
    }

    boolean loosens(long from, long to) {
        return loose == Loose.HIGHER ? to > from : to < from;
    }

    long byDefault() {
        return byDefault;
    }

    Class<?> type() {
        return sample.getClass();
    }

    /** As it is kept: micros of cash, shares, prices and fractions, whole numbers, nanoseconds. */
    static long raw(Object value) {
        if (value instanceof Cash cash) {
            return cash.micros();
        }
        if (value instanceof Quantity quantity) {
            return quantity.micros();
        }
        if (value instanceof Price price) {
            return price.micros();
        }
        if (value instanceof Duration duration) {
            return duration.toNanos();
        }
        if (value instanceof Integer number) {
            return number;
        }
        if (value instanceof Double fraction) {
            return BigDecimal.valueOf(fraction)
                    .movePointRight(6)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        }
        throw new IllegalArgumentException("no limit can be " + value);
    }

    /** As people read it. */
    String text(long raw) {
        if (raw == Long.MAX_VALUE) {
            return "none";
        }
        if (sample instanceof Duration) {
            return text(Duration.ofNanos(raw));
        }
        return sample instanceof Integer ? Long.toString(raw) : FixedPoint.format(raw);
    }

    /** As people read it. */
    static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
