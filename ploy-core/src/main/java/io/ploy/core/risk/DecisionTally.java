package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskAudit;
import io.ploy.core.risk.DecisionCounts.Verdicts;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts decisions. Engine thread only. */
final class DecisionTally {
    private final Map<Key, Count> verdicts = new HashMap<>();
    private long allowed;
    private long refused;

    private record Key(String gate, RiskReason reason, boolean refused) {}

    private static final class Count {
        private long orders;
        private String strategy = "";
        private Instant last = Instant.MIN;
    }

    /** Counts one, and answers it. */
    RiskAudit decided(RiskAudit audit) {
        if (audit.allowed()) {
            allowed++;
        } else {
            refused++;
        }
        List<RiskAudit.Verdict> said = audit.verdicts();
        for (int i = 0; i < said.size(); i++) {
            RiskAudit.Verdict verdict = said.get(i);
            boolean decides = !audit.allowed() && i == said.size() - 1;
            Count count =
                    verdicts.computeIfAbsent(new Key(verdict.rule(), verdict.reason(), decides), key -> new Count());
            count.orders++;
            count.strategy = audit.strategy();
            count.last = audit.at();
        }
        return audit;
    }

    DecisionCounts counts() {
        return new DecisionCounts(
                allowed,
                refused,
                verdicts.entrySet().stream()
                        .map(each -> verdicts(each.getKey(), each.getValue()))
                        .sorted(Comparator.comparingLong(Verdicts::orders)
                                .reversed()
                                .thenComparing(Verdicts::gate)
                                .thenComparing(Verdicts::reason)
                                .thenComparing(Verdicts::refused))
                        .toList());
    }

    private static Verdicts verdicts(Key key, Count count) {
        return new Verdicts(key.gate(), key.reason(), key.refused(), count.orders, count.strategy, count.last);
    }
}
