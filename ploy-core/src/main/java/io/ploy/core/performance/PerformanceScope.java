package io.ploy.core.performance;

import java.util.Comparator;

/**
 * Whose performance: of the whole account, of a domain of it, of one strategy.
 *
 * @param kind how wide it is
 * @param name of the domain or strategy; empty for the account
 */
public record PerformanceScope(Kind kind, String name) implements Comparable<PerformanceScope> {
    /** How wide a scope is. */
    public enum Kind {
        /** Everything. */
        ACCOUNT,
        /** Several strategies. */
        DOMAIN,
        /** One strategy. */
        STRATEGY
    }

    /** The whole account. */
    public static final PerformanceScope ACCOUNT = new PerformanceScope(Kind.ACCOUNT, "");

    private static final Comparator<PerformanceScope> ORDER =
            Comparator.comparing(PerformanceScope::kind).thenComparing(PerformanceScope::name);

    /** Checks that everything but the account has a name. */
    public PerformanceScope {
        if (name.isBlank() != (kind == Kind.ACCOUNT)) {
            throw new IllegalArgumentException(kind + " with the name '" + name + "'");
        }
    }

    /**
     * A domain.
     *
     * @param name such as {@code crypto}; not blank
     * @return its scope
     */
    public static PerformanceScope domain(String name) {
        return new PerformanceScope(Kind.DOMAIN, name);
    }

    /**
     * A strategy.
     *
     * @param name not blank
     * @return its scope
     */
    public static PerformanceScope strategy(String name) {
        return new PerformanceScope(Kind.STRATEGY, name);
    }

    @Override
    public int compareTo(PerformanceScope other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind == Kind.ACCOUNT ? "account" : (kind == Kind.DOMAIN ? "domain " : "strategy ") + name;
    }
}
