package io.ploy.connectors.polymarket.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value in an answer, which knows where it stands. Every method that reads it throws {@link AnswerException} if it is
 * something else, naming the place and what was found.
 */
public final class JsonValue {
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_SHOWN = 80;

    private final JsonNode node;
    private final @Nullable JsonValue parent;
    private final String name;
    private final int index;
    private final UnknownMembers unknown;

    private JsonValue(JsonNode node, @Nullable JsonValue parent, String name, int index, UnknownMembers unknown) {
        this.node = node;
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.unknown = unknown;
    }

    static JsonValue root(JsonNode node, UnknownMembers unknown) {
        return new JsonValue(node, null, "", -1, unknown);
    }

    JsonValue child(String member, JsonNode of) {
        return new JsonValue(of, this, member, -1, unknown);
    }

    /** Whether it is a list. */
    public boolean isList() {
        return node.isArray();
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return node.isObject();
    }

    /** Whether it is text. */
    public boolean isText() {
        return node.isTextual();
    }

    /** Whether it is null in JSON. */
    public boolean isNull() {
        return node.isNull();
    }

    /** Whether it is the number zero, written in any way. */
    public boolean isZero() {
        BigDecimal number = number();
        return number != null && number.signum() == 0;
    }

    /** Whether it says nothing: null, empty text, or an object or list without content. */
    boolean isHollow() {
        return node.isNull() || isEmptyText() || (node.isContainerNode() && node.isEmpty());
    }

    /** Whether it is text without a character. */
    public boolean isEmptyText() {
        return node.isTextual() && node.textValue().isEmpty();
    }

    /**
     * Reads an object. Members the reader does not ask for are counted as unknown.
     *
     * @param <T> what it is read to
     * @param reader asks for the members; an {@link IllegalArgumentException} or {@link ArithmeticException} of it means
     *     that the object is wrong
     * @return what the reader made of it
     */
    public <T> T object(Function<JsonObject, T> reader) {
        if (!node.isObject()) {
            throw unexpected("an object");
        }
        JsonObject object = new JsonObject(this, node);
        T result = as(any -> reader.apply(object));
        object.countUnknown(unknown);
        return result;
    }

    /**
     * Reads a list.
     *
     * @param <T> what each element is read to
     * @param reader reads one element
     * @return what the reader made of them, in order
     */
    public <T> List<T> list(Function<JsonValue, T> reader) {
        if (!node.isArray()) {
            throw unexpected("a list");
        }
        List<T> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(reader.apply(new JsonValue(node.get(i), this, "", i, unknown)));
        }
        return List.copyOf(items);
    }

    /**
     * Reads it in a way of the caller's.
     *
     * @param <T> what it is read to
     * @param reader an {@link IllegalArgumentException}, {@link ArithmeticException} or {@link DateTimeException} of it
     *     means that the value is wrong
     * @return what the reader made of it
     */
    public <T> T as(Function<JsonValue, T> reader) {
        try {
            return reader.apply(this);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new AnswerException(path() + ": " + cut(String.valueOf(e.getMessage())), e);
        }
    }

    /** Text of any length. */
    public String text() {
        if (!node.isTextual()) {
            throw unexpected("text");
        }
        return node.textValue();
    }

    /** Text that names something: not blank, at most 200 characters. A whole number is taken as its digits. */
    public String id() {
        String text = node.isIntegralNumber() ? node.asText() : text();
        if (text.isBlank() || text.length() > LONGEST_ID) {
            throw unexpected("a name of 1 to " + LONGEST_ID + " characters");
        }
        return text;
    }

    /** True or false, also as text. */
    public boolean bool() {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        String text = node.isTextual() ? node.textValue().toLowerCase(Locale.ROOT) : "";
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw unexpected("true or false");
    }

    /** Buying or selling, in any case. */
    public Side side() {
        return switch (text().toUpperCase(Locale.ROOT)) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw unexpected("BUY or SELL");
        };
    }

    /** A number written as text, whole or with decimals, exactly. */
    public BigDecimal decimal() {
        BigDecimal number = number();
        if (number == null) {
            throw unexpected("a number");
        }
        return number;
    }

    private @Nullable BigDecimal number() {
        if (node.isNumber()) {
            return Numbers.sane(node.decimalValue());
        }
        return node.isTextual() ? Numbers.parse(node.textValue()) : null;
    }

    /** A number in micros, exactly. */
    public long micros() {
        BigDecimal number = decimal();
        try {
            return Numbers.micros(number);
        } catch (ArithmeticException e) {
            throw unexpected("a number of at most six decimals that fits 64 bits");
        }
    }

    /** A price from 0 to 1. */
    public Price price() {
        return as(value -> new Price(value.micros()));
    }

    /** Shares, 0 or more. */
    public Quantity quantity() {
        return as(value -> Quantity.ofMicros(value.micros()));
    }

    /** Collateral. */
    public Cash cash() {
        return Cash.ofMicros(micros());
    }

    /** A price step. */
    public TickSize tickSize() {
        return as(value -> new TickSize(value.micros()));
    }

    /** A whole number of any size. */
    public BigInteger integer() {
        try {
            return decimal().toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw unexpected("a whole number");
        }
    }

    /** A whole number. */
    public long whole() {
        try {
            return decimal().longValueExact();
        } catch (ArithmeticException e) {
            throw unexpected("a whole number of 64 bits");
        }
    }

    /** A whole number of 32 bits. */
    public int wholeInt() {
        try {
            return decimal().intValueExact();
        } catch (ArithmeticException e) {
            throw unexpected("a whole number of 32 bits");
        }
    }

    /** A moment: seconds or milliseconds of the epoch, told apart by size, as number or text, or ISO-8601. */
    public Instant time() {
        try {
            if (node.isTextual()
                    && node.textValue().indexOf('-') > 0
                    && node.textValue().indexOf('e') < 0) {
                return Times.ofText(node.textValue());
            }
            return Times.ofEpoch(whole());
        } catch (DateTimeException e) {
            throw unexpected("a time: seconds or milliseconds since 1970, or such as 2026-01-31T12:00:00Z");
        }
    }

    /** What stands inside text that is itself JSON. */
    public JsonValue embedded() {
        return new JsonValue(Json.node(path(), text()), parent, name, index, unknown);
    }

    /** The value as compact JSON, to keep or show what has no form of its own. */
    public String json() {
        return node.toString();
    }

    /**
     * An error about this value.
     *
     * @param problem goes on after its place, such as {@code is not the market asked for}
     */
    public AnswerException wrong(String problem) {
        return new AnswerException(path() + " " + problem, null);
    }

    private AnswerException unexpected(String expected) {
        return wrong("is " + found() + " where " + expected + " is expected");
    }

    private String found() {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "the text '" + cut(node.textValue()) + "'";
            default -> cut(node.asText());
        };
    }

    /** Where it stands, for people: {@code 'data[3].price'}, or {@code the answer} for the whole. */
    public String path() {
        return parent == null ? "the answer" : "'" + cut(place(true)) + "'";
    }

    /** Where it stands, without the places in lists. */
    String shape() {
        return place(false);
    }

    private String place(boolean exact) {
        if (parent == null) {
            return "";
        }
        String before = parent.place(exact);
        if (index >= 0) {
            return before + "[" + (exact ? index : "") + "]";
        }
        return before.isEmpty() ? name : before + "." + name;
    }

    static String cut(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
