package io.ploy.core.risk;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderInput;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the guide for authors shows of inputs, tried. */
class SignalFreshDocumentedTest {
    private final GateRoom room = new GateRoom();
    private final InstrumentId instrument = room.yes;
    private final ReferencePrice price =
            new ReferencePrice("BTC/USD", "chainlink", new BigDecimal("100000"), room.now, room.now);

    @Test
    void anOrderSaysWhatItRestsOn() {
        OrderRequest request = OrderRequest.buy(instrument, Quantity.ofShares(20), Price.parse("0.53"))
                .basedOn(new OrderInput(price.symbol(), price.sourceTime(), Duration.ofSeconds(3)));

        room.now = room.now.plusSeconds(3);
        room.passes(request);
        room.now = room.now.plusNanos(1);
        room.refuses(request, "signal-fresh", RiskReason.SIGNAL_STALE);
    }
}
