package io.ploy.core.breaker;

import java.util.Locale;

/**
 * What a trading state holds for.
 *
 * @param kind of what
 * @param name which one; empty for the account, of which there is one
 */
public record Scope(Kind kind, String name) {
    /** Everything. */
    public static final Scope ACCOUNT = new Scope(Kind.ACCOUNT, "");

    /** From the widest to the narrowest. */
    public enum Kind {
        /** The whole account. */
        ACCOUNT,
        /** A domain, such as crypto. */
        DOMAIN,
        /** A strategy, by the name it runs under. */
        STRATEGY,
        /** An event, by its id. */
        EVENT,
        /** A market, by its id. */
        MARKET
    }

    /** Checks that everything but the account has a name. */
    public Scope {
        if ((kind == Kind.ACCOUNT) != name.isEmpty() || (!name.isEmpty() && name.isBlank())) {
            throw new IllegalArgumentException("found scope " + kind.name().toLowerCase(Locale.ROOT) + " named '" + name
                    + "', allowed the account without a name and all others with one");
        }
    }

    /**
     * A domain.
     *
     * @param name which
     * @return its scope
     */
    public static Scope domain(String name) {
        return new Scope(Kind.DOMAIN, name);
    }

    /**
     * A strategy.
     *
     * @param name under which it runs
     * @return its scope
     */
    public static Scope strategy(String name) {
        return new Scope(Kind.STRATEGY, name);
    }

    /**
     * An event.
     *
     * @param id of it
     * @return its scope
     */
    public static Scope event(String id) {
        return new Scope(Kind.EVENT, id);
    }

    /**
     * A market.
     *
     * @param id of it
     * @return its scope
     */
    public static Scope market(String id) {
        return new Scope(Kind.MARKET, id);
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @param text {@code account}, or a kind and a name such as {@code strategy:far}
     * @return the scope
     * @throws IllegalArgumentException if it is neither
     */
    public static Scope parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        for (Kind each : Kind.values()) {
            boolean named = each != Kind.ACCOUNT;
            if (each.name().toLowerCase(Locale.ROOT).equals(kind) && named == colon >= 0) {
                return new Scope(each, named ? text.substring(colon + 1) : "");
            }
        }
        throw new IllegalArgumentException(
                "found scope '" + text + "', allowed account, domain:NAME, strategy:NAME, event:ID and market:ID");
    }

    /** As people write it. */
    @Override
    public String toString() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return name.isEmpty() ? word : word + ":" + name;
    }
}
