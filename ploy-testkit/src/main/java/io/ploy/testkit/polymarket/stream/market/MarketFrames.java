package io.ploy.testkit.polymarket.stream.market;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.testkit.polymarket.book.MarketBook;
import io.ploy.testkit.polymarket.book.OutcomeBook;
import io.ploy.testkit.polymarket.game.Game;
import io.ploy.testkit.polymarket.listing.ListedEvent;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.Tag;
import io.ploy.testkit.polymarket.record.TradeRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The market channel's events as text. Whole books are the book's own. */
final class MarketFrames {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** What the venue's fee-charging markets state as their old base fee, in basis points. */
    private static final String BASE_FEE = "1000";

    private MarketFrames() {}

    /** Every level for both outcomes. The venue writes a space after commas here, and only here. */
    static String priceChange(MarketBook book, List<LevelChange> changes) {
        StringBuilder out = new StringBuilder(200 + changes.size() * 600);
        out.append("{\"market\":\"").append(book.listing().conditionId()).append("\", \"price_changes\":[");
        for (int i = 0; i < changes.size(); i++) {
            LevelChange change = changes.get(i);
            out.append(i == 0 ? "" : ", ");
            entry(out, book.outcome(true), change);
            out.append(", ");
            LevelChange mirrored =
                    new LevelChange(change.side().opposite(), change.price().complement(), change.size());
            entry(out, book.outcome(false), mirrored);
        }
        out.append("], \"timestamp\":\"").append(book.changedAt().toEpochMilli());
        return out.append("\", \"event_type\":\"price_change\"}").toString();
    }

    private static void entry(StringBuilder out, OutcomeBook book, LevelChange change) {
        out.append("{\"asset_id\":\"").append(book.instrument().symbol());
        out.append("\", \"price\":\"");
        FixedPoint.append(out, change.price().micros());
        out.append("\", \"size\":\"");
        FixedPoint.append(out, change.size().micros());
        out.append("\", \"side\":\"").append(change.side() == BookSide.BIDS ? "BUY" : "SELL");
        out.append("\", \"hash\":\"").append(book.hash());
        out.append("\", \"best_bid\":\"");
        FixedPoint.append(out, bestBid(book).micros());
        out.append("\", \"best_ask\":\"");
        FixedPoint.append(out, bestAsk(book).micros());
        out.append("\"}");
    }

    /** The venue says zero where nothing is bid. */
    static Price bestBid(OutcomeBook book) {
        return book.best(BookSide.BIDS).orElse(Price.ZERO);
    }

    /** The venue says one where nothing is asked. */
    static Price bestAsk(OutcomeBook book) {
        return book.best(BookSide.ASKS).orElse(Price.ONE);
    }

    static String bestBidAsk(OutcomeBook book, Instant at) {
        Price bid = bestBid(book);
        Price ask = bestAsk(book);
        return JSON.objectNode()
                .put("market", book.market().listing().conditionId())
                .put("asset_id", book.instrument().symbol())
                .put("best_bid", bid.toString())
                .put("best_ask", ask.toString())
                .put("spread", FixedPoint.format(ask.micros() - bid.micros()))
                .put("timestamp", millis(at))
                .put("event_type", "best_bid_ask")
                .toString();
    }

    static String lastTradePrice(TradeRow trade, Instant at) {
        TradeRow.Party taker = trade.taker();
        ObjectNode out = JSON.objectNode()
                .put("market", trade.market().conditionId())
                .put("asset_id", taker.instrument().symbol())
                .put("price", taker.price().toString())
                .put("size", taker.quantity().toString())
                .put("fee_rate_bps", "0")
                .put("side", taker.side().name())
                .put("timestamp", millis(at))
                .put("event_type", "last_trade_price");
        if (!trade.transactionHash().isEmpty()) {
            out.put("transaction_hash", trade.transactionHash());
        }
        return out.toString();
    }

    static String tickSizeChange(OutcomeBook book, TickSize before, Instant at) {
        return JSON.objectNode()
                .put("market", book.market().listing().conditionId())
                .put("asset_id", book.instrument().symbol())
                .put("old_tick_size", before.toString())
                .put("new_tick_size", book.market().tickSize().toString())
                .put("timestamp", millis(at))
                .put("event_type", "tick_size_change")
                .toString();
    }

    static String newMarket(ListedMarket listing, Optional<Game> game, Instant at) {
        ObjectNode out = JSON.objectNode()
                .put("id", listing.id())
                .put("question", listing.market().question())
                .put("market", listing.conditionId())
                .put("slug", listing.market().slug())
                .put("description", listing.description());
        out.set("assets_ids", assets(listing));
        ArrayNode outcomes = out.putArray("outcomes");
        listing.market().outcomes().stream().map(Outcome::name).forEach(outcomes::add);
        out.set("event_message", event(listing));
        out.put("timestamp", millis(at)).put("event_type", "new_market");
        out.set("tags", tags(listing));
        out.put("condition_id", listing.conditionId());
        out.put("active", listing.market().status().acceptsOrders());
        out.set("clob_token_ids", assets(listing));
        out.put("sports_market_type", game.isPresent() ? "moneyline" : "").put("line", "");
        out.put("game_start_time", game.map(Game::startText).orElse(""));
        out.put("order_price_min_tick_size", listing.market().rules().tickSize().toString());
        out.put("group_item_title", listing.groupItemTitle());
        fees(out, listing.market().rules().fees().orElse(FeeSchedule.FREE));
        return out.toString();
    }

    private static void fees(ObjectNode out, FeeSchedule fees) {
        boolean charged = fees.rateMicros() > 0;
        out.put("taker_base_fee", charged ? BASE_FEE : "0").put("fees_enabled", charged);
        out.putObject("fee_schedule")
                .put("exponent", Integer.toString(fees.exponent()))
                .put("rate", FixedPoint.format(fees.rateMicros()))
                .put("taker_only", fees.takerOnly())
                .put("rebate_rate", "0");
    }

    private static ObjectNode event(ListedMarket listing) {
        ListedEvent event = listing.event();
        return JSON.objectNode()
                .put("id", event.id())
                .put("ticker", event.slug())
                .put("slug", event.slug())
                .put("title", event.title())
                .put("description", listing.description());
    }

    /** An outcome that lost nothing and won nothing has no winner to name. */
    static String marketResolved(ListedMarket listing, Resolution resolution, Instant at) {
        ObjectNode out = JSON.objectNode().put("id", listing.id()).put("market", listing.conditionId());
        out.set("assets_ids", assets(listing));
        if (!resolution.firstPayout().equals(resolution.secondPayout())) {
            boolean first = resolution.firstPayout().isAbove(resolution.secondPayout());
            Outcome winner = first ? listing.market().first() : listing.market().second();
            out.put("winning_asset_id", winner.instrument().symbol()).put("winning_outcome", winner.name());
        }
        out.set("event_message", event(listing));
        out.put("timestamp", millis(at)).put("event_type", "market_resolved");
        out.set("tags", tags(listing));
        return out.toString();
    }

    private static ArrayNode assets(ListedMarket listing) {
        return JSON.arrayNode().add(listing.tokenId(true)).add(listing.tokenId(false));
    }

    private static ArrayNode tags(ListedMarket listing) {
        ArrayNode tags = JSON.arrayNode();
        listing.event().tags().stream().map(Tag::slug).forEach(tags::add);
        return tags;
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli());
    }
}
