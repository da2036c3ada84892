package io.ploy.core.risk;

import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskAudit;
import io.ploy.api.risk.RiskAudit.Verdict;
import io.ploy.api.risk.RiskDecision;
import io.ploy.api.risk.RiskDecision.Deny;
import io.ploy.api.risk.RiskDecision.Shrink;
import io.ploy.api.risk.RiskRule;
import io.ploy.core.deployment.Deployments;
import io.ploy.core.deployment.Standings;
import io.ploy.core.portfolio.PortfolioLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an order may leave, and how large. The order is reserved first and checked then: every gate sees the
 * world with the order in it, so nothing can slip between check and reservation, and a refusal takes the reservation away
 * again. Gates run in a fixed order; each may make the order smaller or refuse it. The first that refuses gives the reason.
 *
 * <p>Orders that provably reduce risk pass the limits that exist to stop losses; they do not pass a halt, a closed market
 * or the sale of what is not there.
 *
 * <p><b>Threading.</b> The engine thread only. No gate loops over orders, so the time taken does not grow with them.
 */
public final class RiskPipeline {
    private final PortfolioLedger portfolio;
    private final RiskWorld world;
    private final DecisionTally tally = new DecisionTally();
    private Gate[] gates;
    private final List<CustomGate> custom;
    private final @Nullable Standings standings;
    private final @Nullable CanaryLimits canaries;
    private RiskLimits limits;

    /**
     * A pipeline with the built-in gates and some rules of guests, which run by name, last but for the venue's minimum.
     *
     * @param settings what may be risked
     * @param portfolio reserves and knows what is held, sorted by the scopes of the settings
     * @param world everything else the gates must know
     * @param custom further rules
     * @throws IllegalArgumentException if two rules have the same name
     */
    public RiskPipeline(RiskSettings settings, PortfolioLedger portfolio, RiskWorld world, List<RiskRule> custom) {
        this.portfolio = portfolio;
        this.world = world;
        this.custom = byName(custom, world);
        limits = settings.limits();
        portfolio.countIn(AllocationGate.parts(settings));
        Deployments deployments = settings.deployments();
        standings = deployments == null ? null : deployments.standings();
        canaries = standings == null ? null : new CanaryLimits(standings);
        List<Gate> all = new ArrayList<>(List.of(
                new JournalGate(world),
                new LeaseGate(world),
                new AccountCheckGate(world),
                new TradingStateGate(world),
                new StrategyHealthGate(world),
                new DeploymentGate(standings, settings.scopes()::domain),
                new EvidenceGate(standings),
                new RequestGate(),
                new ReconciledGate(world),
                new UnknownOrdersGate(world),
                new MarketKnownGate(world),
                new MarketOpenGate(),
                new TimeLeftGate(),
                new BookTrustGate(),
                new SignalFreshGate(),
                new ClockGate(world),
                new VenueGate(world),
                new SellableGate(),
                new ReduceOnlyGate(),
                new DuplicateGate(),
                new OrderRateGate(),
                new OpenOrdersGate(world),
                new SelfCrossGate(world),
                new PriceCollarGate(),
                new SpreadGate(),
                new DepthGate(),
                new SizingGate(settings, world),
                new MaxOrderGate(),
                new MaxPositionGate(),
                ExposureGate.market(),
                ExposureGate.event(),
                ExposureGate.group(),
                ExposureGate.strategy(),
                ExposureGate.domain(),
                ExposureGate.account(),
                new PositionsGate(),
                new AllocationGate(settings, world),
                new BuyingPowerGate(world),
                new AllowanceGate(world),
                new DailyLossGate(world),
                new DrawdownGate(world),
                new LossStreakGate(world)));
        all.addAll(this.custom);
        all.add(new VenueMinimumGate());
        gates = all.toArray(Gate[]::new);
    }

    List<String> gateNames() {
        return Stream.of(gates).map(Gate::name).toList();
    }

    /** For the test that shows of each gate that it would be missed. */
    void leaveOut(String name) {
        gates = Stream.of(gates).filter(gate -> !gate.name().equals(name)).toArray(Gate[]::new);
    }

    /**
     * What may be risked now.
     *
     * @return the limits in force
     */
    public RiskLimits limits() {
        return limits;
    }

    /**
     * Other limits from the next order on.
     *
     * @param others the limits to use
     */
    public void use(RiskLimits others) {
        limits = others;
    }

    private static List<CustomGate> byName(List<RiskRule> rules, RiskWorld world) {
        List<CustomGate> sorted = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (RiskRule rule : rules) {
            CustomGate gate = new CustomGate(rule, world);
            if (!names.add(gate.name())) {
                throw new IllegalArgumentException("two risk rules are called " + gate.name());
            }
            sorted.add(gate);
        }
        sorted.sort(Comparator.comparing(CustomGate::name));
        return sorted;
    }

    /**
     * Judges an order. If it is allowed, what the granted size needs stays reserved until
     * {@link PortfolioLedger#release}; if not, nothing changed.
     *
     * @param id our name for it, never used before
     * @param strategy who asks
     * @param request what is asked
     * @param now engine time
     * @return what was decided and why
     */
    public RiskAudit evaluate(ClientOrderId id, String strategy, OrderRequest request, Instant now) {
        return evaluate(id, strategy, request, now, Asker.STRATEGY);
    }

    /**
     * Judges an order, as {@link #evaluate(ClientOrderId, String, OrderRequest, Instant)} does.
     *
     * @param id our name for it, never used before
     * @param strategy whose it is
     * @param request what is asked
     * @param now engine time
     * @param asker who asks
     * @return what was decided and why
     */
    public RiskAudit evaluate(ClientOrderId id, String strategy, OrderRequest request, Instant now, Asker asker) {
        String absurd = portfolio.isReserved(id) ? "order " + id + " is open already" : RequestGate.absurdity(request);
        if (absurd != null) {
            Verdict invalid = new Verdict("request", RiskReason.REQUEST_INVALID, absurd);
            return tally.decided(new RiskAudit(id, strategy, request, Quantity.ZERO, List.of(invalid), now));
        }
        Candidate order = new Candidate(id, strategy, request, portfolio, world, inForce(), now, asker);

        List<Verdict> verdicts = new ArrayList<>(0);
        boolean allowed = false;
        try {
            order.reserve();
            allowed = passes(order, verdicts);
            assert !allowed || standsAtItsFinalSize(order);
            if (allowed) {
                for (Gate gate : gates) {
                    gate.accepted(order);
                }
            }
        } finally {
            if (!allowed) {
                order.release();
            }
        }
        Quantity granted = allowed ? order.quantity() : Quantity.ZERO;
        return tally.decided(new RiskAudit(id, strategy, request, granted, verdicts, now));
    }

    /**
     * What was decided since this pipeline began.
     *
     * @return a snapshot
     */
    public DecisionCounts counts() {
        return tally.counts();
    }

    /** The limits with those of canaries, by one look at the register for all that is asked about an order. */
    private RiskLimits inForce() {
        if (standings == null || canaries == null) {
            return limits;
        }
        standings.look();
        return canaries.on(limits);
    }

    private boolean passes(Candidate order, List<Verdict> verdicts) {
        for (Gate gate : gates) {
            RiskDecision decision = gate.check(order);
            if (decision instanceof Deny deny) {
                verdicts.add(new Verdict(gate.name(), deny.reason(), deny.detail()));
                return false;
            }
            if (decision instanceof Shrink shrink) {
                verdicts.add(new Verdict(gate.name(), shrink.reason(), shrink.detail()));
                if (!order.shrinkTo(shrink.quantity())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The built-in gates must agree with what became of the order. */
    private boolean standsAtItsFinalSize(Candidate order) {
        for (Gate gate : gates) {
            if (!(gate instanceof CustomGate) && gate.check(order) != RiskDecision.ALLOW) {
                throw new AssertionError(gate.name() + " refuses " + order.request() + " which it let through");
            }
        }
        return true;
    }

    /**
     * The request at the size that was granted.
     *
     * @param audit a decision that allowed
     * @return the request itself if nothing was taken off; an amount to spend is reduced by whole cents
     * @throws IllegalArgumentException if it was refused
     */
    public static OrderRequest granted(RiskAudit audit) {
        OrderRequest sized = audit.allowed() ? SizedRequest.of(audit.request(), audit.granted()) : null;
        if (sized == null) {
            throw new IllegalArgumentException("order " + audit.order() + " was refused");
        }
        return sized;
    }

    /**
     * Rules of guests that failed and therefore refuse every order.
     *
     * @return why, by the rule's name
     */
    public Map<String, String> rulesSwitchedOff() {
        Map<String, String> faults = new TreeMap<>();
        for (CustomGate gate : custom) {
            String fault = gate.fault();
            if (fault != null) {
                faults.put(gate.name(), fault);
            }
        }
        return faults;
    }

    /**
     * Gives a rule that failed another chance. For a person to ask.
     *
     * @param rule its name
     * @return false if it is on or not there
     */
    public boolean switchOn(String rule) {
        for (CustomGate gate : custom) {
            if (gate.name().equals(rule) && gate.fault() != null) {
                gate.switchOn();
                return true;
            }
        }
        return false;
    }
}
