package io.ploy.testkit.polymarket.clob;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.BookSide;
import io.ploy.api.money.Price;
import io.ploy.testkit.polymarket.book.LastTrade;
import io.ploy.testkit.polymarket.book.OutcomeBook;
import io.ploy.testkit.polymarket.book.VenueBooks;
import io.ploy.testkit.polymarket.wire.RestService.Turn;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Questions about books and prices, of one token or of many. Of many, those the venue does not know are left out. */
final class PriceRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final VenueBooks books;

    PriceRoutes(VenueBooks books) {
        this.books = books;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/book", one(OutcomeBook::answer))
                .on("POST", "/books", this::books)
                .on("GET", "/midpoint", one(book -> single("mid", book.midpoint())))
                .on("POST", "/midpoints", many(false, OutcomeBook::midpoint))
                .on("GET", "/midpoints", many(true, OutcomeBook::midpoint))
                .on("GET", "/spread", one(book -> single("spread", book.spread())))
                .on("POST", "/spreads", many(false, OutcomeBook::spread))
                .on("GET", "/price", this::price)
                .on("POST", "/prices", (request, parts) -> prices(AskedToken.inBody(request)))
                .on("GET", "/prices", (request, parts) -> prices(AskedToken.listedInQuery(request)))
                .on("GET", "/last-trade-price", one(book -> lastTrade(JSON.objectNode(), book)))
                .on("POST", "/last-trades-prices", this::lastTrades)
                .on("GET", "/last-trades-prices", this::lastTrades);
    }

    private Routes.Handler one(Function<OutcomeBook, Object> answer) {
        return (request, parts) -> {
            String token = AskedToken.inQuery(request);
            return () -> WireAnswer.json(answer.apply(book(token)).toString());
        };
    }

    private OutcomeBook book(String token) {
        return books.book(token).orElseThrow(Refusals::noBook);
    }

    private static ObjectNode single(String name, Optional<Price> price) {
        return JSON.objectNode().put(name, price.map(Price::toString).orElse(""));
    }

    private Turn books(WireRequest request, Map<String, String> parts) {
        List<AskedToken> asked = AskedToken.inBody(request);
        return () -> WireAnswer.json(asked.stream()
                .flatMap(token -> books.book(token.id()).stream())
                .map(OutcomeBook::answer)
                .collect(Collectors.joining(",", "[", "]")));
    }

    private Routes.Handler many(boolean inQuery, Function<OutcomeBook, Optional<Price>> price) {
        return (request, parts) -> {
            List<AskedToken> asked = inQuery ? AskedToken.listedInQuery(request) : AskedToken.inBody(request);
            return () -> {
                ObjectNode answer = JSON.objectNode();
                for (AskedToken token : asked) {
                    books.book(token.id()).flatMap(price).ifPresent(found -> answer.put(token.id(), found.toString()));
                }
                return WireAnswer.json(answer.toString());
            };
        };
    }

    /** A side names what rests: a bid for {@code BUY}. */
    private static BookSide side(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "BUY" -> BookSide.BIDS;
            case "SELL" -> BookSide.ASKS;
            default -> throw Refusals.invalidSide();
        };
    }

    private Turn price(WireRequest request, Map<String, String> parts) {
        String token = AskedToken.inQuery(request);
        BookSide side = side(request.parameter("side").orElse(""));
        return () -> WireAnswer.json(single("price", book(token).best(side)).toString());
    }

    private Turn prices(List<AskedToken> asked) {
        asked.forEach(token -> side(token.side()));
        return () -> {
            ObjectNode answer = JSON.objectNode();
            for (AskedToken token : asked) {
                BookSide side = side(token.side());
                books.book(token.id())
                        .flatMap(book -> book.best(side))
                        .ifPresent(best ->
                                sides(answer, token.id()).put(side == BookSide.BIDS ? "BUY" : "SELL", best.toString()));
            }
            return WireAnswer.json(answer.toString());
        };
    }

    private static ObjectNode sides(ObjectNode answer, String token) {
        return answer.get(token) instanceof ObjectNode known ? known : answer.putObject(token);
    }

    /** Without a trade the venue says one half and no side. */
    private static ObjectNode lastTrade(ObjectNode into, OutcomeBook book) {
        Optional<LastTrade> last = book.lastTrade();
        return into.put("price", last.map(trade -> trade.price().toString()).orElse("0.5"))
                .put("side", last.map(trade -> trade.side().name()).orElse(""));
    }

    private Turn lastTrades(WireRequest request, Map<String, String> parts) {
        List<AskedToken> asked =
                request.method().equals("GET") ? AskedToken.listedInQuery(request) : AskedToken.inBody(request);
        return () -> {
            ArrayNode answer = JSON.arrayNode();
            for (AskedToken token : asked) {
                books.book(token.id())
                        .ifPresent(book ->
                                answer.add(lastTrade(JSON.objectNode().put("token_id", token.id()), book)));
            }
            return WireAnswer.json(answer.toString());
        };
    }
}
