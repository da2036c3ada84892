package io.ploy.testkit.polymarket;

import io.ploy.testkit.polymarket.account.Standing;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.auth.AuthRoutes;
import io.ploy.testkit.polymarket.auth.CredentialStore;
import io.ploy.testkit.polymarket.auth.HmacCallers;
import io.ploy.testkit.polymarket.auth.TimestampWindow;
import io.ploy.testkit.polymarket.book.VenueBooks;
import io.ploy.testkit.polymarket.clob.PublicRoutes;
import io.ploy.testkit.polymarket.data.DataService;
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
import java.util.Map;

/** The venue's services and channels over one state. Made on the venue's thread before anything happens there. */
final class VenueParts {
    private final VenueState state;
    private final CredentialStore credentials;
    private final Map<Api, RestService> services = new EnumMap<>(Api.class);
    private final Map<Channel, SocketService> channels = new EnumMap<>(Channel.class);

    VenueParts(VenueState state, LimitPolicy policy, RecordLimits remembered) {
        this.state = state;
        credentials = new CredentialStore(state.seed(), state::now);
        TimestampWindow window = new TimestampWindow(state::now, TimestampWindow.USUAL);
        HmacCallers callers = new HmacCallers(credentials, window);
        LedgerRecords records = new LedgerRecords(state, callers::ownerOf, remembered);
        VenueBooks books = new VenueBooks(state);
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
                        new SignerLimits(state::now, enforcement(policy)),
                        new ModeSwitch(state.loop().timeline()),
                        TradingSettings.usual())
                .addTo(clob);
        new PublicRoutes(state, books, records).addTo(clob);
        AddressLimits limits = new AddressLimits(LimitTable.published(), state::now, policy != LimitPolicy.OFF);
        services.put(Api.CLOB, limits.around(clob));
        services.put(Api.GAMMA, limits.around(new GammaService(state, GammaService.EDGE_CACHE)));
        services.put(
                Api.DATA, limits.around(new DataService(state, books, DataService.USUAL_LAG, remembered.trades())));
        services.put(Api.SITE, new SiteService());
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

    Map<Api, RestService> services() {
        return services;
    }

    Map<Channel, SocketService> channels() {
        return channels;
    }
}
