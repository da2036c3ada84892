package io.ploy.core.portfolio;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Sweep;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Marks holdings by walking down the bids of their books: never mid, never last trade. What the bids do not take is worth
 * nothing, and so is a holding whose market's fees are not known.
 *
 * <p><b>Threading.</b> That of the books.
 */
public final class BookMarks implements Marks {
    private final Function<InstrumentId, @Nullable OrderBook> books;
    private final MarketLookup markets;

    /**
     * Marks from books.
     *
     * @param books the book of an instrument, or null if there is none
     * @param markets for the fee schedules
     */
    public BookMarks(Function<InstrumentId, @Nullable OrderBook> books, MarketLookup markets) {
        this.books = books;
        this.markets = markets;
    }

    @Override
    public long bidNetMicros(InstrumentId instrument, long sizeMicros) {
        OrderBook book = books.apply(instrument);
        Market market = markets.marketOf(instrument);
        FeeSchedule fees = market == null ? null : market.rules().fees().orElse(null);
        if (book == null || fees == null) {
            return 0;
        }
        Sweep sweep = book.sweep(BookSide.BIDS, Quantity.ofMicros(sizeMicros), Price.ZERO, fees);
        return sweep.notional().minus(sweep.fees()).micros();
    }
}
