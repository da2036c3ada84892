package io.ploy.host.run;

import io.ploy.api.market.Market;
import io.ploy.core.breaker.Scope;
import io.ploy.core.portfolio.MarketScopes;
import io.ploy.core.risk.Domains;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The parts of a run that a person may name: one that is mistyped must not pass for stopped. */
final class KnownScopes {
    private final Set<String> strategies;
    private final Set<String> domains = new LinkedHashSet<>();
    private final Supplier<List<Market>> markets;

    /**
     * The parts of a run.
     *
     * @param strategies the names under which strategies run
     * @param scopes its domains
     * @param markets those that are known just now
     */
    KnownScopes(Set<String> strategies, MarketScopes scopes, Supplier<List<Market>> markets) {
        this.strategies = strategies;
        if (scopes instanceof Domains named) {
            named.domains().forEach(domain -> domains.add(domain.name()));
        }
        domains.add(Domains.OTHER);
        this.markets = markets;
    }

    /** Why a scope is none of this run; null if it is one. */
    @Nullable
    String problem(Scope scope) {
        return switch (scope.kind()) {
            case ACCOUNT -> null;
            case STRATEGY -> absent(scope, strategies);
            case DOMAIN -> absent(scope, domains);
            case MARKET ->
                isKnown(
                        scope,
                        markets.get().stream()
                                .map(market -> market.id().toString())
                                .toList());
            case EVENT ->
                isKnown(
                        scope,
                        markets.get().stream()
                                .flatMap(market -> market.event().stream())
                                .map(event -> event.id().toString())
                                .toList());
        };
    }

    private static @Nullable String absent(Scope scope, Set<String> there) {
        return there.contains(scope.name())
                ? null
                : "There is no " + scope + " here, allowed are " + String.join(", ", there) + ".";
    }

    private static @Nullable String isKnown(Scope scope, Collection<String> there) {
        return there.contains(scope.name())
                ? null
                : "No " + scope + " is known just now; its id is as the journal and the status have it, such as "
                        + there.stream().findFirst().orElse("polymarket:0x1f...") + ".";
    }
}
