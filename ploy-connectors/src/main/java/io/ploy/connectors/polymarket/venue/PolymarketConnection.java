package io.ploy.connectors.polymarket.venue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketDataFeed;
import io.ploy.api.market.MarketDataListener;
import io.ploy.api.market.MarketId;
import io.ploy.api.order.AccountId;
import io.ploy.api.plugin.ParameterException;
import io.ploy.api.venue.AccountSettings;
import io.ploy.api.venue.VenueAccount;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueContext;
import io.ploy.api.venue.VenueMoney;
import io.ploy.connectors.polymarket.account.AccountOptions;
import io.ploy.connectors.polymarket.account.PolymarketAccount;
import io.ploy.connectors.polymarket.account.VenueAccess;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.clob.ClobClient;
import io.ploy.connectors.polymarket.directory.PolymarketDirectory;
import io.ploy.connectors.polymarket.gamma.GammaClient;
import io.ploy.connectors.polymarket.gamma.GammaGroups;
import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.HttpReport;
import io.ploy.connectors.polymarket.http.HttpTransport;
import io.ploy.connectors.polymarket.http.Purpose;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.stream.PolyBoltPrices;
import io.ploy.connectors.polymarket.stream.PolyBoltSettings;
import io.ploy.connectors.polymarket.stream.PolymarketFeed;
import io.ploy.connectors.polymarket.stream.PriceSource;
import io.ploy.connectors.polymarket.stream.PriceTopic;
import io.ploy.connectors.polymarket.stream.RealTimePriceSettings;
import io.ploy.connectors.polymarket.stream.RealTimePrices;
import io.ploy.connectors.polymarket.stream.SocketSettings;
import io.ploy.connectors.polymarket.stream.SportResult;
import io.ploy.connectors.polymarket.stream.SportsStream;
import io.ploy.connectors.polymarket.stream.StreamMeans;
import io.ploy.connectors.polymarket.time.Closing;
import io.ploy.connectors.polymarket.time.SystemClock;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/**
 * An open connection with Polymarket. Besides what every venue offers it has what only this one has.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
public final class PolymarketConnection implements VenueConnection {
    private final SystemClock time;
    private final HttpTransport transport;
    private final OkHttpClient sockets = new OkHttpClient();
    private final StreamMeans streams;
    private final UnknownMembers unknown = new UnknownMembers();
    private final ConnectionSettings settings;
    private final PolymarketDirectory directory;
    private final MarketDataFeed feed;
    private final Map<AccountId, PolymarketAccount> accounts = new LinkedHashMap<>();
    private final AtomicBoolean begun = new AtomicBoolean();

    private PolymarketConnection(
            VenueContext context, ConnectionSettings settings, Map<AccountSettings, AccountOptions> wanted) {
        this.settings = settings;
        SecureRandom random = new SecureRandom();
        this.time = new SystemClock(context.clock());
        this.transport = new HttpTransport(settings.http(), time, random);
        this.streams = new StreamMeans(sockets, time, random);
        ClobClient clob = new ClobClient(transport, unknown);
        this.directory = new PolymarketDirectory(
                new GammaClient(transport, unknown),
                new GammaGroups(transport, unknown),
                clob::tradingTerms,
                settings.universe(),
                settings.directory(),
                time,
                random);
        this.feed = new Feed(new PolymarketFeed(
                settings.feed(), directory, this::books, prices(settings, wanted), directory::listed, streams));
        VenueAccess access = new VenueAccess(
                PolymarketConnector.NAME,
                settings.exchanges(),
                transport,
                directory,
                settings.userStream(),
                settings.get(ConnectionParameters.DATA_VERSION),
                settings.get(ConnectionParameters.RELAYER_ROUTES),
                streams,
                unknown,
                time,
                context.alerts());
        wanted.forEach((account, options) ->
                accounts.put(account.id(), new PolymarketAccount(account.id(), account.signer(), options, access)));
    }

    /** Reads every setting before anything is made, so that a wrong one leaves nothing behind. */
    static PolymarketConnection open(VenueContext context) {
        ConnectionSettings settings = new ConnectionSettings(context.parameters());
        settings.http();
        settings.exchanges();
        Map<AccountSettings, AccountOptions> accounts = new LinkedHashMap<>();
        Set<AccountId> names = new HashSet<>();
        for (AccountSettings each : context.accounts()) {
            if (!names.add(each.id())) {
                throw new ParameterException("account " + each.id() + ": given twice");
            }
            accounts.put(each, AccountParameters.read(each));
        }
        return new PolymarketConnection(context, settings, accounts);
    }

    private List<PriceSource> prices(ConnectionSettings from, Map<AccountSettings, AccountOptions> wanted) {
        List<String> pairs = from.list(ConnectionParameters.PRICE_SYMBOLS);
        return switch (from.get(ConnectionParameters.PRICES)) {
            case NONE -> List.of();
            case REAL_TIME -> {
                RealTimePriceSettings usual = RealTimePriceSettings.of(from.stream(ConnectionParameters.REAL_TIME_URL));
                yield List.of(new RealTimePrices(
                        new RealTimePriceSettings(usual.url(), usual.socket(), usual.topics(), Set.copyOf(pairs)),
                        streams));
            }
            case POLY_BOLT -> {
                ApiCredentials credentials = wanted.values().stream()
                        .map(AccountOptions::credentials)
                        .filter(each -> each != null)
                        .findFirst()
                        .orElseThrow(
                                () -> new ParameterException(
                                        "prices: found 'POLY_BOLT', which needs an account with apiKey, apiSecret and apiPassphrase"));
                List<PriceTopic> topics = pairs.stream()
                        .map(pair -> pair.replace("/", "").toLowerCase(Locale.ROOT))
                        .flatMap(symbol -> Stream.of(PriceTopic.crypto(symbol), PriceTopic.average(symbol)))
                        .toList();
                yield List.of(new PolyBoltPrices(
                        PolyBoltSettings.of(from.stream(ConnectionParameters.POLY_BOLT_URL), topics),
                        credentials,
                        streams));
            }
        };
    }

    private String books(List<InstrumentId> instruments) {
        ArrayNode tokens = JsonNodeFactory.instance.arrayNode();
        instruments.forEach(each -> tokens.addObject().put("token_id", each.symbol()));
        return transport
                .execute(Call.of(Service.CLOB, Purpose.READ, "POST", "/books")
                        .body(tokens.toString().getBytes(StandardCharsets.UTF_8)))
                .text();
    }

    private void begin() {
        if (begun.compareAndSet(false, true)) {
            transport.start();
        }
    }

    @Override
    public PolymarketDirectory directory() {
        return directory;
    }

    @Override
    public MarketDataFeed feed() {
        return feed;
    }

    @Override
    public List<VenueAccount> accounts() {
        begin();
        return new ArrayList<>(accounts.values());
    }

    @Override
    public PolymarketAccount account(AccountId id) {
        begin();
        PolymarketAccount account = accounts.get(id);
        if (account == null) {
            throw new IllegalArgumentException("no account " + id + " was given; there are " + accounts.keySet());
        }
        return account;
    }

    @Override
    public VenueMoney money() {
        return settings.money();
    }

    /**
     * Scores of all games the venue follows.
     *
     * @param listener told of every result
     * @return not started, and closed by the caller
     */
    public SportsStream sports(Consumer<? super SportResult> listener) {
        return new SportsStream(
                settings.stream(ConnectionParameters.SPORTS_URL), SocketSettings.sports(), listener, streams);
    }

    /** How requests have fared. */
    public HttpReport requests() {
        return transport.report();
    }

    /** Members of the venue's answers that nobody asks for, so that a change of the venue shows. */
    public UnknownMembers unknownMembers() {
        return unknown;
    }

    @Override
    public void close() {
        feed.close();
        accounts.values().forEach(PolymarketAccount::close);
        directory.close();
        transport.close();
        sockets.dispatcher().cancelAll();
        Closing.now(sockets.dispatcher().executorService(), "the reading of streams");
        sockets.connectionPool().evictAll();
        time.close();
    }

    /** Starts with itself what it rests on. */
    private final class Feed implements MarketDataFeed {
        private final PolymarketFeed streamed;

        Feed(PolymarketFeed streamed) {
            this.streamed = streamed;
        }

        @Override
        public void start(MarketDataListener listener) {
            begin();
            streamed.start(listener);
            directory.start();
        }

        @Override
        public void subscribe(Collection<InstrumentId> instruments) {
            streamed.subscribe(instruments);
        }

        @Override
        public void unsubscribe(Collection<InstrumentId> instruments) {
            streamed.unsubscribe(instruments);
        }

        @Override
        public Optional<Instant> readAt(MarketId market) {
            return streamed.readAt(market);
        }

        @Override
        public void close() {
            streamed.close();
        }
    }
}
