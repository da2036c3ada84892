package io.ploy.core.allocation;

import io.ploy.api.money.Cash;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a domain of markets may use, and how that is divided.
 *
 * @param name such as {@code crypto}
 * @param share of what is deployable
 * @param capOrNull the most it may be, null for no more than the share
 * @param strategies what each strategy may use of the domain; one that is not listed may use all of it
 * @param split what its markets may use of it by what they are about, and by their windows
 */
public record DomainShare(
        String name, Fraction share, @Nullable Cash capOrNull, Map<String, Portion> strategies, DomainSplit split) {
    /** Copies the map and checks what can be seen of one domain alone. */
    public DomainShare {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a domain without a name");
        }
        if (capOrNull != null && capOrNull.isNegative()) {
            throw new IllegalArgumentException(name + " is capped at " + capOrNull + " USD, allowed are 0 and more");
        }
        strategies = Collections.unmodifiableMap(new LinkedHashMap<>(strategies));
    }

    /**
     * A share and nothing else.
     *
     * @param name such as {@code crypto}
     * @param share of what is deployable
     * @return without a cap, and not divided
     */
    public static DomainShare of(String name, Fraction share) {
        return new DomainShare(name, share, null, Map.of(), DomainSplit.NONE);
    }

    /**
     * The same with a cap.
     *
     * @param most not below zero
     * @return a changed copy
     */
    public DomainShare cappedAt(Cash most) {
        return new DomainShare(name, share, most, strategies, split);
    }

    /**
     * The same with a strategy's portion.
     *
     * @param strategy which
     * @param portion of the domain's allocation
     * @return a changed copy
     */
    public DomainShare withStrategy(String strategy, Portion portion) {
        Map<String, Portion> more = new LinkedHashMap<>(strategies);
        more.put(strategy, portion);
        return new DomainShare(name, share, capOrNull, more, split);
    }

    /**
     * The same, split.
     *
     * @param parts what its markets may use of it
     * @return a changed copy
     */
    public DomainShare splitBy(DomainSplit parts) {
        return new DomainShare(name, share, capOrNull, strategies, parts);
    }

    /**
     * The most the domain may use.
     *
     * @return absent for no more than its share
     */
    public Optional<Cash> cap() {
        return Optional.ofNullable(capOrNull);
    }
}
