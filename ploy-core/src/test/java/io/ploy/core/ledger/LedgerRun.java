package io.ploy.core.ledger;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One order in a ledger and short words for what can happen to it. Orders are for 100 shares at 0.40 unless said otherwise. */
final class LedgerRun {
    static final InstrumentId YES = new InstrumentId("polymarket", "yes");
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    static final OrderRequest GTC = OrderRequest.buy(YES, Quantity.ofShares(100), Price.parse("0.40"));
    static final OrderRequest GTD = GTC.restUntil(START.plusSeconds(600));
    static final OrderRequest FAK = GTC.fillAndKill();
    static final ClientOrderId ID = new ClientOrderId(new AccountId("main"), 1, 1);
    static final VenueOrderId HASH = new VenueOrderId("0xabc");
    /** The estimate: one cent a leg, whatever its size, so that it is told apart from measured fees. */
    static final Cash ESTIMATED = Cash.parse("0.01");

    final Told told = new Told();
    final OrderLedger ledger = new OrderLedger((instrument, side, price, quantity, role) -> ESTIMATED, told);
    private Instant now = START;

    /** An order brought to a state by the shortest way. */
    static LedgerRun in(OrderLifecycle state, OrderRequest request) {
        LedgerRun run = new LedgerRun();
        run.ledger.accept(ID, "alpha", request, run.tick());
        run.ledger.bind(ID, HASH);
        if (state != OrderLifecycle.PENDING_NEW && state != OrderLifecycle.DENIED) {
            run.ledger.send(ID, run.tick());
        }
        switch (state) {
            case PENDING_NEW, SUBMITTED -> {}
            case UNKNOWN -> run.evidence(Kind.DOUBT);
            case LIVE -> run.evidence(Kind.LIVE);
            case DELAYED -> run.evidence(Kind.DELAYED);
            case UNMATCHED -> run.evidence(Kind.UNMATCHED);
            case MATCHED -> run.evidence(Kind.MATCHED);
            case FILLED -> run.fill("first", "100", SettlementStatus.MATCHED);
            case CANCELLED -> run.evidence(Kind.CANCELLED);
            case EXPIRED -> run.evidence(Kind.EXPIRED);
            case REJECTED -> run.evidence(Kind.REFUSED);
            case DENIED -> run.ledger.deny(ID, RiskReason.MAX_ORDER, "too large", run.tick());
        }
        run.told.clear();
        return run;
    }

    Instant tick() {
        now = now.plusMillis(1);
        return now;
    }

    LedgerRun evidence(Kind kind) {
        ledger.apply(OrderEvidence.of(HASH, kind, "words", tick()), now);
        return this;
    }

    LedgerRun evidence(Kind kind, String matched) {
        ledger.apply(new OrderEvidence(HASH, kind, Quantity.parse(matched), "words", tick()), now);
        return this;
    }

    LedgerRun cancel(CancelAnswer.Outcome outcome) {
        ledger.apply(new CancelAnswer(HASH, outcome, "words", tick()), now);
        return this;
    }

    LedgerRun fill(String trade, String shares, SettlementStatus status) {
        return fill(
                trade,
                shares,
                "0.40",
                null,
                status,
                List.of(SettlementStatus.values()).indexOf(status));
    }

    /** A leg of that trade; the venue's time is that many seconds after the start. */
    LedgerRun fill(
            String trade, String shares, String price, @Nullable Cash fee, SettlementStatus status, int venueSecond) {
        ledger.apply(report(trade, shares, price, fee, status, venueSecond), tick());
        return this;
    }

    static FillReport report(
            String trade, String shares, String price, @Nullable Cash fee, SettlementStatus status, int venueSecond) {
        return new FillReport(
                new FillId(trade, 0, HASH, LiquidityRole.MAKER),
                YES,
                Side.BUY,
                Price.parse(price),
                Quantity.parse(shares),
                fee,
                status,
                START.plusSeconds(venueSecond),
                START);
    }

    Order order() {
        return ledger.order(ID).orElseThrow();
    }

    OrderLifecycle state() {
        return order().lifecycle();
    }
}
