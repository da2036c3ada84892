package io.ploy.api.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskDecisionTest {
    @Test
    void everyDecisionReachesItsOwnCase() {
        RiskDecision shrink = RiskDecision.shrink(Quantity.ofShares(5), RiskReason.MAX_POSITION, "5 left");
        RiskDecision deny = RiskDecision.deny(RiskReason.MAX_ORDER, "too large");

        assertThat(RiskDecision.ALLOW.match(new InWords())).isEqualTo("allow");
        assertThat(shrink.match(new InWords())).isEqualTo("shrink to 5: MAX_POSITION, 5 left");
        assertThat(deny.match(new InWords())).isEqualTo("deny: MAX_ORDER, too large");
    }

    @Test
    void anOrderIsAllowedWhenAnythingIsGrantedHoweverManyRulesSpoke() {
        RiskAudit.Verdict verdict = new RiskAudit.Verdict("position", RiskReason.MAX_POSITION, "5 left");

        assertThat(audit(Quantity.ofShares(20), List.of()).allowed()).isTrue();
        assertThat(audit(Quantity.ofMicros(1), List.of(verdict)).allowed()).isTrue();
        assertThat(audit(Quantity.ZERO, List.of(verdict)).allowed()).isFalse();
    }

    @Test
    void anAuditKeepsItsVerdicts() {
        List<RiskAudit.Verdict> verdicts = new ArrayList<>();
        verdicts.add(new RiskAudit.Verdict("position", RiskReason.MAX_POSITION, "5 left"));
        RiskAudit audit = audit(Quantity.ZERO, verdicts);

        verdicts.clear();

        assertThat(audit.verdicts()).hasSize(1);
    }

    private static RiskAudit audit(Quantity granted, List<RiskAudit.Verdict> verdicts) {
        return new RiskAudit(
                new ClientOrderId(new AccountId("main"), 1, 1),
                "test",
                OrderRequest.buy(new InstrumentId("venue", "up"), Quantity.ofShares(20), Price.parse("0.5")),
                granted,
                verdicts,
                Instant.EPOCH);
    }

    private static final class InWords implements RiskDecision.Cases<String> {
        @Override
        public String allow() {
            return "allow";
        }

        @Override
        public String shrink(RiskDecision.Shrink decision) {
            return "shrink to " + decision.quantity() + ": " + decision.reason() + ", " + decision.detail();
        }

        @Override
        public String deny(RiskDecision.Deny decision) {
            return "deny: " + decision.reason() + ", " + decision.detail();
        }
    }
}
