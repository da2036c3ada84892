package io.ploy.connectors.polymarket.clob;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Purpose;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.http.Transport;
import io.ploy.connectors.polymarket.json.Answers;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Cursors;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Page;
import io.ploy.connectors.polymarket.paging.Pager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the order book service tells everyone: itself, markets, books and prices.
 *
 * <p><b>Threading.</b> Thread-safe. Calls wait; never call on the engine thread.
 *
 * <p><b>Errors.</b> Every method throws {@link RequestException} if there is no answer that can be read.
 */
public final class ClobClient {
    /** How many tokens one request may ask about. */
    public static final int MOST_TOKENS = 500;

    private final Answers answers;

    /**
     * A client.
     *
     * @param transport carries the requests
     * @param unknown told of members nobody asks for
     */
    public ClobClient(Transport transport, UnknownMembers unknown) {
        this.answers = new Answers(transport, unknown);
    }

    /** Fails unless the service is well. */
    public void ok() {
        answers.send(Call.get(Service.CLOB, "/ok"));
    }

    /** The venue's time, in whole seconds. */
    public Instant time() {
        return answers.read(Call.get(Service.CLOB, "/time"), JsonValue::time);
    }

    /** The generation of orders the venue takes. Says nothing of a single market's. */
    public int version() {
        return answers.read(
                Call.get(Service.CLOB, "/version"),
                answer -> answer.object(in -> in.required("version").wholeInt()));
    }

    /**
     * Markets.
     *
     * @param cursor {@link Cursors#FIRST}, or what the page before named
     */
    public Page<ClobMarket> markets(String cursor) {
        return page("/markets", cursor, MarketReader::market);
    }

    /**
     * Markets whose resting orders earn rewards.
     *
     * @param cursor as for {@link #markets}
     */
    public Page<ClobMarket> samplingMarkets(String cursor) {
        return page("/sampling-markets", cursor, MarketReader::market);
    }

    /**
     * Markets in short.
     *
     * @param cursor as for {@link #markets}
     */
    public Page<SimplifiedMarket> simplifiedMarkets(String cursor) {
        return page("/simplified-markets", cursor, MarketReader::simplified);
    }

    /**
     * Markets whose resting orders earn rewards, in short.
     *
     * @param cursor as for {@link #markets}
     */
    public Page<SimplifiedMarket> samplingSimplifiedMarkets(String cursor) {
        return page("/sampling-simplified-markets", cursor, MarketReader::simplified);
    }

    private <T> Page<T> page(String path, String cursor, Function<JsonValue, T> entry) {
        Call call = Cursors.at(Call.get(Service.CLOB, path), cursor);
        return answers.read(call, answer -> Cursors.page(answer, entry));
    }

    /**
     * One market.
     *
     * @param conditionId which
     * @return empty if the venue does not know it
     */
    public Optional<ClobMarket> market(String conditionId) {
        return answers.find(Call.get(Service.CLOB, "/markets/" + PathPart.of(conditionId)), MarketReader::market);
    }

    /**
     * The market a token belongs to.
     *
     * @param token which
     * @return empty if the venue does not know it
     */
    public Optional<TokenPair> marketByToken(String token) {
        return answers.find(Call.get(Service.CLOB, "/markets-by-token/" + PathPart.of(token)), MarketReader::pair);
    }

    /**
     * How a market trades.
     *
     * @param conditionId which
     * @return empty if the venue does not know it
     */
    public Optional<TradingTerms> tradingTerms(String conditionId) {
        return answers.find(
                Call.get(Service.CLOB, "/clob-markets/" + PathPart.of(conditionId)),
                answer -> MarketReader.terms(conditionId, answer));
    }

    /**
     * What goes on in a market.
     *
     * @param conditionId which
     * @return empty if the venue does not know it or has nothing to tell
     */
    public Optional<LiveActivity> liveActivity(String conditionId) {
        return answers.find(
                Call.get(Service.CLOB, "/markets/live-activity/" + PathPart.of(conditionId)), MarketReader::activity);
    }

    /**
     * The price step of a token's market.
     *
     * @param token which
     */
    public TickSize tickSize(String token) {
        return answers.read(
                of("/tick-size", token),
                answer -> answer.object(in -> in.required("minimum_tick_size").tickSize()));
    }

    /**
     * Whether a token's market is one leg of a negative-risk event.
     *
     * @param token which
     */
    public boolean negRisk(String token) {
        return answers.read(
                of("/neg-risk", token),
                answer -> answer.object(in -> in.required("neg_risk").bool()));
    }

    /**
     * A leftover rate in basis points, not for reckoning fees.
     *
     * @param token which
     */
    public long feeRate(String token) {
        return answers.read(
                of("/fee-rate", token),
                answer -> answer.object(in -> in.required("base_fee").whole()));
    }

    /**
     * What a builder charges.
     *
     * @param builderCode 0x and 64 hex digits
     * @return empty if the venue does not know the code
     */
    public Optional<BuilderFees> builderFees(String builderCode) {
        return answers.find(
                Call.get(Service.CLOB, "/fees/builder-fees/" + PathPart.of(builderCode)), PriceReader::builderFees);
    }

    /**
     * A token's book.
     *
     * @param token which
     * @return empty if it has none
     */
    public Optional<BookSnapshot> book(String token) {
        return answers.find(of("/book", token), PriceReader::book);
    }

    /**
     * Several books, with as many requests as needed.
     *
     * @param tokens which
     */
    public Books books(List<String> tokens) {
        List<BookSnapshot> books = new ArrayList<>();
        for (List<String> some : Batches.of(tokens, MOST_TOKENS)) {
            books.addAll(answers.read(post("/books", Bodies.tokens(some)), answer -> answer.list(PriceReader::book)));
        }
        Set<String> found = new HashSet<>();
        books.forEach(book -> found.add(book.token()));
        List<String> unknown = tokens.stream()
                .distinct()
                .filter(token -> !found.contains(token))
                .toList();
        return new Books(books, unknown);
    }

    /**
     * The middle between best bid and best ask.
     *
     * @param token which
     * @return empty if there is none
     */
    public Optional<Price> midpoint(String token) {
        return answers.find(of("/midpoint", token), answer -> PriceReader.price(answer, "mid", "mid_price"))
                .flatMap(Function.identity());
    }

    /**
     * The middles between best bid and best ask.
     *
     * @param tokens which
     * @return by token, those that have one
     */
    public Map<String, Price> midpoints(List<String> tokens) {
        return prices("/midpoints", tokens);
    }

    /**
     * The best price of one side of a book.
     *
     * @param token which
     * @param side of the book
     * @return empty if there is none
     */
    public Optional<Price> bestPrice(String token, BookSide side) {
        Call call = of("/price", token).query("side", side == BookSide.BIDS ? "BUY" : "SELL");
        return answers.find(call, answer -> PriceReader.price(answer, "price", "price"))
                .flatMap(Function.identity());
    }

    /**
     * The best prices of books.
     *
     * @param tokens which
     * @return those the venue knows
     */
    public List<BestPrices> bestPrices(List<String> tokens) {
        List<BestPrices> best = new ArrayList<>();
        for (List<String> some : Batches.of(tokens, MOST_TOKENS / 2)) {
            best.addAll(answers.read(post("/prices", Bodies.tokens(some, "BUY", "SELL")), PriceReader::bestPrices));
        }
        return List.copyOf(best);
    }

    /**
     * The difference between best ask and best bid.
     *
     * @param token which
     * @return empty if there is none
     */
    public Optional<Price> spread(String token) {
        return answers.find(of("/spread", token), answer -> PriceReader.price(answer, "spread", "spread"))
                .flatMap(Function.identity());
    }

    /**
     * The differences between best ask and best bid.
     *
     * @param tokens which
     * @return by token, those that have one
     */
    public Map<String, Price> spreads(List<String> tokens) {
        return prices("/spreads", tokens);
    }

    private Map<String, Price> prices(String path, List<String> tokens) {
        Map<String, Price> prices = new LinkedHashMap<>();
        for (List<String> some : Batches.of(tokens, MOST_TOKENS)) {
            prices.putAll(answers.read(post(path, Bodies.tokens(some)), PriceReader::prices));
        }
        return prices;
    }

    /**
     * The last trade of a token.
     *
     * @param token which
     */
    public LastTrade lastTrade(String token) {
        return answers.read(
                of("/last-trade-price", token), answer -> answer.object(in -> PriceReader.lastTrade(token, in)));
    }

    /**
     * The last trades of tokens.
     *
     * @param tokens which
     * @return those the venue knows
     */
    public List<LastTrade> lastTrades(List<String> tokens) {
        List<LastTrade> trades = new ArrayList<>();
        for (List<String> some : Batches.of(tokens, MOST_TOKENS)) {
            trades.addAll(answers.read(
                    post("/last-trades-prices", Bodies.tokens(some)),
                    answer -> answer.list(trade -> trade.object(
                            in -> PriceReader.lastTrade(in.required("token_id").id(), in)))));
        }
        return List.copyOf(trades);
    }

    /**
     * Prices of the past.
     *
     * @param query which
     * @return by time as the venue sends them
     */
    public List<PricePoint> priceHistory(HistoryQuery query) {
        return answers.read(query.on(Call.get(Service.CLOB, "/prices-history")), PriceReader::history);
    }

    /**
     * Trades of orders that carried a builder's code.
     *
     * @param builderCode 0x and 64 hex digits
     * @param filter which of them
     */
    public Listing<BuilderTrade> builderTrades(String builderCode, TradeFilter filter) {
        Call call = TradeQuery.on(Call.get(Service.CLOB, "/builder/trades").query("builder_code", builderCode), filter);
        return Pager.readProof(
                ClobAccountClient.MOST_ENTRIES,
                cursor -> answers.read(
                        Cursors.at(call, cursor), answer -> Cursors.page(answer, PriceReader::builderTrade)),
                trade -> new TradeQuery.Part(trade.id(), trade.bucketIndex()));
    }

    private static Call of(String path, String token) {
        return Call.get(Service.CLOB, path).query("token_id", token);
    }

    private static Call post(String path, byte[] body) {
        return Call.of(Service.CLOB, Purpose.READ, "POST", path).body(body);
    }
}
