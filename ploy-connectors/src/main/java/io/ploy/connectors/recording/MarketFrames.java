package io.ploy.connectors.recording;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketTrade;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Says events the way the venue would, for recordings that are made rather than received. */
final class MarketFrames {
    private MarketFrames() {}

    static String book(MarketEvent.BookSnapshot event, String market) {
        ObjectNode out = start("book", market, event.instrument().symbol(), event.at());
        Comparator<BookLevel> byPrice = Comparator.comparing(BookLevel::price);
        levels(out.putArray("bids"), event.bids(), byPrice);
        levels(out.putArray("asks"), event.asks(), byPrice.reversed());
        return out.put("tick_size", event.tickSize().toString()).toString();
    }

    private static void levels(ArrayNode out, List<BookLevel> levels, Comparator<BookLevel> bestLast) {
        levels.stream()
                .sorted(bestLast)
                .forEach(level -> out.addObject()
                        .put("price", level.price().toString())
                        .put("size", level.size().toString()));
    }

    static String changes(MarketEvent.BookChanged event, String market) {
        ObjectNode out = Json.MAPPER.createObjectNode();
        out.put("event_type", "price_change").put("market", market).put("timestamp", millis(event.at()));
        ArrayNode changes = out.putArray("price_changes");
        for (LevelChange change : event.changes()) {
            changes.addObject()
                    .put("asset_id", event.instrument().symbol())
                    .put("price", change.price().toString())
                    .put("size", change.size().toString())
                    .put("side", change.side() == BookSide.BIDS ? "BUY" : "SELL");
        }
        return out.toString();
    }

    static String trade(MarketTrade trade, String market) {
        return start("last_trade_price", market, trade.instrument().symbol(), trade.at())
                .put("price", trade.price().toString())
                .put("size", trade.quantity().toString())
                .put("side", trade.takerSide().name())
                .toString();
    }

    static String tick(MarketEvent.TickSizeChanged event, String market) {
        return start("tick_size_change", market, event.instrument().symbol(), event.at())
                .put("new_tick_size", event.tickSize().toString())
                .toString();
    }

    private static ObjectNode start(String type, String market, String asset, Instant at) {
        return Json.MAPPER
                .createObjectNode()
                .put("event_type", type)
                .put("market", market)
                .put("asset_id", asset)
                .put("timestamp", millis(at));
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli());
    }
}
