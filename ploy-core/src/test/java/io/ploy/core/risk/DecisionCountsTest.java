package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.api.order.RiskReason;
import org.junit.jupiter.api.Test;

class DecisionCountsTest {
    private final GateRoom room = new GateRoom();

    @Test
    void everyOrderIsCountedAndEveryVerdictByGateAndReason() {
        room.set(Limit.MAX_UNKNOWN_ORDERS, 3);
        room.passes(room.buy("10", "0.40"));
        room.world.unknownInAll = 4;
        room.refuses(room.buy("10", "0.41"), "unknown-orders", RiskReason.UNKNOWN_ORDER_PRESENT);
        room.refuses(room.buy("10", "0.42"), "unknown-orders", RiskReason.UNKNOWN_ORDER_PRESENT);
        room.world.mayAct = false;
        room.refuses(room.buy("10", "0.43"), "lease", RiskReason.LEASE_LOST);

        DecisionCounts counts = room.pipeline.counts();

        assertThat(counts.allowed()).isEqualTo(1);
        assertThat(counts.refused()).isEqualTo(3);
        assertThat(counts.verdicts())
                .extracting(each -> each.gate() + " " + each.reason() + " " + each.refused() + " " + each.orders())
                .containsExactly("unknown-orders UNKNOWN_ORDER_PRESENT true 2", "lease LEASE_LOST true 1");
        assertThat(counts.verdicts().get(0).last()).isEqualTo(room.now);
    }

    @Test
    void whatWasMadeSmallerWentOn() {
        room.set(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(2));

        room.shrinks(room.buy("10", "0.40"), "5", "max-order", RiskReason.MAX_ORDER);

        assertThat(room.pipeline.counts().allowed()).isEqualTo(1);
        assertThat(room.pipeline.counts().refused()).isZero();
        assertThat(room.pipeline.counts().verdicts()).singleElement().returns(false, DecisionCounts.Verdicts::refused);
    }
}
