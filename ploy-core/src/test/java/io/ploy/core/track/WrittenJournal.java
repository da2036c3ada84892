package io.ploy.core.track;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.performance.NotedMark;
import io.ploy.core.performance.PerformanceChange;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.RunFacts;
import io.ploy.core.portfolio.CashKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journal whose every record a test decides. */
final class WrittenJournal {
    final InMemoryJournal journal = new InMemoryJournal();
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    String strategy = "s";
    private long orders;
    private long epochs;

    static InstrumentId up(String market) {
        return new InstrumentId("sim", market + "-up");
    }

    static InstrumentId down(String market) {
        return new InstrumentId("sim", market + "-down");
    }

    void write(JournalRecord record) {
        now = now.plusSeconds(1);
        journal.append(record, now);
    }

    WrittenJournal at(String time) {
        now = Instant.parse(time);
        return this;
    }

    void begin(@Nullable RunFacts facts) {
        write(new JournalRecord.SessionStarted("0.1.0", "digest", 7, ++epochs, facts));
        if (epochs == 1) {
            write(new JournalRecord.CashMoved(Cash.ofUsd(1_000), CashKind.DEPOSIT, "opening balance"));
        }
    }

    void market(String name, @Nullable String event, boolean withFees) {
        TradingRules.Builder rules = TradingRules.builder(TickSize.CENT);
        if (withFees) {
            rules.fees(FeeSchedule.takerRate("0"));
        }
        Market.Builder market = Market.builder(
                        new MarketId("sim", name),
                        new Outcome("Up", up(name)),
                        new Outcome("Down", down(name)),
                        rules.build())
                .slug(name);
        if (event != null) {
            market.event(Event.of(new EventId("sim", event)));
        }
        write(new JournalRecord.MarketObserved(market.build()));
    }

    void buy(InstrumentId instrument, int shares, String price, @Nullable String fee) {
        fill(instrument, Side.BUY, shares, price, fee, SettlementStatus.CONFIRMED);
    }

    void sell(InstrumentId instrument, int shares, String price) {
        fill(instrument, Side.SELL, shares, price, "0", SettlementStatus.CONFIRMED);
    }

    /** An order that is filled at once. */
    FillReport fill(
            InstrumentId instrument,
            Side side,
            int shares,
            String price,
            @Nullable String fee,
            SettlementStatus status) {
        ClientOrderId order = new ClientOrderId(new AccountId("main"), epochs, ++orders);
        VenueOrderId name = new VenueOrderId("0x" + orders);
        Quantity quantity = Quantity.ofShares(shares);
        Price limit = Price.parse(price);
        OrderRequest request = side == Side.BUY
                ? OrderRequest.buy(instrument, quantity, limit)
                : OrderRequest.sell(instrument, quantity, limit);
        write(new JournalRecord.IntentAccepted(order, strategy, request));
        write(new JournalRecord.OrderPrepared(new PreparedOrder(order, name, now.plusSeconds(5), new byte[] {1}), 1));
        write(new JournalRecord.SendStarted(name, 1));
        FillReport report = new FillReport(
                new FillId("t" + orders, 0, name, LiquidityRole.TAKER),
                instrument,
                side,
                limit,
                quantity,
                fee == null ? null : Cash.parse(fee),
                status,
                now,
                now);
        write(new JournalRecord.FillObserved(report));
        return report;
    }

    void failed(FillReport report) {
        write(new JournalRecord.FillObserved(new FillReport(
                report.id(),
                report.instrument(),
                report.side(),
                report.price(),
                report.quantity(),
                report.feeOrNull(),
                SettlementStatus.FAILED,
                now,
                now)));
    }

    void mark(InstrumentId instrument, int shares, String value) {
        write(new JournalRecord.PerformanceMoved(new PerformanceChange.MarksNoted(
                List.of(new NotedMark(
                        instrument,
                        Quantity.ofShares(shares).micros(),
                        Cash.parse(value).micros())),
                now)));
    }

    void resolve(String market, String payout) {
        Price first = Price.parse(payout);
        write(new JournalRecord.Resolved(new Resolution(new MarketId("sim", market), first, first.complement(), now)));
    }

    void end() {
        write(new JournalRecord.SessionClosed("clean"));
    }

    TrackRecord record(String from, String to) {
        TrackRecorder recorder = new TrackRecorder("s", Instant.parse(from), Instant.parse(to));
        journal.replay(recorder);
        return recorder.record();
    }

    TrackRecord record() {
        return record("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z");
    }
}
