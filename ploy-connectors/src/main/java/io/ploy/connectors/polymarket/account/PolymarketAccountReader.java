package io.ploy.connectors.polymarket.account;

import io.ploy.api.PloyException;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.AccountReader;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.clob.AssetType;
import io.ploy.connectors.polymarket.clob.BalanceAllowance;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.clob.OpenOrder;
import io.ploy.connectors.polymarket.clob.OrderFilter;
import io.ploy.connectors.polymarket.data.DataClient;
import io.ploy.connectors.polymarket.data.DataPosition;
import io.ploy.connectors.polymarket.data.PositionFilter;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.PositionId;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what an account holds. The indexer and open orders say which outcomes it may hold besides those asked for, the order
 * service how much of each, how much cash, and what the exchanges may take: the indexer lags, and its amounts are not used but
 * for credits, which nothing else lists.
 */
final class PolymarketAccountReader implements AccountReader {
    private static final Logger LOG = LoggerFactory.getLogger(PolymarketAccountReader.class);
    private static final int MOST_POSITIONS = 10_000;
    private static final Duration DAY = Duration.ofDays(1);

    private final String venue;
    private final Address funder;
    private final ClobAccountClient client;
    private final DataClient data;
    private final TradedMarkets markets;
    private final IndexedCredits credits;
    private final TimeSource time;
    private final Executor worker;

    PolymarketAccountReader(
            String venue,
            Address funder,
            ClobAccountClient client,
            DataClient data,
            TradedMarkets markets,
            TimeSource time,
            Executor worker) {
        this.venue = venue;
        this.funder = funder;
        this.client = client;
        this.data = data;
        credits = new IndexedCredits(data, funder);
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
        BalanceAllowance collateral = read(AssetType.COLLATERAL, null, markets.all());
        Listing<DataPosition> positions = data.positions(PositionFilter.of(funder), MOST_POSITIONS);
        Listing<OpenOrder> orders = client.openOrders(OrderFilter.ALL);

        Set<String> tokens = new LinkedHashSet<>();
        asked.forEach(each -> tokens.add(each.symbol()));
        positions.items().forEach(position -> tokens.add(position.outcome().tokenId()));
        orders.items().forEach(order -> tokens.add(order.token()));
        Map<InstrumentId, Quantity> holdings = new HashMap<>();
        StatedAllowances allowances = new StatedAllowances(markets, collateral);
        for (String token : tokens) {
            InstrumentId instrument = new InstrumentId(venue, token);
            VenueMarket market = markets.known(instrument);
            MarketVersion version = version(token, market);
            Address exchange = market == null ? null : markets.exchange(market);
            BalanceAllowance balance = read(assetOf(version), token, exchange == null ? List.of() : List.of(exchange));
            allowances.add(version, balance);
            Quantity held = balance.shares();
            if (!held.isZero() || asked.contains(instrument)) {
                holdings.put(instrument, held);
            }
        }
        return new AccountSnapshot(
                collateral.cash(),
                holdings,
                positions.isComplete() && orders.isComplete(),
                began,
                allowances,
                credits.since(began.minus(DAY)));
    }

    /** What the venue remembers; where it says that somebody may take nothing, it has to look again first. */
    private BalanceAllowance read(AssetType type, @Nullable String token, List<Address> takers) {
        BalanceAllowance remembered = client.balanceAllowance(type, token);
        if (takers.stream().noneMatch(taker -> remembered.statedMicros(taker).orElse(1) == 0)) {
            return remembered;
        }
        try {
            client.refreshBalanceAllowance(type, token);
        } catch (RequestException e) {
            LOG.debug("the venue did not look at the chain for {} {}", type, token, e);
            return remembered;
        }
        return client.balanceAllowance(type, token);
    }

    /** The market's where it is known; the id alone tells only where it is not. */
    private static MarketVersion version(String token, @Nullable VenueMarket market) {
        if (market != null) {
            return market.version();
        }
        return PositionId.looksLikeOne(token) ? MarketVersion.POSITIONS : MarketVersion.CTF;
    }

    private static AssetType assetOf(MarketVersion version) {
        return version == MarketVersion.POSITIONS ? AssetType.CONDITIONAL_V2 : AssetType.CONDITIONAL;
    }
}
