package io.ploy.connectors.polymarket.account;

import io.ploy.api.PloyException;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.AccountReader;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.VenueMarkets;
import io.ploy.connectors.polymarket.clob.AssetType;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.clob.OpenOrder;
import io.ploy.connectors.polymarket.clob.OrderFilter;
import io.ploy.connectors.polymarket.data.DataClient;
import io.ploy.connectors.polymarket.data.DataPosition;
import io.ploy.connectors.polymarket.data.PositionFilter;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.PositionId;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Reads what an account holds. The indexer and open orders say which outcomes it may hold besides those asked for, the order
 * service how much of each and how much cash: the indexer lags, and its amounts are not used.
 */
final class PolymarketAccountReader implements AccountReader {
    private static final int MOST_POSITIONS = 10_000;

    private final String venue;
    private final Address funder;
    private final ClobAccountClient client;
    private final DataClient data;
    private final VenueMarkets markets;
    private final TimeSource time;
    private final Executor worker;

    PolymarketAccountReader(
            String venue,
            Address funder,
            ClobAccountClient client,
            DataClient data,
            VenueMarkets markets,
            TimeSource time,
            Executor worker) {
        this.venue = venue;
        this.funder = funder;
        this.client = client;
        this.data = data;
        this.markets = markets;
        this.time = time;
        this.worker = worker;
    }

    @Override
    public CompletionStage<AccountSnapshot> read(Set<InstrumentId> instruments) {
        Set<InstrumentId> asked = Set.copyOf(instruments);
        for (InstrumentId each : asked) {
            if (!each.venue().equals(venue)) {
                throw new IllegalArgumentException(each + " is no instrument of " + venue);
            }
        }
        try {
            return CompletableFuture.supplyAsync(() -> readNow(asked), worker);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(new PloyException(
                    "the account of " + funder + " is closed, so nothing is read; open a new connection", e));
        }
    }

    private AccountSnapshot readNow(Set<InstrumentId> asked) {
        Instant began = time.now();
        Cash collateral = client.balanceAllowance(AssetType.COLLATERAL, null).cash();
        Listing<DataPosition> positions = data.positions(PositionFilter.of(funder), MOST_POSITIONS);
        Listing<OpenOrder> orders = client.openOrders(OrderFilter.ALL);

        Set<String> tokens = new LinkedHashSet<>();
        asked.forEach(each -> tokens.add(each.symbol()));
        positions.items().forEach(position -> tokens.add(position.outcome().tokenId()));
        orders.items().forEach(order -> tokens.add(order.token()));
        Map<InstrumentId, Quantity> holdings = new HashMap<>();
        for (String token : tokens) {
            Quantity held = client.balanceAllowance(typeOf(token), token).shares();
            InstrumentId instrument = new InstrumentId(venue, token);
            if (!held.isZero() || asked.contains(instrument)) {
                holdings.put(instrument, held);
            }
        }
        return new AccountSnapshot(collateral, holdings, positions.isComplete() && orders.isComplete(), began);
    }

    /** By the market's version where it is known; the id alone tells only where it is not. */
    private AssetType typeOf(String token) {
        boolean position = markets.known(new InstrumentId(venue, token))
                .map(known -> known.version() == MarketVersion.POSITIONS)
                .orElseGet(() -> PositionId.looksLikeOne(token));
        return position ? AssetType.CONDITIONAL_V2 : AssetType.CONDITIONAL;
    }
}
