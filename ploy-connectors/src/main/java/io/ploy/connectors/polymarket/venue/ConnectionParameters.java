package io.ploy.connectors.polymarket.venue;

import io.ploy.api.money.Cash;
import io.ploy.api.plugin.Parameter;
import io.ploy.connectors.polymarket.data.DataVersion;
import io.ploy.connectors.polymarket.http.LimitSettings;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.relayer.RelayerRoutes;
import java.time.Duration;
import java.util.List;

/** What can be set for a whole connection. */
final class ConnectionParameters {
    static final Parameter<Chain> CHAIN = Parameter.choice("chain", Chain.POLYGON)
            .help("The chain the venue settles on: Polygon, or the Amoy test net.");

    static final Parameter<String> CLOB_URL = Parameter.text("clobUrl", "https://clob.polymarket.com")
            .help("Order service. Further addresses after commas serve reads when the first fails.");
    static final Parameter<String> GAMMA_URL = Parameter.text("gammaUrl", "https://gamma-api.polymarket.com")
            .help("Catalogue of markets. Further addresses after commas serve reads when the first fails.");
    static final Parameter<String> DATA_URL = Parameter.text("dataUrl", "https://data-api.polymarket.com")
            .help(
                    "Indexer of positions and activity. Further addresses after commas serve reads when the first fails.");
    static final Parameter<String> RELAYER_URL = Parameter.text("relayerUrl", "https://relayer-v2.polymarket.com")
            .help(
                    "Sends the transactions of wallets. Further addresses after commas serve reads when the first fails.");
    static final Parameter<String> SITE_URL =
            Parameter.text("siteUrl", "https://polymarket.com").help("Says whether the venue serves this place.");
    static final Parameter<String> MARKET_STREAM_URL = Parameter.text(
                    "marketStreamUrl", "wss://ws-subscriptions-clob.polymarket.com/ws/market")
            .help("Stream of books and trades.");
    static final Parameter<String> USER_STREAM_URL = Parameter.text(
                    "userStreamUrl", "wss://ws-subscriptions-clob.polymarket.com/ws/user")
            .help("Stream of an account's own orders and trades.");
    static final Parameter<String> REAL_TIME_URL = Parameter.text("realTimeUrl", "wss://ws-live-data.polymarket.com")
            .help("Older stream of crypto prices (RTDS).");
    static final Parameter<String> POLY_BOLT_URL = Parameter.text("polyBoltUrl", "wss://ws-live-v2.polymarket.com/ws")
            .help("Newer stream of prices (PolyBolt); it wants the credentials of an account.");
    static final Parameter<String> SPORTS_URL =
            Parameter.text("sportsUrl", "wss://sports-api.polymarket.com/ws").help("Stream of scores.");
    static final Parameter<String> USER_AGENT = Parameter.text("userAgent", "ploy")
            .help("What requests say about who sends them; the venue's edge turns some libraries' own names away.");

    static final Parameter<String> CTF_EXCHANGE = Parameter.text("ctfExchange", "")
            .help("Exchange of ordinary token markets; empty for the published address.");
    static final Parameter<String> NEG_RISK_EXCHANGE = Parameter.text("negRiskExchange", "")
            .help("Exchange of token markets with negative risk; empty for the published address.");
    static final Parameter<String> POSITION_EXCHANGE = Parameter.text("positionExchange", "")
            .help("Exchange of position markets; empty for the published address.");

    static final Parameter<Duration> READ_DEADLINE = Parameter.duration("readDeadline", "10")
            .between("0.1", "120")
            .help("How long a read may take, repeats and waiting for limits included.");
    static final Parameter<Duration> ORDER_DEADLINE = Parameter.duration("orderDeadline", "5")
            .between("0.1", "60")
            .help("How long an order may take until an answer that is not there counts as doubt.");
    static final Parameter<Duration> CANCEL_DEADLINE = Parameter.duration("cancelDeadline", "10")
            .between("0.1", "60")
            .help("How long a cancel may take, repeats included.");
    static final Parameter<Integer> CANCEL_RESERVE = Parameter.integer(
                    "cancelReserve", Integer.toString(LimitSettings.defaults().reservedPercent()))
            .between("0", "90")
            .unit("percent")
            .help("How much of limits shared by all requests is kept for cancels.");
    static final Parameter<Boolean> VENUE_CLOCK = Parameter.flag("venueClock", "true")
            .help("Whether proofs carry the venue's time rather than this machine's; without it nobody sees that this"
                    + " machine's clock is wrong.");
    static final Parameter<DataVersion> DATA_VERSION = Parameter.choice("dataVersion", DataVersion.V2)
            .help("Which version of the indexer is asked for positions, trades, activity and value.");
    static final Parameter<RelayerRoutes> RELAYER_ROUTES = Parameter.choice("relayerRoutes", RelayerRoutes.ACCOUNT)
            .help("Which generation of the relayer's paths is asked; both answer the same.");

    static final Parameter<String> SERIES = Parameter.text("series", "")
            .help("Series whose markets are carried, by slug, after commas, such as btc-up-or-down-15m.");
    static final Parameter<String> TAGS =
            Parameter.text("tags", "").help("Tags whose markets are carried, by slug, after commas.");
    static final Parameter<String> EVENTS =
            Parameter.text("events", "").help("Events whose markets are carried, by slug, after commas.");
    static final Parameter<String> SLUGS = Parameter.text("slugs", "")
            .help("Markets that are carried, by slug, after commas; * stands for any letters.");
    static final Parameter<String> CONDITIONS =
            Parameter.text("conditions", "").help("Markets that are carried, by condition id, after commas.");
    static final Parameter<Cash> MINIMUM_LIQUIDITY = Parameter.cash("minimumLiquidity", "0")
            .help("Markets with less liquidity are left out of series, tags and events.");
    static final Parameter<Integer> MOST_MARKETS =
            Parameter.integer("mostMarkets", "500").between("1", "10000").help("The most markets carried.");
    static final Parameter<Duration> REFRESH = Parameter.duration("refresh", "60")
            .between("1", "3600")
            .help("How often markets and their rules are read anew.");

    static final Parameter<Integer> ASSETS_PER_SOCKET = Parameter.integer("assetsPerSocket", "200")
            .between("2", "500")
            .unit("outcomes")
            .help("The most outcomes on one connection; the venue names no limit and goes silent beyond it.");
    static final Parameter<Boolean> CHECK_BOOKS = Parameter.flag("checkBooks", "true")
            .help("Whether books are compared with the hashes and best prices the venue states.");
    static final Parameter<PriceStream> PRICES = Parameter.choice("prices", PriceStream.NONE)
            .help("Where prices from outside come from: nowhere, the older stream, or the newer one.");
    static final Parameter<String> PRICE_SYMBOLS =
            Parameter.text("priceSymbols", "BTC/USD,ETH/USD,SOL/USD,XRP/USD").help("Which pairs, after commas.");

    static final List<Parameter<?>> ALL = List.of(
            CHAIN,
            CLOB_URL,
            GAMMA_URL,
            DATA_URL,
            RELAYER_URL,
            SITE_URL,
            MARKET_STREAM_URL,
            USER_STREAM_URL,
            REAL_TIME_URL,
            POLY_BOLT_URL,
            SPORTS_URL,
            USER_AGENT,
            CTF_EXCHANGE,
            NEG_RISK_EXCHANGE,
            POSITION_EXCHANGE,
            READ_DEADLINE,
            ORDER_DEADLINE,
            CANCEL_DEADLINE,
            CANCEL_RESERVE,
            VENUE_CLOCK,
            DATA_VERSION,
            RELAYER_ROUTES,
            SERIES,
            TAGS,
            EVENTS,
            SLUGS,
            CONDITIONS,
            MINIMUM_LIQUIDITY,
            MOST_MARKETS,
            REFRESH,
            ASSETS_PER_SOCKET,
            CHECK_BOOKS,
            PRICES,
            PRICE_SYMBOLS);

    private ConnectionParameters() {}
}
