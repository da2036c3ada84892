package io.ploy.core.risk;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent.BookSnapshot;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.RiskReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gates that look at prices: what trips each, and what it lets through at the exact boundary. Bid .48, ask .50. */
class PriceGatesTest {
    private final GateRoom room = new GateRoom();

    @Test
    void aPurchaseGoesNoFurtherBeyondTheAskThanTheCollar() {
        room.set(Limit.PRICE_COLLAR, Price.parse("0.03")).set(Limit.PRICE_COLLAR_TICKS, 0);

        room.passes(room.buy("10", "0.53"));
        room.refuses(room.buy("10", "0.54"), "price-collar", RiskReason.PRICE_COLLAR);
        room.passes(room.buy("10", "0.01"));
    }

    @Test
    void whereTicksAreWideTheyCount() {
        room.set(Limit.PRICE_COLLAR, Price.parse("0.03")).set(Limit.PRICE_COLLAR_TICKS, 4);

        room.passes(room.buy("10", "0.54"));
        room.refuses(room.buy("10", "0.55"), "price-collar", RiskReason.PRICE_COLLAR);
    }

    @Test
    void aSaleThatReducesMayGoTwiceAsFar() {
        room.hold(room.yes, "100", "90");
        room.hold(room.no, "100", "10");
        room.set(Limit.PRICE_COLLAR, Price.parse("0.03")).set(Limit.PRICE_COLLAR_TICKS, 0);

        room.refuses(room.sell("10", "0.44"), "price-collar", RiskReason.PRICE_COLLAR);
        room.passes(room.sell("10", "0.45"));

        room.hold(room.yes, "100", "90");
        room.passes(room.sell("10", "0.42"));
        room.refuses(room.sell("10", "0.41"), "price-collar", RiskReason.PRICE_COLLAR);
    }

    @Test
    void whereNobodyOffersThereIsNothingToGoBeyond() {
        book(room.yes, List.of(level("0.48", "100")), List.of());
        room.set(Limit.PRICE_COLLAR, Price.parse("0.03")).set(Limit.PRICE_COLLAR_TICKS, 0);

        room.passes(room.buy("10", "0.90"));
    }

    @Test
    void whatTradesAtOnceWantsBidAndAskClose() {
        room.set(Limit.MAX_SPREAD, Price.parse("0.02"));
        room.passes(room.buy("10", "0.50"));

        room.world.quote(room.yes, "0.47", "0.50");

        room.refuses(room.buy("10", "0.50"), "spread", RiskReason.SPREAD_TOO_WIDE);
        room.passes(room.buy("10", "0.49"));
        room.passes(room.buy("10", "0.50").postOnly());
        room.hold(room.yes, "10", "5");
        room.passes(room.sell("10", "0.47"));
    }

    @Test
    void aBookWithOneSideIsWide() {
        book(room.yes, List.of(), List.of(level("0.50", "100")));
        room.set(Limit.MAX_SPREAD, Price.parse("0.99"));

        room.refuses(room.buy("10", "0.50"), "spread", RiskReason.SPREAD_TOO_WIDE);
    }

    @Test
    void whatTradesAtOnceTakesOnlyAPartOfWhatIsOffered() {
        book(
                room.yes,
                List.of(level("0.48", "100")),
                List.of(level("0.50", "30"), level("0.51", "50"), level("0.53", "1000")));
        room.set(Limit.MAX_DEPTH_SHARE, 0.5);

        room.passes(room.buy("15", "0.50"));
        room.shrinks(room.buy("15.01", "0.50"), "15", "depth", RiskReason.DEPTH_INSUFFICIENT);
        room.shrinks(room.buy("100", "0.52"), "40", "depth", RiskReason.DEPTH_INSUFFICIENT);
        room.passes(room.buy("540", "0.53"));
        room.passes(room.buy("1000", "0.49"));
    }

    @Test
    void whatCannotTradeButWouldHaveToIsRefused() {
        room.set(Limit.MAX_DEPTH_SHARE, 0.5);

        room.refuses(room.buy("10", "0.49").fillAndKill(), "depth", RiskReason.DEPTH_INSUFFICIENT);
    }

    @Test
    void theAveragePriceStaysNearTheBest() {
        // 30 at .50, 50 at .51, then .53: 30 x 0 + 50 x .01 + x times .03 is at most .012 on the average of all.
        book(
                room.yes,
                List.of(level("0.48", "100")),
                List.of(level("0.50", "30"), level("0.51", "50"), level("0.53", "1000")));
        room.set(Limit.MAX_SLIPPAGE, Price.parse("0.012"));

        room.passes(room.buy("80", "0.53"));
        // (0.5 + .03 x) / (80 + x) = .012: x = 25.55.
        room.passes(room.buy("105.55", "0.53"));
        room.shrinks(room.buy("105.56", "0.53"), "105.55", "depth", RiskReason.DEPTH_INSUFFICIENT);
    }

    @Test
    void aSaleWalksTheBids() {
        book(room.yes, List.of(level("0.48", "30"), level("0.45", "100")), List.of(level("0.50", "10")));
        room.hold(room.yes, "200", "20");
        room.hold(room.no, "200", "180");
        room.set(Limit.MAX_DEPTH_SHARE, 0.5);

        room.shrinks(room.sell("100", "0.45"), "65", "depth", RiskReason.DEPTH_INSUFFICIENT);
    }

    @Test
    void anOrderDoesNotTradeWithOurOwn() {
        room.world.ownAsks.put(room.yes, 520_000L);

        room.passes(room.buy("10", "0.51"));
        room.refuses(room.buy("10", "0.52"), "self-cross", RiskReason.SELF_CROSS);

        room.hold(room.yes, "10", "5");
        room.world.ownBids.put(room.yes, 470_000L);
        room.passes(room.sell("10", "0.48"));
        room.refuses(room.sell("10", "0.47"), "self-cross", RiskReason.SELF_CROSS);
    }

    @Test
    void anOrderDoesNotMakeAPairWithOurOwn() {
        room.world.ownBids.put(room.no, 480_000L);

        room.passes(room.buy("10", "0.51"));
        room.refuses(room.buy("10", "0.52"), "self-cross", RiskReason.SELF_CROSS);

        room.hold(room.yes, "10", "5");
        room.world.ownAsks.put(room.no, 510_000L);
        room.passes(room.sell("10", "0.50"));
        room.refuses(room.sell("10", "0.49"), "self-cross", RiskReason.SELF_CROSS);
    }

    private void book(InstrumentId instrument, List<BookLevel> bids, List<BookLevel> asks) {
        room.world
                .books
                .get(instrument)
                .snapshot(
                        new BookSnapshot(FakeWorld.NOON, instrument, TickSize.CENT, bids, new ArrayList<>(asks)),
                        FakeWorld.NOON_NANOS);
    }

    private static BookLevel level(String price, String size) {
        return new BookLevel(Price.parse(price), Quantity.parse(size));
    }
}
