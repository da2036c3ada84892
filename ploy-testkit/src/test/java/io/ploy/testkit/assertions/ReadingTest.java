package io.ploy.testkit.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.TimeInForce;
import io.ploy.testkit.junit.SimulatedPolymarket;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.record.RecordListener;
import io.ploy.testkit.polymarket.record.TradeRow;
import io.ploy.testkit.polymarket.record.VenueRecords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Fills beyond an order's size, which a sound exchange never makes, so they are written down by hand. */
@SimulatedPolymarket(world = "longdated:questions=1;newer=0", startsAt = "2026-07-01T12:00:00Z")
class ReadingTest {
    @Test
    void moreSharesThanAnOrderOfSharesAskedForIsTooMuch(PolymarketSimulator venue) {
        assertThat(overfilled(venue, TimeInForce.GTC, "10", "10", "0.50")).isEmpty();
        assertThat(overfilled(venue, TimeInForce.GTC, "10", "10.000001", "0.50"))
                .singleElement()
                .asString()
                .contains("filled 10.000001");
    }

    @Test
    void anOrderThatSpendsMayBringMoreSharesForItsCashButNotMoreCash(PolymarketSimulator venue) {
        assertThat(overfilled(venue, TimeInForce.FAK, "10", "20", "0.25")).isEmpty();
        assertThat(overfilled(venue, TimeInForce.FAK, "10", "20", "0.26")).hasSize(1);
    }

    private static List<String> overfilled(
            PolymarketSimulator venue, TimeInForce timeInForce, String wanted, String matched, String price) {
        VenueAccount account = venue.accounts().get(0).account();
        ListedMarket market = venue.openMarkets().get(0);
        OrderRow order = new OrderRow(
                "0x01",
                account,
                "owner",
                market,
                market.market().first().instrument(),
                Side.BUY,
                Price.parse("0.50"),
                Quantity.parse(wanted),
                Quantity.parse(matched),
                timeInForce,
                "MATCHED",
                Instant.EPOCH,
                null,
                List.of("trade"));
        TradeRow trade = new TradeRow(
                "trade",
                0,
                market,
                SettlementStatus.CONFIRMED,
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                new TradeRow.Party(
                        account,
                        "owner",
                        "0x01",
                        order.instrument(),
                        Side.BUY,
                        Price.parse(price),
                        order.matched(),
                        Cash.ZERO),
                List.of());
        return venue.state()
                .loop()
                .ask(() -> new Reading(venue.state(), new Written(account, order, trade)).overfilled());
    }

    private record Written(VenueAccount owner, OrderRow order, TradeRow trade) implements VenueRecords {
        @Override
        public Optional<OrderRow> order(String hash) {
            return Optional.of(order);
        }

        @Override
        public List<OrderRow> open(VenueAccount account) {
            return List.of();
        }

        @Override
        public List<OrderRow> orders(VenueAccount account) {
            return account.equals(owner) ? List.of(order) : List.of();
        }

        @Override
        public List<TradeRow> trades(VenueAccount account) {
            return List.of(trade);
        }

        @Override
        public List<TradeRow> trades() {
            return List.of(trade);
        }

        @Override
        public void listen(RecordListener listener) {
            throw new UnsupportedOperationException("nothing happens here");
        }
    }
}
