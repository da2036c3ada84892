package io.ploy.testkit.polymarket;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.signing.Address;
import io.ploy.core.sim.Placement;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.time.Duration;
import java.util.SplittableRandom;

/** Two accounts with all they need, who trade at a fixture. */
public final class Desk {
    public static final Address ANNA = new Address("0x" + "0a".repeat(20));
    public static final Address BEN = new Address("0x" + "0b".repeat(20));

    private final VenueFixture venue;
    public final VenueAccount anna;
    public final VenueAccount ben;

    public Desk(VenueFixture venue) {
        this.venue = venue;
        anna = venue.open("anna", WalletKind.EOA, ANNA, ANNA, "1000000");
        ben = venue.open("ben", WalletKind.SAFE, BEN, new Address("0x" + "1b".repeat(20)), "1000000");
        venue.loop.ask(() -> {
            for (ListedMarket market : venue.state.catalogue().markets()) {
                venue.state.exchange().depositSets(anna.id(), market.market().id(), Quantity.ofShares(1_000_000));
                venue.state.exchange().depositSets(ben.id(), market.market().id(), Quantity.ofShares(1_000_000));
            }
            return true;
        });
    }

    public Placement buy(VenueAccount account, String token, String price, String size) {
        return place(account, OrderRequest.buy(instrument(token), Quantity.parse(size), Price.parse(price)));
    }

    public Placement sell(VenueAccount account, String token, String price, String size) {
        return place(account, OrderRequest.sell(instrument(token), Quantity.parse(size), Price.parse(price)));
    }

    public Placement place(VenueAccount account, OrderRequest request) {
        return venue.loop.ask(() -> venue.state.exchange().place(account.id(), request));
    }

    public boolean cancel(VenueAccount account, VenueOrderId order) {
        return venue.loop.ask(() -> venue.state.exchange().cancel(account.id(), order));
    }

    public static InstrumentId instrument(String token) {
        return new InstrumentId(ListedMarket.VENUE, token);
    }

    /** Orders and cancels of both accounts on one market, time going on between them. */
    public void trade(ListedMarket market, long seed, int steps) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < steps; i++) {
            VenueAccount account = random.nextBoolean() ? anna : ben;
            if (random.nextInt(4) == 0) {
                cancelOne(account, random);
            } else {
                long tick = market.market().rules().tickSize().micros();
                long center = 1_000_000 / tick / 2;
                Price price = Price.ofMicros(tick * (center + random.nextLong(-center / 3, center / 3)));
                Quantity size = Quantity.ofMicros(10_000 * random.nextLong(500, 5_000));
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                InstrumentId instrument = instrument(market.tokenId(random.nextBoolean()));
                OrderRequest request = side == Side.BUY
                        ? OrderRequest.buy(instrument, size, price)
                        : OrderRequest.sell(instrument, size, price);
                place(account, random.nextInt(5) == 0 ? request.fillAndKill() : request);
            }
            venue.loop.advance(Duration.ofMillis(random.nextLong(40)));
        }
    }

    private void cancelOne(VenueAccount account, SplittableRandom random) {
        venue.loop.ask(() -> {
            var open = venue.state.exchange().openOrders(account.id());
            return !open.isEmpty()
                    && venue.state.exchange().cancel(account.id(), open.get(random.nextInt(open.size())));
        });
    }
}
