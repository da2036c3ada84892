package io.ploy.connectors.recording;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.money.Price;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what a line means by other means than the readers: a tree and decimal numbers, slow and plain. */
final class Oracle {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Oracle() {}

    /** What a line with a frame should be read as, in words; fails on a line that means nothing. */
    static List<String> ofLine(byte[] bytes, long bookKnownAsOf) throws IOException {
        JsonNode line = MAPPER.readTree(bytes);
        JsonNode frame = line.get("f");
        if (frame.isTextual()) {
            frame = MAPPER.readTree(frame.textValue());
        }
        String source =
                line.path("s").isMissingNode() ? "market" : line.get("s").asText();
        List<String> said = new ArrayList<>();
        if (source.equals("rtds")) {
            price(frame, said);
        } else if (source.equals("market") || source.equals("rest")) {
            for (JsonNode each : frame.isArray() ? frame : List.of(frame)) {
                message(each, bookKnownAsOf, said);
            }
        }
        return said;
    }

    private static void message(JsonNode in, long knownAsOf, List<String> said) {
        String type =
                in.path("event_type").isNull() ? "" : in.path("event_type").asText();
        String asset = in.path("asset_id").asText();
        switch (type) {
            case "", "book" -> {
                boolean old = type.isEmpty()
                        && in.hasNonNull("timestamp")
                        && number(in.get("timestamp")).longValueExact() < knownAsOf;
                if ((in.hasNonNull("bids") || in.hasNonNull("asks")) && !old) {
                    String tick = in.hasNonNull("tick_size") ? plain(in.get("tick_size")) : "0.01";
                    said.add("book " + asset + " " + tick + " " + levels(in.get("bids")) + levels(in.get("asks")));
                }
            }
            case "price_change" -> changes(in, asset, said);
            case "last_trade_price" ->
                said.add("trade " + asset + " " + in.get("side").asText().toUpperCase(Locale.ROOT) + " "
                        + plain(in.get("price")) + "x" + plain(in.get("size")));
            case "tick_size_change" -> said.add("tick " + asset + " " + plain(in.get("new_tick_size")));
            case "market_resolved" -> {
                if (in.path("market").asText().equals("0xc0ffee")) {
                    said.add("resolved " + in.get("winning_asset_id").asText());
                }
            }
            default -> {}
        }
    }

    private static void changes(JsonNode in, String asset, List<String> said) {
        Map<String, StringBuilder> byAsset = new LinkedHashMap<>();
        JsonNode listed = in.hasNonNull("price_changes") ? in.get("price_changes") : in.get("changes");
        for (JsonNode each : listed == null ? List.of(in) : listed) {
            String of = each.hasNonNull("asset_id") ? each.get("asset_id").asText() : asset;
            byAsset.computeIfAbsent(of, key -> new StringBuilder())
                    .append(each.get("side").asText().equalsIgnoreCase("BUY") ? " bid " : " ask ")
                    .append(plain(each.get("price")))
                    .append('x')
                    .append(plain(each.get("size")));
        }
        byAsset.forEach((of, text) -> said.add("change " + of + text));
    }

    private static void price(JsonNode in, List<String> said) {
        String topic = in.path("topic").asText();
        if (!topic.equals("crypto_prices") && !topic.equals("crypto_prices_chainlink")) {
            return;
        }
        JsonNode payload = in.get("payload");
        JsonNode full = payload.get("full_accuracy_value");
        BigDecimal value = number(full == null ? payload.get("value") : full);
        if (full != null && value.scale() == 0 && full.asText().length() > 9) {
            value = value.movePointLeft(18);
        }
        String symbol = payload.get("symbol").asText().toUpperCase(Locale.ROOT);
        for (String quote : List.of("USDT", "USDC", "USD")) {
            if (symbol.matches("[A-Z0-9]+" + quote)) {
                symbol = symbol.substring(0, symbol.length() - quote.length()) + "/" + quote;
                break;
            }
        }
        said.add("price " + symbol + " " + value.stripTrailingZeros().toPlainString() + " "
                + payload.get("timestamp").asText());
    }

    private static BigDecimal number(JsonNode in) {
        return new BigDecimal(in.asText());
    }

    private static String plain(JsonNode in) {
        return plain(number(in));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    static String levels(JsonNode in) {
        StringBuilder out = new StringBuilder("[");
        for (JsonNode level : in) {
            if (number(level.get("size")).signum() != 0) {
                out.append(plain(level.get("price")))
                        .append('x')
                        .append(plain(level.get("size")))
                        .append(' ');
            }
        }
        return out.append(']').toString();
    }

    static String levels(List<BookLevel> in) {
        StringBuilder out = new StringBuilder("[");
        in.forEach(level ->
                out.append(level.price()).append('x').append(level.size()).append(' '));
        return out.append(']').toString();
    }

    /** An event in the oracle's words. */
    static String words(MarketEvent event) {
        if (event instanceof MarketEvent.BookSnapshot book) {
            return "book " + book.instrument().symbol() + " " + book.tickSize() + " " + levels(book.bids())
                    + levels(book.asks());
        }
        if (event instanceof MarketEvent.BookChanged changed) {
            StringBuilder out =
                    new StringBuilder("change " + changed.instrument().symbol());
            for (LevelChange change : changed.changes()) {
                out.append(change.side() == BookSide.BIDS ? " bid " : " ask ")
                        .append(change.price())
                        .append('x')
                        .append(change.size());
            }
            return out.toString();
        }
        if (event instanceof MarketEvent.Traded traded) {
            return "trade " + traded.trade().instrument().symbol() + " "
                    + traded.trade().takerSide() + " " + traded.trade().price() + "x"
                    + traded.trade().quantity();
        }
        if (event instanceof MarketEvent.TickSizeChanged tick) {
            return "tick " + tick.instrument().symbol() + " " + tick.tickSize();
        }
        if (event instanceof MarketEvent.ReferencePriced priced) {
            return "price " + priced.price().symbol() + " "
                    + priced.price().value().stripTrailingZeros().toPlainString() + " "
                    + priced.price().sourceTime().toEpochMilli();
        }
        if (event instanceof MarketEvent.MarketResolved resolved) {
            return "resolved " + (resolved.resolution().firstPayout().equals(Price.ONE) ? "111" : "222");
        }
        return event.toString();
    }
}
