package io.ploy.connectors.polymarket.account;

import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.VenueClock;
import io.ploy.api.portfolio.AccountReader;
import io.ploy.api.portfolio.Settlement;
import io.ploy.api.signing.Signer;
import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.VenueAccount;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.auth.L1Authorization;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.clob.CredentialClient;
import io.ploy.connectors.polymarket.clob.UserFrames;
import io.ploy.connectors.polymarket.data.DataClient;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.http.ClockOffset;
import io.ploy.connectors.polymarket.order.OrderMaker;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.relayer.RelayerClient;
import io.ploy.connectors.polymarket.settlement.PolymarketSettlement;
import io.ploy.connectors.polymarket.settlement.SettlementMeans;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One account on the venue. Nothing is sent until one of its parts is used. */
public final class PolymarketAccount implements VenueAccount, AutoCloseable {
    private final AccountId id;
    private final Credentials credentials;
    private final ClobAccountClient client;
    private final PolymarketGateway gateway;
    private final PolymarketAccountReader reader;
    private final @Nullable PolymarketSettlement settlement;
    private final AccountDoctor doctor;

    /**
     * An account.
     *
     * @param id our name for it
     * @param signer holds its key
     * @param options how it is used
     * @param venue what it shares with others
     * @throws IllegalArgumentException if the signer holds another key than the wallet's
     */
    public PolymarketAccount(AccountId id, Signer signer, AccountOptions options, VenueAccess venue) {
        this.id = id;
        Wallet wallet = options.wallet();
        Workers workers = new Workers(id.name(), options.orderThreads());
        AccountAlerts alerts = new AccountAlerts(venue.time(), venue.alerts());
        this.credentials =
                new Credentials(wallet.key(), source(signer, options, venue), workers.reads, alerts, venue.time());
        this.client = new ClobAccountClient(venue.transport(), credentials, wallet.kind(), venue.unknown());
        this.gateway = new PolymarketGateway(new GatewayMeans(
                id,
                venue.name(),
                new OrderMaker(
                        venue.exchanges(),
                        wallet,
                        signer,
                        () -> credentials.get().key(),
                        options.orders()),
                venue.markets(),
                client,
                credentials,
                new TradeLegs(venue.name(), wallet.funder()),
                new LiveUserChannel(id.name(), venue.userStream(), credentials, venue.streams(), workers.reads),
                new UserFrames(venue.unknown()),
                options.heartbeats(),
                new VenueModes(venue.time(), new ModeAlerts(id, alerts)::moved),
                alerts,
                clock(venue),
                venue.time(),
                workers));
        DataClient data = new DataClient(venue.transport(), venue.unknown(), venue.dataVersion());
        this.reader = new PolymarketAccountReader(
                venue.name(),
                wallet.funder(),
                client,
                data,
                new TradedMarkets(venue.markets(), venue.exchanges()),
                venue.time(),
                workers.reads);
        this.settlement = settlement(signer, options, venue, data, workers);
        this.doctor = new AccountDoctor(wallet, signer, venue, credentials, client, settlement);
    }

    private static @Nullable VenueClock clock(VenueAccess venue) {
        ClockOffset followed = venue.transport().clock();
        return followed.isFollowed() ? followed::lastReading : null;
    }

    private @Nullable PolymarketSettlement settlement(
            Signer signer, AccountOptions options, VenueAccess venue, DataClient data, Workers workers) {
        Authorization relayer = options.relayer();
        if (relayer == null) {
            return null;
        }
        return new PolymarketSettlement(new SettlementMeans(
                options.wallet(),
                venue.exchanges().chain(),
                signer,
                new RelayerClient(venue.transport(), relayer, venue.relayerRoutes(), venue.unknown()),
                venue.markets(),
                client,
                data,
                venue.time(),
                venue.transport().clock()::now,
                workers.operations,
                options.conversions()));
    }

    private static CredentialSource source(Signer signer, AccountOptions options, VenueAccess venue) {
        ApiCredentials given = options.credentials();
        if (given != null) {
            return CredentialSource.given(given);
        }
        L1Authorization wallet = new L1Authorization(venue.exchanges().chain(), signer, options.nonce());
        return CredentialSource.derived(new CredentialClient(venue.transport(), venue.unknown()), wallet);
    }

    @Override
    public AccountId id() {
        return id;
    }

    @Override
    public OrderGateway gateway() {
        return gateway;
    }

    @Override
    public AccountReader reader() {
        return reader;
    }

    /**
     * Splits, merges and redeems through the venue's relayer.
     *
     * @return absent for an EOA account, which would send its own transactions, and without credentials of the relayer
     */
    @Override
    public Optional<Settlement> settlement() {
        return Optional.ofNullable(settlement);
    }

    @Override
    public List<AccountCheck> check() {
        return doctor.check();
    }

    /** Everything else the venue lets the account do and see. */
    public ClobAccountClient client() {
        return client;
    }

    /** How well the venue's dead-man switch is held. */
    public HeartbeatState heartbeat() {
        return gateway.heartbeatState();
    }

    @Override
    public void close() {
        if (settlement != null) {
            settlement.close();
        }
        gateway.close();
    }
}
