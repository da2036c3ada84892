package io.ploy.testkit.tck;

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
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.strategy.StrategyState;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.portfolio.CashKind;
import java.time.Instant;
import java.util.SplittableRandom;

/** Records of several kinds and sizes from a seed, such as a run of the engine leaves. */
final class SampleRecords {
    private static final int KINDS = 9;

    private final SplittableRandom random;

    SampleRecords(long seed) {
        random = new SplittableRandom(seed);
    }

    JournalRecord next() {
        return switch (random.nextInt(KINDS)) {
            case 0 -> new JournalRecord.SessionStarted(text(), text(), random.nextLong(), 1 + random.nextInt(1_000));
            case 1 -> new JournalRecord.IntentAccepted(order(), "quoter", request());
            case 2 -> new JournalRecord.SendStarted(venueOrder(), 1 + random.nextInt(9));
            case 3 ->
                new JournalRecord.EvidenceReceived(
                        OrderEvidence.of(venueOrder(), OrderEvidence.Kind.LIVE, text(), time()));
            case 4 -> new JournalRecord.FillObserved(fill());
            case 5 -> new JournalRecord.CashMoved(Cash.ofMicros(random.nextLong()), cashKind(), text());
            case 6 -> new JournalRecord.GateChanged(random.nextBoolean(), text(), "operator");
            case 7 -> new JournalRecord.StrategyStateSaved("quoter", new StrategyState(random.nextInt(9), bytes()));
            default -> new JournalRecord.SessionClosed(text());
        };
    }

    private CashKind cashKind() {
        CashKind[] kinds = CashKind.values();
        return kinds[random.nextInt(kinds.length)];
    }

    private String text() {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "x".repeat(random.nextInt(300));
            case 2 -> "größer als 0,5 € \uD83D\uDCC8 " + random.nextInt();
            default -> "ask 0.48 below 0.50";
        };
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Instant time() {
        return Instant.ofEpochSecond(1_760_000_000L + random.nextInt(100_000_000), random.nextInt(1_000_000_000));
    }

    private ClientOrderId order() {
        return new ClientOrderId(new AccountId("main"), 1, 1 + random.nextInt(1_000));
    }

    private VenueOrderId venueOrder() {
        return new VenueOrderId("0x" + Long.toHexString(random.nextLong()));
    }

    private InstrumentId instrument() {
        return new InstrumentId("polymarket", Long.toUnsignedString(random.nextLong()));
    }

    private Price price() {
        return Price.ofMicros(1 + random.nextLong(999_999));
    }

    private Quantity quantity() {
        return Quantity.ofMicros(1 + random.nextLong(1_000_000_000));
    }

    private OrderRequest request() {
        OrderRequest request = random.nextBoolean()
                ? OrderRequest.buy(instrument(), quantity(), price()).fillAndKill()
                : OrderRequest.sell(instrument(), quantity(), price()).postOnly();
        return request.reason(text());
    }

    private FillReport fill() {
        return new FillReport(
                new FillId("trade-" + random.nextInt(99), random.nextInt(9), venueOrder(), LiquidityRole.TAKER),
                instrument(),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                price(),
                quantity(),
                random.nextBoolean() ? null : Cash.ofMicros(random.nextInt(1_000)),
                SettlementStatus.CONFIRMED,
                time(),
                time());
    }
}
