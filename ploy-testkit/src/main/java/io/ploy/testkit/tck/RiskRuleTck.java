package io.ploy.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.risk.RiskDecision;
import io.ploy.api.risk.RiskRule;
import io.ploy.api.risk.RiskView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link RiskRule} must do: answer whatever it is asked, the same each time, and never with more than was asked. */
public abstract class RiskRuleTck {
    /** For classes that extend it. */
    protected RiskRuleTck() {}

    /**
     * The rule under test.
     *
     * @return a new one or the same
     */
    protected abstract RiskRule rule();

    /**
     * The worlds in which it is asked, at least one: each with the market whose orders are judged.
     *
     * @return such as an account with nothing, one with a position, one at its limits
     */
    protected abstract List<RiskView> views();

    /** Its name can be typed in a configuration. */
    @Test
    public void itsNameIsLowerCaseWithHyphens() {
        assertThat(rule().name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    }

    /** It answers every request of every world. */
    @Test
    public void itAnswersWhateverItIsAsked() {
        for (RiskView view : views()) {
            for (OrderRequest request : requests(view)) {
                assertThat(rule().evaluate(request, view)).as("%s", request).isNotNull();
            }
        }
    }

    /** What it says depends on the request and the world alone. */
    @Test
    public void theSameQuestionHasTheSameAnswer() {
        RiskRule rule = rule();
        for (RiskView view : views()) {
            for (OrderRequest request : requests(view)) {
                assertThat(rule.evaluate(request, view)).as("%s", request).isEqualTo(rule.evaluate(request, view));
            }
        }
    }

    /** It may make an order smaller, and says why. */
    @Test
    public void whatItShrinksGetsSmallerAndWhatItDeniesIsExplained() {
        for (RiskView view : views()) {
            for (OrderRequest request : requests(view)) {
                rule().evaluate(request, view).match(new Checks(request));
            }
        }
    }

    private static List<OrderRequest> requests(RiskView view) {
        InstrumentId first = view.market().first().instrument();
        InstrumentId second = view.market().second().instrument();
        Price lowest = view.market().rules().tickSize().lowest();
        Price highest = view.market().rules().tickSize().highest();
        Quantity least = view.market().rules().minimumSize();
        Quantity most = Quantity.ofShares(1_000_000_000);
        return List.of(
                OrderRequest.buy(first, least, lowest),
                OrderRequest.buy(first, most, highest),
                OrderRequest.buy(second, least, highest).postOnly(),
                OrderRequest.sell(first, least, lowest),
                OrderRequest.sell(second, most, highest).fillAndKill(),
                OrderRequest.buy(second, least, highest).fillOrKill(),
                OrderRequest.spend(first, Cash.ofUsd(1), highest),
                OrderRequest.spend(second, Cash.ofUsd(1_000_000), highest));
    }

    private record Checks(OrderRequest request) implements RiskDecision.Cases<Boolean> {
        @Override
        public Boolean allow() {
            return true;
        }

        @Override
        public Boolean shrink(RiskDecision.Shrink decision) {
            assertThat(decision.quantity()).as("shrunk %s", request).isGreaterThan(Quantity.ZERO);
            if (request.size() instanceof OrderSize.Shares shares) {
                assertThat(decision.quantity()).as("shrunk %s", request).isLessThanOrEqualTo(shares.quantity());
            }
            return explained(decision.detail());
        }

        @Override
        public Boolean deny(RiskDecision.Deny decision) {
            return explained(decision.detail());
        }

        private Boolean explained(String detail) {
            assertThat(detail).as("why not %s", request).isNotBlank();
            return true;
        }
    }
}
