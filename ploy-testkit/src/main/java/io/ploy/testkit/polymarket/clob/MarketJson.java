package io.ploy.testkit.polymarket.clob;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.Outcome;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.testkit.polymarket.book.LastTrade;
import io.ploy.testkit.polymarket.book.OutcomeBook;
import io.ploy.testkit.polymarket.book.VenueBooks;
import io.ploy.testkit.polymarket.listing.Catalogue;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.Tag;
import io.ploy.testkit.polymarket.state.VenueState;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Markets in the CLOB's three forms. */
final class MarketJson {
    /** What markets with fees state as their old base fee, in basis points. */
    private static final int BASE_FEE = 1_000;

    private static final Price HALF = Price.ofMicros(FixedPoint.ONE / 2);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final VenueState state;
    private final VenueBooks books;

    MarketJson(VenueState state, VenueBooks books) {
        this.state = state;
        this.books = books;
    }

    static int baseFee(Market market) {
        return market.rules().fees().orElse(FeeSchedule.FREE).rateMicros() > 0 ? BASE_FEE : 0;
    }

    static boolean isClosed(Market market) {
        return switch (market.status()) {
            case DISCOVERED, OPEN, PAUSED -> false;
            case CLOSED, PROPOSED, DISPUTED, RESOLVED, VOID, UNDETERMINED -> true;
        };
    }

    ObjectNode full(ListedMarket listing) {
        Market market = listing.market();
        ObjectNode out = JSON.objectNode()
                .put("enable_order_book", !isClosed(market))
                .put("active", market.status() != MarketStatus.DISCOVERED)
                .put("closed", isClosed(market))
                .put("archived", false)
                .put("accepting_orders", market.status().acceptsOrders())
                .put("accepting_order_timestamp", since(listing));
        Numbers.put(out, "minimum_order_size", market.rules().minimumSize().micros());
        Numbers.put(out, "minimum_tick_size", market.rules().tickSize().micros());
        out.put("condition_id", listing.conditionId())
                .put("question_id", listing.questionId())
                .put("question", market.question())
                .put("description", listing.description())
                .put("market_slug", market.slug())
                .put(
                        "end_date_iso",
                        listing.endsAt().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("game_start_time", gameStart(listing).orElse(null))
                .put("seconds_delay", market.rules().takerDelay().toSeconds())
                .put("fpmm", "")
                .put("maker_base_fee", baseFee(market))
                .put("taker_base_fee", baseFee(market))
                .put("notifications_enabled", true)
                .put("neg_risk", listing.negRisk())
                .put("neg_risk_market_id", listing.negRisk() ? listing.negRiskMarketId() : "")
                .put("neg_risk_request_id", listing.negRisk() ? listing.questionId() : "")
                .put("icon", "")
                .put("image", "");
        rewards(out);
        out.put("is_50_50_outcome", market.status() == MarketStatus.VOID);
        tokens(out, listing);
        ArrayNode tags = out.putArray("tags");
        listing.event().tags().stream().map(Tag::label).forEach(tags::add);
        return out;
    }

    ObjectNode simplified(ListedMarket listing) {
        Market market = listing.market();
        ObjectNode out = JSON.objectNode().put("condition_id", listing.conditionId());
        rewards(out);
        tokens(out, listing);
        return out.put("active", market.status() != MarketStatus.DISCOVERED)
                .put("closed", isClosed(market))
                .put("archived", false)
                .put("accepting_orders", market.status().acceptsOrders());
    }

    /** Nobody pays rewards here. */
    private static void rewards(ObjectNode out) {
        out.putObject("rewards").putNull("rates").put("min_size", 0).put("max_spread", 0);
    }

    private void tokens(ObjectNode out, ListedMarket listing) {
        ArrayNode tokens = out.putArray("tokens");
        Optional<Catalogue.Resolved> resolved =
                state.catalogue().resolved(listing.market().id());
        for (Outcome outcome : listing.market().outcomes()) {
            Price worth = resolved.map(end -> end.resolution().payout(listing.market(), outcome.instrument()))
                    .orElseGet(() -> worth(outcome));
            ObjectNode token = tokens.addObject()
                    .put("token_id", outcome.instrument().symbol())
                    .put("outcome", outcome.name());
            Numbers.put(token, "price", worth.micros()).put("winner", resolved.isPresent() && worth.equals(Price.ONE));
        }
    }

    private Price worth(Outcome outcome) {
        Optional<OutcomeBook> book = books.listed(outcome.instrument().symbol());
        return book.flatMap(OutcomeBook::midpoint)
                .or(() -> book.flatMap(OutcomeBook::lastTrade).map(LastTrade::price))
                .orElse(HALF);
    }

    /** The trading parameters; what is false or zero is left out. */
    ObjectNode terms(ListedMarket listing) {
        Market market = listing.market();
        ObjectNode out = JSON.objectNode().put("c", listing.conditionId());
        ArrayNode tokens = out.putArray("t");
        market.outcomes()
                .forEach(outcome -> tokens.addObject()
                        .put("t", outcome.instrument().symbol())
                        .put("o", outcome.name()));
        Numbers.put(out, "mts", market.rules().tickSize().micros());
        Numbers.put(out, "mos", market.rules().minimumSize().micros());
        ifTrue(out, "nr", listing.negRisk());
        market.rules().fees().filter(fees -> fees.rateMicros() > 0).ifPresent(fees -> {
            ObjectNode details = out.putObject("fd");
            Numbers.put(details, "r", fees.rateMicros())
                    .put("e", fees.exponent())
                    .put("to", fees.takerOnly());
        });
        if (baseFee(market) > 0) {
            out.put("mbf", baseFee(market)).put("tbf", baseFee(market));
        }
        out.putNull("r");
        ifTrue(out, "ao", market.status().acceptsOrders());
        out.put("aot", since(listing));
        gameStart(listing).ifPresent(start -> out.put("gst", start).put("cbos", true));
        delay(out, market.rules().takerDelay());
        return out.put("v", listing.version().word());
    }

    private Optional<String> gameStart(ListedMarket listing) {
        return state.games()
                .of(listing.event().id())
                .map(game -> game.startsAt().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static void delay(ObjectNode out, Duration delay) {
        if (delay.toSeconds() > 0) {
            out.put("sd", delay.toSeconds());
        } else {
            ifTrue(out, "itode", !delay.isZero());
        }
    }

    private static void ifTrue(ObjectNode out, String name, boolean flag) {
        if (flag) {
            out.put(name, true);
        }
    }

    private static String since(ListedMarket listing) {
        return listing.createdAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
