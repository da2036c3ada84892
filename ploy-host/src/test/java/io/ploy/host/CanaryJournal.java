package io.ploy.host;

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
import io.ploy.api.venue.VenueMoney;
import io.ploy.core.deployment.Deployment;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.RunFacts;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.core.portfolio.CashKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the journal of runs that bought two shares for 0.45 in one market after another: the first two of three are won, with
 * 1.10 each, the third is lost, with 0.90.
 */
public final class CanaryJournal implements AutoCloseable {
    private final JournalStore store;
    private final Duration step;
    private Instant now;
    private long epochs;
    private long orders;

    /** Begins in an empty folder; each record is a step later than the one before. */
    public CanaryJournal(Path folder, Instant begin, Duration step) {
        store = SegmentJournal.open(folder);
        now = begin;
        this.step = step;
    }

    /** What a run of a deployment says of itself. */
    public static RunFacts facts(Deployment deployment, VenueMoney money) {
        return new RunFacts(
                "polymarket",
                money,
                List.of(new RunFacts.Trader(
                        "small",
                        deployment.strategy(),
                        deployment.id().name(),
                        deployment.artifact().sha256(),
                        deployment.parametersSha256())));
    }

    private void write(JournalRecord record) {
        now = now.plus(step);
        store.append(record, now);
    }

    /** A run of so many markets. */
    public CanaryJournal run(String version, @Nullable RunFacts facts, int markets) {
        write(new JournalRecord.SessionStarted(version, "digest", 7, ++epochs, facts));
        if (epochs == 1) {
            write(new JournalRecord.CashMoved(Cash.ofUsd(1_000), CashKind.DEPOSIT, "opening balance"));
        }
        for (int i = 0; i < markets; i++) {
            trade(i % 3 < 2);
        }
        write(new JournalRecord.SessionClosed("clean"));
        return this;
    }

    private void trade(boolean isWon) {
        String name = "m" + ++orders;
        InstrumentId up = new InstrumentId("polymarket", name + "-up");
        MarketId market = new MarketId("polymarket", name);
        write(new JournalRecord.MarketObserved(Market.builder(
                        market,
                        new Outcome("Up", up),
                        new Outcome("Down", new InstrumentId("polymarket", name + "-down")),
                        TradingRules.builder(TickSize.CENT)
                                .fees(FeeSchedule.takerRate("0"))
                                .build())
                .slug(name)
                .event(Event.of(new EventId("polymarket", name)))
                .build()));
        ClientOrderId order = new ClientOrderId(new AccountId("main"), epochs, orders);
        VenueOrderId venueName = new VenueOrderId("0x" + orders);
        Price price = Price.parse("0.45");
        write(new JournalRecord.IntentAccepted(order, "small", OrderRequest.buy(up, Quantity.ofShares(2), price)));
        write(new JournalRecord.OrderPrepared(
                new PreparedOrder(order, venueName, now.plusSeconds(5), new byte[] {1}), 1));
        write(new JournalRecord.SendStarted(venueName, 1));
        write(new JournalRecord.FillObserved(new FillReport(
                new FillId("t" + orders, 0, venueName, LiquidityRole.TAKER),
                up,
                Side.BUY,
                price,
                Quantity.ofShares(2),
                Cash.ZERO,
                SettlementStatus.CONFIRMED,
                now,
                now)));
        write(new JournalRecord.Resolved(isWon ? Resolution.first(market, now) : Resolution.second(market, now)));
    }

    /** When the last record was written. */
    public Instant now() {
        return now;
    }

    @Override
    public void close() {
        store.close();
    }
}
