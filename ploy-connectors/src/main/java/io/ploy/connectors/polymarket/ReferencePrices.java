package io.ploy.connectors.polymarket;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.ReferencePrice;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns frames of the real-time data service's crypto price topics into events. As for {@link MarketChannel}, a frame is
 * taken in whole or not at all.
 *
 * <p>The list of past prices that comes on subscribing is passed on in the order of its times, less what was known
 * already.
 *
 * <p><b>Threading.</b> Not thread-safe.
 */
public final class ReferencePrices {
    private static final String BINANCE = "crypto_prices";
    private static final String CHAINLINK = "crypto_prices_chainlink";
    /** Chainlink's full accuracy is a whole number of 10<sup>-18</sup>. */
    private static final int CHAINLINK_DECIMALS = 18;

    private static final int LONGEST_NUMBER = 60;
    private static final Pattern JOINED = Pattern.compile("([A-Z0-9]+)(USDT|USDC|USD)");
    private static final BigDecimal TOLERANCE = new BigDecimal("0.000001");

    private final Map<String, Long> newest = new HashMap<>();
    private final List<Point> points = new ArrayList<>();
    private final TextSlice text = new TextSlice();
    private @Nullable String topic;
    private @Nullable String symbol;
    private boolean history;
    private boolean hasPayload;

    /** One price at its own time. */
    private record Point(long millis, BigDecimal value) {}

    /**
     * Reads a frame.
     *
     * @param in at the frame's first token; afterwards at its last
     * @throws IOException if the frame is no JSON, or is malformed; nothing was taken in
     */
    public void parse(JsonParser in) throws IOException {
        topic = null;
        symbol = null;
        history = false;
        hasPayload = false;
        points.clear();
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedFrameException("a price frame is an object, found " + in.currentToken());
        }
        String name;
        while ((name = in.nextFieldName()) != null) {
            JsonToken value = in.nextToken();
            if (name.equals("topic")) {
                once(topic == null, name);
                topic = scalar(in, name);
            } else if (name.equals("payload") && value == JsonToken.START_OBJECT) {
                once(!hasPayload, name);
                hasPayload = true;
                payload(in);
            } else {
                in.skipChildren();
            }
        }
        if (isPrice()) {
            check();
        }
    }

    private boolean isPrice() {
        return BINANCE.equals(topic) || CHAINLINK.equals(topic);
    }

    private void payload(JsonParser in) throws IOException {
        long millis = -1;
        BigDecimal value = null;
        String full = null;
        String name;
        while ((name = in.nextFieldName()) != null) {
            in.nextToken();
            switch (name) {
                case "symbol" -> {
                    once(symbol == null, name);
                    symbol = scalar(in, name);
                }
                case "timestamp" -> {
                    once(millis < 0, name);
                    millis = text.millis(in, name);
                }
                case "value" -> {
                    once(value == null, name);
                    value = number(in, name);
                }
                case "full_accuracy_value" -> {
                    once(full == null, name);
                    number(in, name);
                    full = in.getText();
                }
                case "data" -> {
                    once(!history, name);
                    history = true;
                    past(in);
                }
                default -> in.skipChildren();
            }
        }
        if (!history && isScalarPoint(millis, value, full)) {
            points.add(new Point(millis, exact(value, full)));
        }
    }

    private static boolean isScalarPoint(long millis, @Nullable BigDecimal value, @Nullable String full) {
        return millis >= 0 && (value != null || full != null);
    }

    private void past(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            in.skipChildren();
            return;
        }
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw new MalformedFrameException("a past price is no object");
            }
            long millis = -1;
            BigDecimal value = null;
            String name;
            while ((name = in.nextFieldName()) != null) {
                in.nextToken();
                if (name.equals("timestamp")) {
                    once(millis < 0, name);
                    millis = text.millis(in, name);
                } else if (name.equals("value")) {
                    once(value == null, name);
                    value = number(in, name);
                } else {
                    in.skipChildren();
                }
            }
            if (millis < 0 || value == null) {
                throw new MalformedFrameException("a past price lacks its time or value");
            }
            points.add(new Point(millis, value));
        }
    }

    private static BigDecimal number(JsonParser in, String name) throws IOException {
        String digits = in.getText();
        if (!in.currentToken().isScalarValue() || digits.length() > LONGEST_NUMBER) {
            throw new MalformedFrameException(name + " is no number");
        }
        BigDecimal value;
        try {
            value = new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw new MalformedFrameException(name + " is no number: '" + digits + "'");
        }
        if (value.signum() <= 0 || Math.abs((long) value.scale()) > LONGEST_NUMBER) {
            throw new MalformedFrameException(name + " is no price: '" + digits + "'");
        }
        return value;
    }

    /** The full accuracy, in whichever unit it is written, if it agrees with the rounded value beside it. */
    private static BigDecimal exact(@Nullable BigDecimal value, @Nullable String full) throws MalformedFrameException {
        if (full == null) {
            if (value == null) {
                throw new MalformedFrameException("a price has no value");
            }
            return value;
        }
        BigDecimal written = new BigDecimal(full);
        boolean scaled = written.scale() == 0 && full.length() > CHAINLINK_DECIMALS / 2;
        BigDecimal price = scaled ? trim(written.movePointLeft(CHAINLINK_DECIMALS)) : written;
        if (value != null && price.subtract(value).abs().compareTo(value.multiply(TOLERANCE)) > 0) {
            throw new MalformedFrameException(
                    "value " + value.toPlainString() + " and full_accuracy_value " + full + " do not agree");
        }
        return price;
    }

    private static BigDecimal trim(BigDecimal value) {
        BigDecimal trimmed = value.stripTrailingZeros();
        return trimmed.scale() < 0 ? trimmed.setScale(0) : trimmed;
    }

    private void check() throws MalformedFrameException {
        if (!hasPayload || symbol == null || symbol.isBlank() || (points.isEmpty() && !history)) {
            throw new MalformedFrameException("a price frame lacks its symbol, time or value");
        }
        points.sort((a, b) -> Long.compare(a.millis, b.millis));
    }

    /**
     * Takes in the frame read last.
     *
     * @param at when it was received
     * @param out told of what it says
     * @return whether it said anything of use
     */
    public boolean apply(Instant at, Consumer<? super MarketEvent> out) {
        String named = symbol;
        if (!isPrice() || named == null) {
            return false;
        }
        // The list on subscribing comes under the other topic's name; only Chainlink writes its symbols with a slash.
        String source = named.indexOf('/') >= 0 ? "chainlink" : "binance";
        String key = source + named;
        long known = newest.getOrDefault(key, -1L);
        boolean used = false;
        for (Point point : points) {
            if (!history || point.millis > known) {
                known = Math.max(known, point.millis);
                out.accept(new MarketEvent.ReferencePriced(
                        new ReferencePrice(pair(named), source, point.value, Instant.ofEpochMilli(point.millis), at)));
                used = true;
            }
        }
        newest.put(key, known);
        return used;
    }

    /**
     * A symbol of the venue as base and quote.
     *
     * @param symbol {@code btc/usd} and {@code btcusdt} alike
     * @return such as {@code BTC/USD}; what is no pair of known form, in upper case
     */
    public static String pair(String symbol) {
        String upper = symbol.toUpperCase(Locale.ROOT);
        Matcher joined = JOINED.matcher(upper);
        return joined.matches() ? joined.group(1) + "/" + joined.group(2) : upper;
    }

    private static String scalar(JsonParser in, String name) throws IOException {
        if (!in.currentToken().isScalarValue()) {
            throw new MalformedFrameException(name + " is no text");
        }
        return in.getText();
    }

    private static void once(boolean first, String name) throws MalformedFrameException {
        if (!first) {
            throw new MalformedFrameException(name + " stands twice");
        }
    }
}
