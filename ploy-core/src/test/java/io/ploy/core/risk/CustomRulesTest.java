package io.ploy.core.risk;

import static io.ploy.core.risk.FakeWorld.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.FeeSchedule;
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
import io.ploy.api.risk.RiskDecision;
import io.ploy.api.risk.RiskRule;
import io.ploy.api.risk.RiskView;
import io.ploy.core.portfolio.PortfolioLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomRulesTest {
    private static final AccountId ACCOUNT = new AccountId("main");

    private final FakeWorld world = new FakeWorld();
    private final Market market = world.add("rain", FeeSchedule.FREE);
    private final PortfolioLedger portfolio = new PortfolioLedger(ACCOUNT, world::marketOf);
    private long orders;

    @BeforeEach
    void fund() {
        portfolio.deposit(Cash.ofUsd(100));
    }

    @Test
    void rulesRunByNameAndSeeWhatTheOnesBeforeLeft() {
        List<String> seen = new ArrayList<>();
        RiskPipeline pipeline = pipeline(
                rule("b", (request, view) -> {
                    seen.add("b " + request.sharesAtLimit());
                    return RiskDecision.shrink(Quantity.ofShares(6), RiskReason.CUSTOM, "six");
                }),
                rule("a", (request, view) -> {
                    seen.add("a " + request.sharesAtLimit());
                    return RiskDecision.shrink(Quantity.parse("8.005"), RiskReason.CUSTOM, "eight");
                }));

        RiskAudit audit = ask(pipeline);

        assertThat(seen).containsExactly("a 10", "b 8");
        assertThat(audit.granted()).isEqualTo(Quantity.ofShares(6));
        assertThat(audit.verdicts()).extracting(Verdict::rule).containsExactly("a", "b");
        assertThat(portfolio.balance().reserved()).isEqualTo(Cash.ofUsd(3));
    }

    @Test
    void aRuleSeesTheWorldWithTheOrderInIt() {
        List<Object> seen = new ArrayList<>();
        RiskPipeline pipeline = pipeline(rule("look", (request, view) -> {
            seen.addAll(List.of(
                    view.strategy(),
                    view.marketExposure(),
                    view.accountExposure(),
                    view.balance().available(),
                    view.position().economic(),
                    view.book().bestAskMicros(),
                    view.market().id(),
                    view.now()));
            return RiskDecision.ALLOW;
        }));

        ask(pipeline);

        assertThat(seen)
                .containsExactly(
                        "s", Cash.ofUsd(5), Cash.ofUsd(5), Cash.ofUsd(95), Quantity.ZERO, 500_000L, market.id(), NOON);
    }

    @Test
    void aRuleMayRefuse() {
        RiskPipeline pipeline =
                pipeline(rule("no", (request, view) -> RiskDecision.deny(RiskReason.CUSTOM, "not today")));

        refused(ask(pipeline), RiskReason.CUSTOM);
        assertThat(pipeline.rulesSwitchedOff()).isEmpty();
    }

    @Test
    void aRuleThatShrinksToNothingRefuses() {
        RiskPipeline pipeline = pipeline(
                rule("zero", (request, view) -> RiskDecision.shrink(Quantity.ZERO, RiskReason.CUSTOM, "none")));

        refused(ask(pipeline), RiskReason.CUSTOM);
    }

    @Test
    void aRuleThatShrinksToTheSizeAskedAllows() {
        RiskPipeline pipeline = pipeline(rule(
                "same", (request, view) -> RiskDecision.shrink(request.sharesAtLimit(), RiskReason.CUSTOM, "all")));

        RiskAudit audit = ask(pipeline);
        assertThat(audit.granted()).isEqualTo(Quantity.ofShares(10));
        assertThat(audit.verdicts()).isEmpty();
    }

    @Test
    void aRuleThatThrowsRefusesUntilAPersonSwitchesItOn() {
        boolean[] broken = {true};
        RiskPipeline pipeline = pipeline(rule("shaky", (request, view) -> {
            if (broken[0]) {
                throw new IllegalStateException("bug");
            }
            return RiskDecision.ALLOW;
        }));

        refused(ask(pipeline), RiskReason.RULE_FAULT);
        broken[0] = false;
        refused(ask(pipeline), RiskReason.RULE_FAULT);
        assertThat(pipeline.rulesSwitchedOff())
                .containsExactly(Map.entry("shaky", "it threw java.lang.IllegalStateException: bug"));

        assertThat(world.failed).containsExactly("shaky: it threw java.lang.IllegalStateException: bug");
        assertThat(pipeline.switchOn("shaky")).isTrue();
        assertThat(pipeline.switchOn("shaky")).isFalse();
        assertThat(ask(pipeline).allowed()).isTrue();
        assertThat(pipeline.rulesSwitchedOff()).isEmpty();
    }

    @Test
    void aSlowAnswerRefusesTheOrderAndThreeInARowSwitchTheRuleOff() {
        RiskPipeline pipeline = pipeline(rule("slow", (request, view) -> RiskDecision.ALLOW));
        world.perLook = 1_000_000;
        assertThat(ask(pipeline).allowed()).isTrue();

        world.perLook = 1_000_001;
        refused(ask(pipeline), RiskReason.RULE_FAULT);
        refused(ask(pipeline), RiskReason.RULE_FAULT);
        world.perLook = 0;
        assertThat(ask(pipeline).allowed()).isTrue();
        assertThat(world.failed).isEmpty();

        world.perLook = 1_000_001;
        refused(ask(pipeline), RiskReason.RULE_FAULT);
        refused(ask(pipeline), RiskReason.RULE_FAULT);
        refused(ask(pipeline), RiskReason.RULE_FAULT);
        world.perLook = 0;
        refused(ask(pipeline), RiskReason.RULE_FAULT);
        assertThat(world.failed).hasSize(1);
    }

    @Test
    void aRuleThatMakesAnOrderLargerIsSwitchedOff() {
        RiskPipeline pipeline = pipeline(rule(
                "greedy", (request, view) -> RiskDecision.shrink(Quantity.ofShares(11), RiskReason.CUSTOM, "more")));

        refused(ask(pipeline), RiskReason.RULE_FAULT);
        assertThat(pipeline.rulesSwitchedOff()).containsOnlyKeys("greedy");
    }

    @Test
    @SuppressWarnings("NullAway") // What a guest compiled without it may do.
    void aRuleThatAnswersNothingIsSwitchedOff() {
        RiskPipeline pipeline = pipeline(rule("mute", (request, view) -> null));

        refused(ask(pipeline), RiskReason.RULE_FAULT);
        assertThat(pipeline.rulesSwitchedOff()).containsOnlyKeys("mute");
    }

    @Test
    void aGuestsLinkageErrorDoesNotTakeTheEngineDown() {
        RiskPipeline pipeline = pipeline(rule("old", (request, view) -> {
            throw new NoSuchMethodError("compiled against something else");
        }));

        refused(ask(pipeline), RiskReason.RULE_FAULT);
    }

    @Test
    void whatARuleLeavesMustStillBeLargeEnoughForTheVenue() {
        RiskPipeline pipeline = pipeline(
                rule("small", (request, view) -> RiskDecision.shrink(Quantity.ofShares(4), RiskReason.CUSTOM, "four")));

        refused(ask(pipeline), RiskReason.BELOW_MINIMUM);
    }

    @Test
    void twoRulesOfOneNameAreAMistake() {
        RiskRule one = rule("same", (request, view) -> RiskDecision.ALLOW);

        assertThatThrownBy(() -> pipeline(one, one)).isInstanceOf(IllegalArgumentException.class);
    }

    private RiskPipeline pipeline(RiskRule... rules) {
        return new RiskPipeline(
                FakeWorld.only(
                        RiskLimits.builder().without(Limit.DUPLICATE_WINDOW).build()),
                portfolio,
                world,
                List.of(rules));
    }

    private RiskAudit ask(RiskPipeline pipeline) {
        OrderRequest request =
                OrderRequest.buy(market.first().instrument(), Quantity.ofShares(10), Price.parse("0.50"));
        RiskAudit audit = pipeline.evaluate(new ClientOrderId(ACCOUNT, 1, ++orders), "s", request, NOON);
        return audit;
    }

    private void refused(RiskAudit audit, RiskReason reason) {
        assertThat(audit.allowed()).isFalse();
        assertThat(audit.verdicts().get(audit.verdicts().size() - 1).reason()).isEqualTo(reason);
        assertThat(portfolio.isReserved(audit.order())).isFalse();
    }

    private static RiskRule rule(String name, BiFunction<OrderRequest, RiskView, RiskDecision> body) {
        return new RiskRule() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public RiskDecision evaluate(OrderRequest request, RiskView view) {
                return body.apply(request, view);
            }
        };
    }
}
