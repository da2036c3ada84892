package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.risk.RiskAudit;
import io.ploy.core.allocation.AllocationPlan;
import io.ploy.core.allocation.DomainShare;
import io.ploy.core.allocation.DomainSplit;
import io.ploy.core.allocation.Fraction;
import io.ploy.core.allocation.Portion;
import io.ploy.core.allocation.TagPart;
import io.ploy.core.allocation.WindowPart;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a domain and a strategy may use of the capital, to the cent. */
class AllocationGateTest {
    private final GateRoom room = new GateRoom();

    private void plan(DomainShare... domains) {
        room.with(
                settings -> settings.withAllocation(new AllocationPlan(Fraction.percent(10), false, List.of(domains))));
        room.world.equity = Cash.ofUsd(1_000);
    }

    private Market tagged(String name, String tag) {
        Market market = room.world.add(name, FeeSchedule.FREE).toBuilder()
                .event(new Event(new EventId("test", name), "", EventStructure.INDEPENDENT, 1, List.of(tag)))
                .build();
        room.world.put(market);
        return market;
    }

    private static OrderRequest buy(Market market, String quantity, String limit) {
        return OrderRequest.buy(market.first().instrument(), Quantity.parse(quantity), Price.parse(limit));
    }

    @Test
    void aDomainUsesOnlyItsPart() {
        plan(DomainShare.of("sports", Fraction.percent(20)), DomainShare.of("other", Fraction.percent(10)));
        Market a = tagged("a", "nba");
        Market b = tagged("b", "nfl");

        // A fifth of 900.
        room.passes(buy(a, "450", "0.40"));
        room.shrinks(buy(a, "450.01", "0.40"), "450", "allocation", RiskReason.ALLOCATION);
        room.stays(buy(a, "400", "0.40"));
        room.shrinks(buy(b, "100", "0.40"), "50", "allocation", RiskReason.ALLOCATION);
        room.passes(room.buy("225", "0.40"));
    }

    @Test
    void aDomainThatIsNotInThePlanHasNothing() {
        plan(DomainShare.of("sports", Fraction.percent(20)));

        assertThat(room.refuses(room.buy("10", "0.40"), "allocation", RiskReason.ALLOCATION))
                .isEqualTo("other would use 4 USD, allocated are 0");
    }

    @Test
    void aPlanWithoutDomainsKeepsItsReserve() {
        plan();

        room.passes(room.buy("2250", "0.40"));
        room.shrinks(room.buy("2250.01", "0.40"), "2250", "allocation", RiskReason.ALLOCATION);
    }

    @Test
    void aStrategyWithAPortionUsesNoMore() {
        plan(DomainShare.of("other", Fraction.percent(50)).withStrategy(GateRoom.S, new Portion.Usd(Cash.ofUsd(40))));

        room.passes(room.buy("100", "0.40"));
        room.shrinks(room.buy("100.01", "0.40"), "100", "allocation", RiskReason.ALLOCATION);
        room.strategy = "another";
        room.stays(room.buy("1075", "0.40"));
        // Of the 450 of the domain 20 are left, which is less than the portion.
        room.strategy = GateRoom.S;
        room.shrinks(room.buy("100", "0.40"), "50", "allocation", RiskReason.ALLOCATION);
    }

    @Test
    void whatIsHeldCountsWithItsCostAndIsSoldWhateverThePlanSays() {
        plan(DomainShare.of("other", Fraction.percent(10)));
        room.hold(room.yes, "200", "100");

        room.refuses(room.buy("10", "0.40"), "allocation", RiskReason.ALLOCATION);
        room.refuses(room.buyNo("10", "0.40"), "allocation", RiskReason.ALLOCATION);
        room.passes(room.sell("200", "0.40"));
    }

    @Test
    void whatIsAllocatedFollowsTheEquity() {
        plan(DomainShare.of("other", Fraction.percent(10)));
        room.passes(room.buy("225", "0.40"));

        room.world.equity = Cash.ofUsd(500);
        room.shrinks(room.buy("225", "0.40"), "112.5", "allocation", RiskReason.ALLOCATION);
        room.world.equity = Cash.ofUsd(-1);
        room.refuses(room.buy("225", "0.40"), "allocation", RiskReason.ALLOCATION);
    }

    private Market window(String name, String symbol, int minutes) {
        Market market = room.world.add(name, FeeSchedule.FREE).toBuilder()
                .window(new MarketWindow(
                        room.now, room.now.plus(Duration.ofMinutes(minutes)), symbol, null, Duration.ZERO))
                .build();
        room.world.put(market);
        return market;
    }

    /** Of 900, crypto has 400: BTC 160, ETH 120, other symbols 120; 5 minutes 100, 15 minutes 260, other windows 40. */
    private void split() {
        plan(DomainShare.of("crypto", Fraction.WHOLE)
                .cappedAt(Cash.ofUsd(400))
                .splitBy(DomainSplit.NONE
                        .with(new TagPart("btc", Set.of("btc", "bitcoin"), Fraction.percent(40)))
                        .with(new TagPart("eth", Set.of("eth", "ethereum"), Fraction.percent(30)))
                        .with(new WindowPart(Duration.ofMinutes(5), Fraction.percent(25)))
                        .with(new WindowPart(Duration.ofMinutes(15), Fraction.percent(65)))));
    }

    @Test
    void aPartUsesOnlyItsShareOfTheDomainToTheCent() {
        split();
        Market btc = window("btc", "BTC/USD", 15);

        room.passes(buy(btc, "400", "0.40"));
        room.shrinks(buy(btc, "400.01", "0.40"), "400", "allocation", RiskReason.ALLOCATION);
    }

    @Test
    void theTightestPartDecides() {
        split();
        Market five = window("five", "BTC/USD", 5);
        Market fifteen = window("fifteen", "BTC/USD", 15);
        room.shrinks(buy(five, "500", "0.40"), "250", "allocation", RiskReason.ALLOCATION);
        room.stays(buy(fifteen, "200", "0.40"));
        room.shrinks(buy(five, "500", "0.40"), "200", "allocation", RiskReason.ALLOCATION);
        room.stays(buy(five, "200", "0.40"));

        assertThat(room.refuses(buy(fifteen, "10", "0.40"), "allocation", RiskReason.ALLOCATION))
                .isEqualTo("crypto.tags.btc would use 164 USD, allocated are 160");
        room.passes(buy(window("eth", "ETH/USD", 15), "300", "0.40"));
        room.shrinks(buy(window("eth5", "ETH/USD", 5), "300", "0.40"), "50", "allocation", RiskReason.ALLOCATION);
    }

    @Test
    void marketsThatFitNoPartShareWhatThePartsLeave() {
        split();
        Market hour = window("hour", "BTC/USD", 60);
        Market vote = tagged("vote", "crypto");
        Market doge = window("doge", "DOGE/USD", 15);

        room.shrinks(buy(hour, "110", "0.40"), "100", "allocation", RiskReason.ALLOCATION);
        room.stays(buy(hour, "50", "0.40"));
        room.shrinks(buy(vote, "60", "0.40"), "50", "allocation", RiskReason.ALLOCATION);
        room.shrinks(buy(doge, "310", "0.40"), "300", "allocation", RiskReason.ALLOCATION);
    }

    @Test
    void whatIsSoldOrLetGoMakesRoomInItsParts() {
        split();
        Market five = window("five", "BTC/USD", 5);
        RiskAudit order = room.stays(buy(five, "250", "0.40"));
        room.refuses(buy(five, "10", "0.40"), "allocation", RiskReason.ALLOCATION);

        room.portfolio.release(order.order());
        room.passes(buy(five, "250", "0.40"));

        room.hold(five.first().instrument(), "200", "100");
        room.refuses(buy(five, "10", "0.40"), "allocation", RiskReason.ALLOCATION);
        // Two fifths of what was paid, whatever it is sold for.
        room.portfolio.confirm(sold(five, "80", "0.70"));
        room.passes(buy(five, "100", "0.40"));
        room.shrinks(buy(five, "100.01", "0.40"), "100", "allocation", RiskReason.ALLOCATION);
    }

    private Fill sold(Market market, String quantity, String price) {
        OrderRequest sale =
                OrderRequest.sell(market.first().instrument(), Quantity.parse(quantity), Price.parse(price));
        ClientOrderId id = room.stays(sale).order();
        Fill fill = new Fill(
                new FillId("t", 0, new VenueOrderId("v"), LiquidityRole.TAKER),
                id,
                sale.instrument(),
                sale.side(),
                sale.limit(),
                sale.sharesAtLimit(),
                Cash.ZERO,
                LiquidityRole.TAKER,
                SettlementStatus.MATCHED,
                false,
                room.now);
        room.portfolio.book(GateRoom.S, fill);
        room.portfolio.release(id);
        return fill;
    }

    @Test
    void whatWasHeldBeforeThePlanCountsInItsParts() {
        Market five = window("five", "BTC/USD", 5);
        room.hold(five.first().instrument(), "100", "90");
        split();

        room.shrinks(buy(five, "100", "0.40"), "25", "allocation", RiskReason.ALLOCATION);
    }

    @Test
    void capitalFollowsAMarketIntoAnotherPart() {
        split();
        Market market = tagged("late", "crypto");
        room.hold(market.first().instrument(), "50", "40");
        room.refuses(buy(market, "10", "0.40"), "allocation", RiskReason.ALLOCATION);
        Market known = market.toBuilder()
                .event(new Event(
                        new EventId("test", "late"), "", EventStructure.INDEPENDENT, 1, List.of("bitcoin", "crypto")))
                .window(new MarketWindow(room.now, room.now.plusSeconds(900), "BTC/USD", null, Duration.ZERO))
                .build();

        room.world.put(known);
        room.portfolio.know(known);

        room.shrinks(buy(known, "400", "0.40"), "300", "allocation", RiskReason.ALLOCATION);
        room.passes(buy(window("hour", "ETH/USD", 60), "100", "0.40"));
    }
}
