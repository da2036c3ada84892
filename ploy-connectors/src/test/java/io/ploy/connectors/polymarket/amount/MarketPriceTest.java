package io.ploy.connectors.polymarket.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketPriceTest {
    private static final OrderSize TEN_USD = new OrderSize.Spend(Cash.ofUsd(10));

    @Test
    void levelThatIsJustEnoughIsThePrice() {
        // 5 + 5 exactly
        List<BookLevel> asks = List.of(level("0.5", "10"), level("0.625", "8"), level("0.7", "100"));

        assertThat(MarketPrice.of(TEN_USD, TimeInForce.FOK, asks)).contains(Price.parse("0.625"));
    }

    @Test
    void partsOfAMicroAreNotLostBetweenLevels() {
        // Each level is worth half a micro less than 5 pUSD, together a micro less than 10.
        List<BookLevel> almost = List.of(level("0.5", "9.999999"), level("0.5", "9.999999"), level("0.9", "1"));
        List<BookLevel> exactly = List.of(level("0.5", "9.999999"), level("0.5", "10.000001"), level("0.9", "1"));

        assertThat(MarketPrice.of(TEN_USD, TimeInForce.FOK, almost)).contains(Price.parse("0.9"));
        assertThat(MarketPrice.of(TEN_USD, TimeInForce.FOK, exactly)).contains(Price.parse("0.5"));
    }

    @Test
    void bookTooShallowIsNoPriceForAllOrNothingAndItsLastLevelForTheRest() {
        List<BookLevel> asks = List.of(level("0.5", "1"), level("0.6", "1"));

        assertThat(MarketPrice.of(TEN_USD, TimeInForce.FOK, asks)).isEmpty();
        assertThat(MarketPrice.of(TEN_USD, TimeInForce.FAK, asks)).contains(Price.parse("0.6"));
    }

    @Test
    void emptySideIsNoPrice() {
        assertThat(MarketPrice.of(TEN_USD, TimeInForce.FAK, List.of())).isEmpty();
    }

    @Test
    void largestSizesDoNotOverflow() {
        List<BookLevel> asks = List.of(level("1", "9223372036854.775807"), level("1", "9223372036854.775807"));
        OrderSize everything = new OrderSize.Spend(Cash.ofMicros(Long.MAX_VALUE));

        assertThat(MarketPrice.of(everything, TimeInForce.FOK, asks)).contains(Price.ONE);
    }

    @Test
    void buyerTakesFromAsksAndSellerFromBids() {
        OrderBook book = mock(OrderBook.class);
        when(book.levels(BookSide.ASKS, Integer.MAX_VALUE)).thenReturn(List.of(level("0.6", "5")));
        when(book.levels(BookSide.BIDS, Integer.MAX_VALUE)).thenReturn(List.of(level("0.4", "5")));
        OrderSize five = new OrderSize.Shares(Quantity.ofShares(5));

        assertThat(MarketPrice.of(Side.BUY, five, TimeInForce.FOK, book)).contains(Price.parse("0.6"));
        assertThat(MarketPrice.of(Side.SELL, five, TimeInForce.FOK, book)).contains(Price.parse("0.4"));
    }

    @Test
    void orderThatRestsHasNoMarketPrice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarketPrice.of(TEN_USD, TimeInForce.GTC, List.of()))
                .withMessage("a market price is for FOK and FAK, not for GTC");
    }

    private static BookLevel level(String price, String size) {
        return new BookLevel(Price.parse(price), Quantity.parse(size));
    }
}
