package io.ploy.core.history;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.order.Fill;
import io.ploy.api.portfolio.Conversion;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationId;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalRecord.SharesMoved;
import io.ploy.core.portfolio.Operations;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Positions and cash, by the same ledger that kept them. */
final class MoneyHistory implements FillBooking {
    private final MarketBooks books;
    private final Consumer<HistoryRow> rows;
    private final Set<MarketBook> touched = new LinkedHashSet<>();
    private RowStamp stamp = new RowStamp(0, Instant.EPOCH);
    private Cause cause = Cause.RETRY;
    private long balance;

    /** Why cash moves while a record is folded. */
    private record Cause(CashRow.Kind kind, @Nullable String strategy, String reference) {
        static final Cause RETRY = new Cause(CashRow.Kind.RETRY, null, "");
    }

    MoneyHistory(MarketBooks books, Consumer<HistoryRow> rows) {
        this.books = books;
        this.rows = rows;
    }

    void begin(RowStamp record) {
        stamp = record;
    }

    /** Gives rows of everything that is another by now. */
    void end() {
        for (MarketBook book : touched) {
            books.changed(book, stamp, rows::accept);
            long moved = book.cashMoved();
            if (moved != 0) {
                cash(cause, book.marketId(), moved);
            }
        }
        touched.clear();
        cause = Cause.RETRY;
    }

    private void cash(Cause why, @Nullable MarketId market, long micros) {
        balance = Math.addExact(balance, micros);
        rows.accept(new CashRow(
                stamp.sequence(),
                stamp.at(),
                why.kind(),
                why.strategy(),
                market,
                why.reference(),
                Cash.ofMicros(micros),
                Cash.ofMicros(balance)));
    }

    void moved(JournalRecord.CashMoved record) {
        CashRow.Kind kind = CashRow.Kind.valueOf(record.kind().name());
        cash(new Cause(kind, null, record.why()), null, record.amount().micros());
    }

    void shares(SharesMoved moved) {
        MarketBook book = books.of(moved.instrument());
        touched.add(book);
        book.move(moved);
    }

    void observed(Market market) {
        touched.add(books.observe(market));
    }

    void resolved(Market market, Resolution resolution) {
        MarketBook book = books.find(market.id());
        if (book != null) {
            touched.add(book);
            book.resolved(market, resolution);
        }
    }

    @Override
    public void book(String strategy, Fill fill) {
        touch(CashRow.Kind.FILL, strategy, fill).ledgerFor(strategy).book(strategy, fill);
    }

    @Override
    public void confirm(String strategy, Fill fill) {
        touch(CashRow.Kind.FEE, strategy, fill).ledgerFor(strategy).confirm(fill);
    }

    @Override
    public void reverse(String strategy, Fill fill) {
        touch(CashRow.Kind.REVERSAL, strategy, fill).ledgerFor(strategy).reverse(fill);
    }

    private MarketBook touch(CashRow.Kind kind, String strategy, Fill fill) {
        cause = new Cause(kind, strategy, fill.id().toString());
        MarketBook book = books.of(fill.instrument());
        touched.add(book);
        return book;
    }

    /** Claims what an operation needs; a redemption needs nothing, and what a conversion claims is no matter of history. */
    void begin(String strategy, Operation operation) {
        MarketBook book = books.find(operation.market());
        Market market = book == null ? null : book.market();
        if (book != null && market != null && isOfOneMarket(operation) && operation.kind() != Operation.Kind.REDEEM) {
            book.ledgerFor(strategy).operations().reserve(strategy, operation, List.of(market));
        }
    }

    private static boolean isOfOneMarket(Operation operation) {
        return operation.conversion() == null;
    }

    void failed(Operation operation) {
        MarketBook book = books.find(operation.market());
        if (book != null) {
            book.ledger().operations().fail(operation.id());
        }
    }

    /** Answers what a redemption paid. */
    @Nullable
    Cash completed(@Nullable String strategy, Operation operation) {
        MarketBook book = books.find(operation.market());
        if (book == null) {
            return null;
        }
        OperationId id = operation.id();
        touched.add(book);
        return switch (operation.kind()) {
            case SPLIT -> completed(book, id, new Cause(CashRow.Kind.SPLIT, strategy, id.toString()));
            case MERGE -> completed(book, id, new Cause(CashRow.Kind.MERGE, strategy, id.toString()));
            case REDEEM -> paid(book, new Cause(CashRow.Kind.REDEMPTION, strategy, id.toString()));
            case CONVERT -> {
                if (strategy != null) {
                    converted(strategy, operation, new Cause(CashRow.Kind.CONVERSION, strategy, id.toString()));
                }
                yield null;
            }
        };
    }

    private @Nullable Cash completed(MarketBook book, OperationId id, Cause why) {
        cause = why;
        book.ledger().operations().complete(id);
        return null;
    }

    private void converted(String strategy, Operation operation, Cause why) {
        Conversion conversion = Objects.requireNonNull(operation.conversion());
        List<MarketBook> given = known(conversion.given());
        List<MarketBook> received = known(conversion.received());
        if (given.size() + received.size() < operation.markets().size()) {
            return; // Books that were never opened, or are closed: the comparison with the venue tells.
        }
        cause = why;
        Operations.convert(
                given.stream()
                        .map(book -> operations(book, strategy).given(strategy, market(book)))
                        .toList(),
                received.stream()
                        .map(book -> operations(book, strategy).received(strategy, market(book)))
                        .toList(),
                operation.quantity(),
                conversion.cashMicros(operation.quantity().micros()));
        touched.addAll(given);
        touched.addAll(received);
    }

    private List<MarketBook> known(List<MarketId> markets) {
        return markets.stream()
                .map(books::find)
                .filter(Objects::nonNull)
                .filter(book -> book.market() != null)
                .toList();
    }

    private static Operations operations(MarketBook book, String strategy) {
        return book.ledgerFor(strategy).operations();
    }

    private static Market market(MarketBook book) {
        return Objects.requireNonNull(book.market());
    }

    private @Nullable Cash paid(MarketBook book, Cause why) {
        Market market = book.market();
        Resolution resolution = book.resolution();
        if (market == null || resolution == null) {
            return null;
        }
        cause = why;
        return book.ledger().resolve(market, resolution);
    }
}
