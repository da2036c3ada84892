package io.ploy.testkit.polymarket;

import io.ploy.testkit.polymarket.account.Standing;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.auth.AuthRoutes;
import io.ploy.testkit.polymarket.auth.CredentialStore;
import io.ploy.testkit.polymarket.auth.HmacCallers;
import io.ploy.testkit.polymarket.auth.TimestampWindow;
import io.ploy.testkit.polymarket.book.VenueBooks;
import io.ploy.testkit.polymarket.chain.Chain;
import io.ploy.testkit.polymarket.chain.RpcService;
import io.ploy.testkit.polymarket.chain.TradeTransactions;
import io.ploy.testkit.polymarket.clob.PublicRoutes;
import io.ploy.testkit.polymarket.control.ControlService;
import io.ploy.testkit.polymarket.data.DataService;
import io.ploy.testkit.polymarket.fault.Counterparty;
import io.ploy.testkit.polymarket.fault.FaultVenue;
import io.ploy.testkit.polymarket.gamma.GammaService;
import io.ploy.testkit.polymarket.limit.AddressLimits;
import io.ploy.testkit.polymarket.limit.Enforcement;
import io.ploy.testkit.polymarket.limit.LimitTable;
import io.ploy.testkit.polymarket.limit.SignerLimits;
import io.ploy.testkit.polymarket.mode.ModeSwitch;
import io.ploy.testkit.polymarket.order.OrderReader;
import io.ploy.testkit.polymarket.order.OrderVerifier;
import io.ploy.testkit.polymarket.record.LedgerRecords;
import io.ploy.testkit.polymarket.record.RecordLimits;
import io.ploy.testkit.polymarket.record.VenueRecords;
import io.ploy.testkit.polymarket.relayer.RelayerKeys;
import io.ploy.testkit.polymarket.relayer.RelayerService;
import io.ploy.testkit.polymarket.relayer.RelayerSettings;
import io.ploy.testkit.polymarket.scenario.Stage;
import io.ploy.testkit.polymarket.server.fault.LiveConnection;
import io.ploy.testkit.polymarket.server.fault.LiveSocket;
import io.ploy.testkit.polymarket.server.fault.WireFaults;
import io.ploy.testkit.polymarket.site.SiteService;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.stream.market.MarketChannel;
import io.ploy.testkit.polymarket.stream.price.PolyBoltChannel;
import io.ploy.testkit.polymarket.stream.price.PriceBoard;
import io.ploy.testkit.polymarket.stream.price.RtdsChannel;
import io.ploy.testkit.polymarket.stream.sports.SportsChannel;
import io.ploy.testkit.polymarket.stream.user.UserChannel;
import io.ploy.testkit.polymarket.trading.TradingRoutes;
import io.ploy.testkit.polymarket.trading.TradingSettings;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.RestService;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.SocketService;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The venue's services and channels over one state. Made on the venue's thread before anything happens there. */
final class VenueParts {
    private final VenueState state;
    private final CredentialStore credentials;
    private final LedgerRecords records;
    private final RelayerKeys relayerKeys;
    private final Map<Api, RestService> services = new EnumMap<>(Api.class);
    private final Map<Channel, SocketService> channels = new EnumMap<>(Channel.class);

    private final ModeSwitch mode;
    private final SignerLimits signerLimits;
    private final SiteService site = new SiteService();

    VenueParts(VenueState state, LimitPolicy policy, RecordLimits remembered, RelayerSettings relaying) {
        this.state = state;
        credentials = new CredentialStore(state.seed(), state::now);
        TimestampWindow window = new TimestampWindow(state::now, TimestampWindow.USUAL);
        HmacCallers callers = new HmacCallers(credentials, window);
        records = new LedgerRecords(state, callers::ownerOf, remembered);
        VenueBooks books = new VenueBooks(state);
        mode = new ModeSwitch(state.loop().timeline());
        signerLimits = new SignerLimits(state::now, enforcement(policy));
        Routes clob = new Routes();
        new AuthRoutes(
                        credentials,
                        callers,
                        state.chainId(),
                        window,
                        signer -> state.accounts().standing(signer) == Standing.CLOSED_ONLY)
                .addTo(clob);
        new TradingRoutes(
                        state,
                        records,
                        callers,
                        OrderReader.strict(),
                        OrderVerifier.of(state.chainId()),
                        signerLimits,
                        mode,
                        TradingSettings.usual())
                .addTo(clob);
        new PublicRoutes(state, books, records).addTo(clob);
        AddressLimits limits = new AddressLimits(LimitTable.published(), state::now, policy != LimitPolicy.OFF);
        services.put(Api.CLOB, limits.around(clob));
        services.put(Api.GAMMA, limits.around(new GammaService(state, GammaService.EDGE_CACHE)));
        services.put(
                Api.DATA, limits.around(new DataService(state, books, DataService.USUAL_LAG, remembered.trades())));
        services.put(Api.SITE, site);
        Chain chain = new Chain(state);
        records.listen(new TradeTransactions(chain, records::builder));
        relayerKeys = new RelayerKeys(state.seed());
        services.put(Api.CHAIN, new RpcService(chain));
        services.put(Api.RELAYER, limits.around(new RelayerService(state, chain, callers, relayerKeys, relaying)));
        PriceBoard prices = new PriceBoard(state);
        channels.put(Channel.MARKET, new MarketChannel(state, books, records));
        channels.put(Channel.USER, new UserChannel(state, callers, records));
        channels.put(Channel.RTDS, new RtdsChannel(prices));
        channels.put(Channel.POLYBOLT, new PolyBoltChannel(prices, callers));
        SportsChannel sports = new SportsChannel(state.loop().timeline());
        state.games().listen(sports::publish);
        channels.put(Channel.SPORTS, sports);
    }

    private static Enforcement enforcement(LimitPolicy policy) {
        return switch (policy) {
            case ENFORCED -> Enforcement.ENFORCE;
            case WARNING -> Enforcement.WARN;
            case OFF -> Enforcement.OFF;
        };
    }

    /** Opens an account and gives it its first credentials. */
    void open(TestAccount account) {
        state.accounts().open(account.account(), account.collateral());
        credentials.add(account.account().signer(), 0, account.credentials());
    }

    /** The stage for scenarios, and its switches among the services. */
    Stage stage(
            WireFaults own,
            List<TestAccount> accounts,
            Supplier<List<LiveSocket>> sockets,
            Supplier<List<LiveConnection>> connections) {
        FaultVenue venue = new FaultVenue(
                state,
                records,
                mode,
                signerLimits,
                site,
                OrderReader.strict(),
                OrderVerifier.of(state.chainId()),
                new Counterparty(state),
                sockets,
                connections);
        Stage stage = new Stage(
                venue, own, accounts.stream().map(TestAccount::account).toList());
        services.put(Api.CONTROL, new ControlService(stage));
        return stage;
    }

    VenueRecords records() {
        return records;
    }

    /** The key the relayer gave to an account's owner. */
    String relayerKey(TestAccount account) {
        return relayerKeys.of(account.account().signer());
    }

    Map<Api, RestService> services() {
        return services;
    }

    Map<Channel, SocketService> channels() {
        return channels;
    }
}
