package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskAudit;
import io.ploy.api.risk.RiskAudit.Verdict;
import io.ploy.core.deployment.Deployments;
import io.ploy.core.performance.Performance;
import io.ploy.core.performance.PerformanceSettings;
import io.ploy.core.performance.PerformanceSources;
import io.ploy.core.portfolio.PortfolioLedger;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One pipeline whose gates are all out of the way until a test sets a limit. */
final class GateRoom {
    static final String S = "s";

    final FakeWorld world = new FakeWorld();
    final Market market = world.add("free", FeeSchedule.FREE);
    final InstrumentId yes = market.first().instrument();
    final InstrumentId no = market.second().instrument();
    final PortfolioLedger portfolio = new PortfolioLedger(new AccountId("main"), world::marketOf, Domains.USUAL);
    RiskPipeline pipeline;
    Instant now = FakeWorld.NOON;
    String strategy = S;
    private long orders;

    GateRoom() {
        this(null);
    }

    GateRoom(@Nullable Deployments deployments) {
        RiskSettings settings = deployments == null ? settings() : settings().withDeployments(deployments);
        pipeline = MissingGate.in(new RiskPipeline(settings, portfolio, world, List.of()));
        portfolio.deposit(Cash.ofUsd(10_000));
    }

    private static RiskSettings settings() {
        return FakeWorld.only(none());
    }

    /** No limits, but something that sizes or divides. */
    GateRoom with(UnaryOperator<RiskSettings> change) {
        pipeline = MissingGate.in(new RiskPipeline(change.apply(settings()), portfolio, world, List.of()));
        return this;
    }

    private static RiskLimits none() {
        RiskLimits.Builder limits = RiskLimits.builder();
        for (Limit limit : Limit.values()) {
            limits.without(limit);
        }
        return limits.build();
    }

    /** Figures of the day, from now on. */
    Performance performance() {
        Performance performance = new Performance(
                PerformanceSettings.usual(),
                new PerformanceSources(portfolio, world.books::get, world::marketOf, name -> "crypto"),
                change -> {});
        performance.begin(now);
        world.performance = performance;
        return performance;
    }

    GateRoom set(Limit limit, Object value) {
        pipeline.use(pipeline.limits().toBuilder().set(limit, value).build());
        return this;
    }

    RiskAudit ask(OrderRequest request) {
        return pipeline.evaluate(new ClientOrderId(new AccountId("main"), 1, ++orders), strategy, request, now);
    }

    /** Asks, wants it granted in full, and lets go of it again. */
    void passes(OrderRequest request) {
        RiskAudit audit = ask(request);
        assertThat(audit.verdicts()).as("%s", request).isEmpty();
        portfolio.release(audit.order());
    }

    RiskAudit stays(OrderRequest request) {
        RiskAudit audit = ask(request);
        assertThat(audit.verdicts()).as("%s", request).isEmpty();
        return audit;
    }

    void shrinks(OrderRequest request, String granted, String gate, RiskReason reason) {
        RiskAudit audit = ask(request);
        assertThat(audit.granted()).isEqualTo(Quantity.parse(granted));
        assertThat(audit.verdicts()).extracting(Verdict::rule).containsExactly(gate);
        assertThat(audit.verdicts()).extracting(Verdict::reason).containsExactly(reason);
        portfolio.release(audit.order());
    }

    String refuses(OrderRequest request, String gate, RiskReason reason) {
        RiskAudit audit = ask(request);
        assertThat(audit.allowed()).as("%s is refused", request).isFalse();
        Verdict last = audit.verdicts().get(audit.verdicts().size() - 1);
        assertThat(last.rule()).isEqualTo(gate);
        assertThat(last.reason()).isEqualTo(reason);
        assertThat(portfolio.isReserved(audit.order())).isFalse();
        return last.detail();
    }

    OrderRequest buy(String quantity, String limit) {
        return OrderRequest.buy(yes, Quantity.parse(quantity), Price.parse(limit));
    }

    OrderRequest buyNo(String quantity, String limit) {
        return OrderRequest.buy(no, Quantity.parse(quantity), Price.parse(limit));
    }

    OrderRequest sell(String quantity, String limit) {
        return OrderRequest.sell(yes, Quantity.parse(quantity), Price.parse(limit));
    }

    void hold(InstrumentId instrument, String quantity, String cost) {
        portfolio.hold(strategy, instrument, Quantity.parse(quantity), Cash.parse(cost));
    }
}
