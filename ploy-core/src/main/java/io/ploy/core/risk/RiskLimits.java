package io.ploy.core.risk;

import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What may be risked: a value for every {@link Limit}, and others for single strategies. Values that nobody sets are those
 * of the conservative profile. Immutable and thread-safe.
 */
public final class RiskLimits {
    /** Larger amounts are mistakes, and sums of them would no longer fit. */
    static final long LARGEST_MICROS = 100_000_000L * FixedPoint.ONE;

    private static final int STANDARD = 5;

    private final long[] values;
    private final Map<String, RiskLimits> strategies;

    private RiskLimits(long[] values, Map<String, RiskLimits> strategies) {
        this.values = values;
        this.strategies = strategies;
    }

    /**
     * The conservative profile: the default of every limit.
     *
     * @return such as 25 USD an order, 50 USD at risk in a market, 500 in the account and 100 lost in a day
     */
    public static RiskLimits conservative() {
        return builder().build();
    }

    /**
     * The standard profile: the conservative one with five times the USD at risk or lost.
     *
     * @return such as 125 USD an order, 250 USD at risk in a market, 2,500 in the account and 500 lost in a day
     */
    public static RiskLimits standard() {
        Builder builder = builder();
        for (Limit limit : Limit.values()) {
            if (limit.isMoneyAtRisk()) {
                builder.values[limit.ordinal()] *= STANDARD;
            }
        }
        return builder.build();
    }

    /**
     * Starts from the conservative profile.
     *
     * @return a builder
     */
    public static Builder builder() {
        long[] values = new long[Limit.values().length];
        for (Limit limit : Limit.values()) {
            values[limit.ordinal()] = limit.byDefault();
        }
        return new Builder(values, Map.of());
    }

    /**
     * Starts from these limits.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        return new Builder(values.clone(), strategies);
    }

    /**
     * The limits of one strategy.
     *
     * @param name which
     * @return its own, or these where it has none
     */
    public RiskLimits of(String name) {
        return strategies.isEmpty() ? this : strategies.getOrDefault(name, this);
    }

    /**
     * Those with limits of their own.
     *
     * @return their names, sorted
     */
    public Set<String> strategies() {
        return new TreeSet<>(strategies.keySet());
    }

    /**
     * These with another value of a limit. A tighter one holds for strategies with limits of their own too, unless those are
     * tighter still; a looser one for those whose value was that of the account.
     *
     * @param limit which
     * @param value of the type of the limit's parameter
     * @return changed limits
     * @throws IllegalArgumentException as {@link Builder#set}
     */
    public RiskLimits with(Limit limit, Object value) {
        Builder changed = toBuilder().set(limit, value);
        long before = raw(limit);
        boolean tighter = limit.loosens(changed.values[limit.ordinal()], before);
        strategies.forEach((name, own) -> {
            long had = own.raw(limit);
            if (had == before || (tighter && limit.loosens(changed.values[limit.ordinal()], had))) {
                changed.strategy(name, own.toBuilder().set(limit, value).build());
            }
        });
        return changed.build();
    }

    /**
     * These with another value of a limit for one strategy.
     *
     * @param strategy which; it gets limits of its own if it has none
     * @param limit which, {@linkplain Limit#isOfStrategy of a strategy}
     * @param value of the type of the limit's parameter
     * @return changed limits
     * @throws IllegalArgumentException as {@link Builder#set}, or if strategies share the limit
     */
    public RiskLimits with(String strategy, Limit limit, Object value) {
        if (!limit.isOfStrategy()) {
            throw new IllegalArgumentException(
                    limit.parameter().name() + " is shared by all strategies, and none has its own");
        }
        return toBuilder()
                .strategy(strategy, of(strategy).toBuilder().set(limit, value).build())
                .build();
    }

    /**
     * An amount of money.
     *
     * @param limit one of cash
     * @return {@link Long#MAX_VALUE} micros if nothing is limited
     */
    public Cash usd(Limit limit) {
        return Cash.ofMicros(values[limit.ordinal()]);
    }

    /**
     * A number of shares.
     *
     * @param limit one of shares
     * @return {@link Long#MAX_VALUE} micros if nothing is limited
     */
    public Quantity shares(Limit limit) {
        return Quantity.ofMicros(values[limit.ordinal()]);
    }

    /**
     * A whole number, micros of a price or of a fraction, or nanoseconds.
     *
     * @param limit any
     * @return {@link Long#MAX_VALUE} if nothing is limited
     */
    public long raw(Limit limit) {
        return values[limit.ordinal()];
    }

    /**
     * A limit as people read it.
     *
     * @param limit any
     * @return such as {@code 50} or {@code none}
     */
    public String text(Limit limit) {
        return limit.text(raw(limit));
    }

    /**
     * What would be looser if other limits took the place of these.
     *
     * @param others the other ones
     * @return in words, such as {@code maxOpenOrders 50 to 60}; empty if everything is as tight or tighter
     */
    public List<String> loosenedBy(RiskLimits others) {
        return changes(others, limit -> limit::loosens);
    }

    /**
     * What would be different if other limits took the place of these.
     *
     * @param others the other ones
     * @return in words, such as {@code maxOpenOrders 50 to 40}; empty if everything is the same
     */
    public List<String> changedBy(RiskLimits others) {
        return changes(others, limit -> (from, to) -> from != to);
    }

    private interface Change {
        boolean is(long from, long to);
    }

    private List<String> changes(RiskLimits others, Function<Limit, Change> wanted) {
        List<String> changes = new ArrayList<>(changes("", others, wanted));
        Set<String> names = new TreeSet<>(strategies.keySet());
        names.addAll(others.strategies.keySet());
        for (String name : names) {
            changes.addAll(of(name).changes(name + ": ", others.of(name), wanted));
        }
        return changes;
    }

    private List<String> changes(String prefix, RiskLimits others, Function<Limit, Change> wanted) {
        List<String> changes = new ArrayList<>();
        for (Limit limit : Limit.values()) {
            long from = raw(limit);
            long to = others.raw(limit);
            if (wanted.apply(limit).is(from, to)) {
                changes.add(prefix + limit.parameter().name() + " " + limit.text(from) + " to " + limit.text(to));
            }
        }
        return changes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RiskLimits that
                && Arrays.equals(values, that.values)
                && strategies.equals(that.strategies);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + strategies.hashCode();
    }

    /** What differs from the conservative profile, and what of strategies differs from that. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("conservative");
        differences(Limit::byDefault).forEach(limit -> out.append(", ").append(limit));
        for (String name : strategies()) {
            out.append("; ").append(name).append(": ").append(String.join(", ", of(name).differences(this::raw)));
        }
        return out.toString();
    }

    private List<String> differences(ToLongFunction<Limit> others) {
        List<String> differences = new ArrayList<>();
        for (Limit limit : Limit.values()) {
            if (raw(limit) != others.applyAsLong(limit)) {
                differences.add(limit.parameter().name() + " " + text(limit));
            }
        }
        return differences;
    }

    /** Collects limits. Not thread-safe. */
    public static final class Builder {
        private final long[] values;
        private final Map<String, RiskLimits> strategies;

        private Builder(long[] values, Map<String, RiskLimits> strategies) {
            this.values = values;
            this.strategies = new TreeMap<>(strategies);
        }

        /**
         * Sets a limit.
         *
         * @param limit which
         * @param value of the type of the limit's parameter
         * @return this
         * @throws IllegalArgumentException if it is of another type or outside the range, saying which limit
         */
        public Builder set(Limit limit, Object value) {
            if (!limit.type().isInstance(value)) {
                throw new IllegalArgumentException(
                        limit.parameter().name() + " is a " + limit.type().getSimpleName() + ", not " + value);
            }
            long raw = Limit.raw(value);
            if (raw < 0 || (isAmount(value) && raw > LARGEST_MICROS)) {
                throw new IllegalArgumentException(
                        limit.parameter().name() + " is outside [0, 100000000]: " + limit.text(raw));
            }
            if (value instanceof Duration && limit == Limit.MAX_BOOK_AGE && raw == 0) {
                throw new IllegalArgumentException("maxBookAge must be above zero");
            }
            values[limit.ordinal()] = raw;
            return this;
        }

        private static boolean isAmount(Object value) {
            return value instanceof Cash || value instanceof Quantity || value instanceof Price;
        }

        /**
         * Takes a limit away. Not for live trading.
         *
         * @param limit which
         * @return this
         */
        public Builder without(Limit limit) {
            values[limit.ordinal()] = limit.none();
            return this;
        }

        /**
         * Gives a strategy limits of its own.
         *
         * @param name which strategy
         * @param limits all of them; those of wider scopes are not looked at
         * @return this
         */
        public Builder strategy(String name, RiskLimits limits) {
            strategies.put(name, new RiskLimits(limits.values, Map.of()));
            return this;
        }

        /**
         * Builds.
         *
         * @return the limits
         */
        public RiskLimits build() {
            return new RiskLimits(values.clone(), Map.copyOf(strategies));
        }
    }
}
