package io.ploy.core.engine;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.core.ledger.OrderLedger;
import io.ploy.core.risk.RiskWorld;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the risk rules look at. */
final class DeskRiskWorld implements RiskWorld {
    private final Books books;
    private final OrderLedger ledger;
    private final Scribe journal;
    private final Predicate<String> stopped;

    DeskRiskWorld(Books books, OrderLedger ledger, Scribe journal, Predicate<String> stopped) {
        this.books = books;
        this.ledger = ledger;
        this.journal = journal;
        this.stopped = stopped;
    }

    @Override
    public @Nullable Market marketOf(InstrumentId instrument) {
        return books.markets().marketOf(instrument);
    }

    @Override
    public OrderBook book(InstrumentId instrument) {
        return books.markets().book(instrument);
    }

    @Override
    public boolean journalWritable() {
        return journal.isWritable();
    }

    @Override
    public boolean halted() {
        return books.gate().isHalted();
    }

    @Override
    public String haltCause() {
        return books.gate().cause();
    }

    @Override
    public boolean strategyStopped(String strategy) {
        return stopped.test(strategy);
    }

    @Override
    public int openOrders(String strategy) {
        return ledger.openCount(strategy);
    }

    @Override
    public boolean unknownOrder(String strategy, Market market) {
        return ledger.hasUnknown(strategy, market::has);
    }
}
