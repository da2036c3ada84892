package io.ploy.core.allocation;

import io.ploy.api.market.Market;
import io.ploy.api.money.Cash;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the account's equity is divided: a reserve that is never used, the rest among domains, each domain among its
 * strategies and by properties of its markets. A plan says how much may be used, not how much is: {@link #headRoom} compares
 * the two, and where less is allowed than is used, nothing is sold, but nothing is added until it fits again.
 *
 * <p>Pure and thread-safe: whoever asks gives the equity, and asks again when it changed. A domain the plan does not name
 * has nothing, but where the plan names none at all, each may use everything.
 *
 * @param reserve of the equity, not to be used
 * @param overlap whether shares may add up to more than all there is, so that who comes first has it
 * @param domains each once
 */
public record AllocationPlan(Fraction reserve, boolean overlap, List<DomainShare> domains) {
    /** A tenth in reserve, the rest over five domains, and crypto by symbol and by the length of windows. */
    public static final AllocationPlan DEFAULT = new AllocationPlan(
            Fraction.percent(10),
            false,
            List.of(
                    DomainShare.of("crypto", Fraction.percent(40))
                            .splitBy(DomainSplit.NONE
                                    .with(new TagPart("btc", Set.of("btc", "bitcoin"), Fraction.percent(40)))
                                    .with(new TagPart("eth", Set.of("eth", "ethereum"), Fraction.percent(30)))
                                    .with(new TagPart("sol", Set.of("sol", "solana"), Fraction.percent(20)))
                                    .with(new WindowPart(Duration.ofMinutes(5), Fraction.percent(25)))
                                    .with(new WindowPart(Duration.ofMinutes(15), Fraction.percent(65)))),
                    DomainShare.of("sports", Fraction.percent(20)),
                    DomainShare.of("politics", Fraction.percent(20)),
                    DomainShare.of("economics", Fraction.percent(10)),
                    DomainShare.of("other", Fraction.percent(10))));

    /** Divides nothing: all there is may be used by anyone. */
    public static final AllocationPlan UNDIVIDED = new AllocationPlan(Fraction.percent(0), true, List.of());

    /** Copies the list and checks that no more is given away than there is. */
    public AllocationPlan {
        domains = List.copyOf(domains);
        if (domains.stream().map(DomainShare::name).distinct().count() != domains.size()) {
            throw new IllegalArgumentException("allocation.domains: found one twice in "
                    + domains.stream().map(DomainShare::name).toList() + ", allowed is each once");
        }
        if (!overlap) {
            PlanSums.check(domains);
        }
    }

    /**
     * What may be used at all.
     *
     * @param equity of the account
     * @return the equity less the reserve, rounded down; zero for an equity below zero
     */
    public Cash deployable(Cash equity) {
        return reserve.rest().of(equity);
    }

    /**
     * What a domain may use.
     *
     * @param domain its name
     * @param equity of the account
     * @return zero for a domain that a plan with others does not name
     */
    public Cash allocationOfDomain(String domain, Cash equity) {
        DomainShare share = domainOrNull(domain);
        return share == null ? unnamed(equity) : allocation(share, equity);
    }

    /** What a domain has that the plan does not name. */
    private Cash unnamed(Cash equity) {
        return domains.isEmpty() ? deployable(equity) : Cash.ZERO;
    }

    /**
     * Whether nothing is set apart for anyone: there is no reserve, and no domain has a share.
     *
     * @return true as of {@link #UNDIVIDED}
     */
    public boolean dividesNothing() {
        return domains.isEmpty() && reserve.isZero();
    }

    /**
     * Whether a strategy has a portion of a domain for itself.
     *
     * @param domain its name
     * @param strategy which
     * @return false if it may use all of the domain
     */
    public boolean names(String domain, String strategy) {
        DomainShare share = domainOrNull(domain);
        return share != null && share.strategies().containsKey(strategy);
    }

    private Cash allocation(DomainShare domain, Cash equity) {
        Cash share = domain.share().of(deployable(equity));
        Cash cap = domain.capOrNull();
        return cap == null ? share : share.min(cap);
    }

    /**
     * What a strategy may use in a domain.
     *
     * @param domain its name
     * @param strategy which
     * @param equity of the account
     * @return its portion; all of the domain if the plan does not name the strategy there, zero if not the domain
     */
    public Cash allocationOfStrategy(String domain, String strategy, Cash equity) {
        DomainShare share = domainOrNull(domain);
        if (share == null) {
            return unnamed(equity);
        }
        Cash all = allocation(share, equity);
        Portion portion = share.strategies().get(strategy);
        return portion == null ? all : portion.of(all);
    }

    /**
     * The parts of a domain that a market counts in, each of which bounds what it may use.
     *
     * @param domain its name
     * @param market as last known
     * @return none where the domain is not split
     */
    public List<CapitalPart> partsOf(String domain, Market market) {
        DomainShare share = domainOrNull(domain);
        return share == null ? List.of() : share.split().of(share.name(), market);
    }

    /**
     * What the markets of one part of a domain may use together.
     *
     * @param domain its name
     * @param part one of the domain's
     * @param equity of the account
     * @return zero for a domain the plan does not name
     */
    public Cash allocationOfPart(String domain, CapitalPart part, Cash equity) {
        return part.share().of(allocationOfDomain(domain, equity));
    }

    /**
     * What may still be used.
     *
     * @param allocation what may be used in all
     * @param used what is: reserved for orders, and paid for what is held
     * @return never below zero, though more may be used than is allowed after equity fell
     */
    public static Cash headRoom(Cash allocation, Cash used) {
        return allocation.minus(used).max(Cash.ZERO);
    }

    private @Nullable DomainShare domainOrNull(String name) {
        for (DomainShare domain : domains) {
            if (domain.name().equals(name)) {
                return domain;
            }
        }
        return null;
    }
}
