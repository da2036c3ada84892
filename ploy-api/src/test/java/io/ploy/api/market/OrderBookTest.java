package io.ploy.api.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a book derives from its tops, whoever keeps it. */
class OrderBookTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final InstrumentId UP = new InstrumentId("venue", "up");

    @Test
    void theTopsOfATwoSidedBookMakeItsQuoteAndSpread() {
        OrderBook book = new Tops(520_000, 550_000);

        assertThat(book.bestBid()).contains(Price.parse("0.52"));
        assertThat(book.bestAsk()).contains(Price.parse("0.55"));
        assertThat(book.spreadMicros()).isEqualTo(30_000);
        assertThat(book.size(BookSide.ASKS, Price.parse("0.55"))).isEqualTo(Quantity.ofShares(7));
        assertThat(book.quote().bid()).contains(new BookLevel(Price.parse("0.52"), Quantity.ofShares(5)));
        assertThat(book.quote().ask()).contains(new BookLevel(Price.parse("0.55"), Quantity.ofShares(7)));
    }

    @Test
    void anEmptySideHasNoTopAndTheBookNoSpread() {
        OrderBook onlyBids = new Tops(520_000, OrderBook.NONE);
        OrderBook onlyAsks = new Tops(OrderBook.NONE, 550_000);

        assertThat(onlyBids.bestAsk()).isEmpty();
        assertThat(onlyBids.quote().ask()).isEmpty();
        assertThat(onlyBids.spreadMicros()).isEqualTo(OrderBook.NONE);
        assertThat(onlyAsks.bestBid()).isEmpty();
        assertThat(onlyAsks.quote().bid()).isEmpty();
        assertThat(onlyAsks.spreadMicros()).isEqualTo(OrderBook.NONE);
    }

    @Test
    void aBookWasHeardWhenItsLaterSideWas() {
        assertThat(new Tops(520_000, 550_000).heardAt()).isEqualTo(NOON.plusSeconds(1));
    }

    private record Tops(long bestBidMicros, long bestAskMicros) implements OrderBook {
        @Override
        public InstrumentId instrument() {
            return UP;
        }

        @Override
        public TickSize tickSize() {
            return TickSize.CENT;
        }

        @Override
        public BookTrust trust() {
            return BookTrust.LIVE;
        }

        @Override
        public long generation() {
            return 1;
        }

        @Override
        public Instant updatedAt(BookSide side) {
            return side == BookSide.BIDS ? NOON : NOON.plusSeconds(1);
        }

        @Override
        public long sizeMicros(BookSide side, long priceMicros) {
            return side == BookSide.BIDS ? 5_000_000 : 7_000_000;
        }

        @Override
        public List<BookLevel> levels(BookSide side, int limit) {
            return List.of();
        }

        @Override
        public Sweep sweep(BookSide side, Quantity wanted, Price limit, FeeSchedule fees) {
            throw new UnsupportedOperationException();
        }
    }
}
