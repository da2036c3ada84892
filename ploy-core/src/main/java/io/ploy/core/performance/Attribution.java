package io.ploy.core.performance;

import io.ploy.api.money.Cash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Who made what since the beginning of all, economic view. Immutable.
 *
 * @param parts by strategy and event
 * @param netting what the account's holdings are worth beyond the sum of the parts: pairs and sets that two strategies
 *     make together, less what they cannot both sell at the same bids
 * @param income rewards and rebates, which are the account's
 * @param gas what the chain was paid, by the account
 */
public record Attribution(List<Part> parts, Cash netting, Cash income, Cash gas) {
    /** Copies the list. */
    public Attribution {
        parts = List.copyOf(parts);
    }

    /**
     * What one strategy made in one event.
     *
     * @param strategy which
     * @param domain the strategy's
     * @param event names it: {@code event …}, or {@code market …} for a market that belongs to none
     * @param realised before fees
     * @param unrealised marks less cost
     * @param fees all fees
     */
    public record Part(String strategy, String domain, String event, Cash realised, Cash unrealised, Cash fees) {
        /**
         * What is left after fees.
         *
         * @return realised + unrealised − fees
         */
        public Cash net() {
            return realised.plus(unrealised).minus(fees);
        }
    }

    /**
     * All of it.
     *
     * @return the profit of the account
     */
    public Cash net() {
        Cash sum = netting.plus(income).minus(gas);
        for (Part part : parts) {
            sum = sum.plus(part.net());
        }
        return sum;
    }

    static Attribution of(Collection<ScopeHoldings> scopes, Function<String, String> domainOf) {
        List<Part> parts = new ArrayList<>();
        long netting = 0;
        long income = 0;
        long gas = 0;
        for (ScopeHoldings scope : scopes) {
            switch (scope.scope().kind()) {
                case ACCOUNT -> {
                    netting = Math.addExact(netting, scope.unrealised());
                    income = scope.income();
                    gas = scope.gas();
                }
                case STRATEGY -> {
                    netting = Math.subtractExact(netting, scope.unrealised());
                    String strategy = scope.scope().name();
                    for (HeldEvent event : new TreeMap<>(scope.events()).values()) {
                        parts.add(part(strategy, domainOf.apply(strategy), event));
                    }
                }
                case DOMAIN -> {
                    // Its strategies are there.
                }
            }
        }
        return new Attribution(parts, Cash.ofMicros(netting), Cash.ofMicros(income), Cash.ofMicros(gas));
    }

    private static Part part(String strategy, String domain, HeldEvent event) {
        return new Part(
                strategy,
                domain,
                event.key(),
                Cash.ofMicros(event.realised()),
                Cash.ofMicros(event.unrealised()),
                Cash.ofMicros(event.fees()));
    }
}
