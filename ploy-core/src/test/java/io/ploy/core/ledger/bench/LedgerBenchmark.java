package io.ploy.core.ledger.bench;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.ledger.IllegalMove;
import io.ploy.core.ledger.LedgerListener;
import io.ploy.core.ledger.OrderLedger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the ledger adds to the way of an order: taking it in and sending it, and its whole life through a fill that is
 * confirmed. Beside it, keeping the same order in two plain maps and nothing else. Goal: taking in and sending well under
 * a microsecond.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class LedgerBenchmark {
    private static final int ORDERS = 1 << 12;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstrumentId YES = new InstrumentId("polymarket", "yes");
    private static final OrderRequest REQUEST = OrderRequest.buy(YES, Quantity.ofShares(100), Price.parse("0.40"));

    private final Sink sink = new Sink();
    private final ClientOrderId[] ids = new ClientOrderId[ORDERS];
    private final VenueOrderId[] hashes = new VenueOrderId[ORDERS];
    private final OrderEvidence[] live = new OrderEvidence[ORDERS];
    private final FillReport[] matched = new FillReport[ORDERS];
    private final FillReport[] confirmed = new FillReport[ORDERS];
    private OrderLedger ledger = newLedger();
    private Map<ClientOrderId, Instant> byId = new HashMap<>();
    private Map<VenueOrderId, Instant> byHash = new HashMap<>();
    private int next;

    /** Makes the orders and what is heard of them. */
    public LedgerBenchmark() {
        AccountId account = new AccountId("bench");
        for (int i = 0; i < ORDERS; i++) {
            ids[i] = new ClientOrderId(account, 1, i + 1L);
            hashes[i] = new VenueOrderId("0x" + Long.toHexString(0x9e3779b97f4a7c15L * (i + 1L)));
            live[i] = OrderEvidence.of(hashes[i], OrderEvidence.Kind.LIVE, "", NOW);
            FillId leg = new FillId("trade-" + i, 0, hashes[i], LiquidityRole.MAKER);
            matched[i] = report(leg, SettlementStatus.MATCHED);
            confirmed[i] = report(leg, SettlementStatus.CONFIRMED);
        }
    }

    private static FillReport report(FillId leg, SettlementStatus status) {
        return new FillReport(
                leg, YES, Side.BUY, Price.parse("0.40"), Quantity.ofShares(100), Cash.ZERO, status, NOW, NOW);
    }

    private OrderLedger newLedger() {
        return new OrderLedger((instrument, side, price, quantity, role) -> Cash.ZERO, sink);
    }

    /** The next order; the ledger begins anew when all were used, so that it never holds more than a day's worth. */
    private int advance() {
        next = (next + 1) & (ORDERS - 1);
        if (next == 0) {
            ledger = newLedger();
            byId = new HashMap<>();
            byHash = new HashMap<>();
        }
        return next;
    }

    /**
     * Two maps.
     *
     * @return so that it is not optimised away
     */
    @Benchmark
    public int twoMaps() {
        int i = advance();
        byId.put(ids[i], NOW);
        byHash.put(hashes[i], NOW);
        return byId.size() + byHash.size();
    }

    /**
     * Accept, bind, send.
     *
     * @return so that it is not optimised away
     */
    @Benchmark
    public boolean submit() {
        int i = advance();
        ledger.accept(ids[i], "alpha", REQUEST, NOW);
        ledger.bind(ids[i], hashes[i]);
        return ledger.send(ids[i], NOW);
    }

    /**
     * Accept, bind, send, live, filled, confirmed.
     *
     * @return so that it is not optimised away
     */
    @Benchmark
    public long wholeLife() {
        int i = advance();
        ledger.accept(ids[i], "alpha", REQUEST, NOW);
        ledger.bind(ids[i], hashes[i]);
        ledger.send(ids[i], NOW);
        ledger.apply(live[i], NOW);
        ledger.apply(matched[i], NOW);
        ledger.apply(confirmed[i], NOW);
        return sink.events;
    }

    private static final class Sink implements LedgerListener {
        private long events;

        @Override
        public void onEvent(OrderEvent event) {
            events++;
        }

        @Override
        public void onIllegal(IllegalMove code, VenueOrderId order, String text, Instant at) {
            throw new IllegalStateException(text);
        }

        @Override
        public void onLookUpWanted(VenueOrderId order, String why) {
            throw new IllegalStateException(why);
        }

        @Override
        public void onCancelWanted(ClientOrderId order) {
            throw new IllegalStateException(order.toString());
        }

        @Override
        public void onForeign(VenueOrderId order, String text, Instant at) {
            throw new IllegalStateException(text);
        }
    }
}
