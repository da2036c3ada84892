package io.ploy.connectors.polymarket.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ploy.connectors.polymarket.MalformedFrameException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of the newer price service.
 *
 * @param op what it answers, empty for prices
 * @param rid the request it answers, empty if it does not say
 * @param code what went wrong, empty unless {@code op} is {@code error}
 * @param channel the kind of price, empty if it does not say
 * @param number its place among the messages of its channel on this connection, 0 if it has none
 * @param dropped how many messages before it the service left out
 * @param carriedForward whether the price is only repeated for want of a newer one
 * @param symbol what is priced
 * @param points the prices, each with its own time
 */
record PolyBoltFrame(
        String op,
        String rid,
        String code,
        String channel,
        long number,
        long dropped,
        boolean carriedForward,
        String symbol,
        List<Point> points) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final int LONGEST_NUMBER = 60;
    private static final BigDecimal TOLERANCE = new BigDecimal("0.000001");

    record Point(Instant at, BigDecimal value) {}

    static PolyBoltFrame parse(String text) throws MalformedFrameException {
        JsonNode frame;
        try {
            frame = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new MalformedFrameException("no JSON: " + e.getOriginalMessage());
        }
        if (!frame.isObject()) {
            throw new MalformedFrameException("a message is an object, found " + frame.getNodeType());
        }
        String op = word(frame, "op");
        JsonNode payload = frame.path("payload");
        boolean priced = op.isEmpty() && payload.isObject();
        return new PolyBoltFrame(
                op,
                word(frame, "rid"),
                word(frame, "code"),
                word(frame, "channel"),
                whole(frame, "seq"),
                whole(frame, "dropped"),
                payload.path("is_carried_forward").asBoolean(),
                priced ? word(payload, "symbol") : "",
                priced ? points(payload) : List.of());
    }

    private static String word(JsonNode in, String name) throws MalformedFrameException {
        JsonNode value = in.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isValueNode()) {
            throw new MalformedFrameException(name + " is no text, found " + value.getNodeType());
        }
        return value.asText();
    }

    private static long whole(JsonNode in, String name) throws MalformedFrameException {
        JsonNode value = in.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            throw new MalformedFrameException(name + " is no count, found " + brief(value.toString()));
        }
        return value.asLong();
    }

    private static List<Point> points(JsonNode payload) throws MalformedFrameException {
        JsonNode past = payload.path("data");
        if (!past.isArray()) {
            return List.of(point(payload));
        }
        List<Point> points = new ArrayList<>();
        for (JsonNode each : past) {
            points.add(point(each));
        }
        return points;
    }

    private static Point point(JsonNode from) throws MalformedFrameException {
        long millis = whole(from, "timestamp");
        BigDecimal rounded = number(from, "value");
        BigDecimal exact = number(from, "full_accuracy_value");
        BigDecimal value = exact != null ? exact : rounded;
        if (millis == 0 || value == null) {
            throw new MalformedFrameException("a price lacks its timestamp or value");
        }
        if (rounded != null && value.subtract(rounded).abs().compareTo(rounded.multiply(TOLERANCE)) > 0) {
            throw new MalformedFrameException("value " + rounded.toPlainString() + " and full_accuracy_value "
                    + value.toPlainString() + " do not agree");
        }
        return new Point(Instant.ofEpochMilli(millis), value);
    }

    /** A number or the text of one, to its last digit. */
    private static @Nullable BigDecimal number(JsonNode from, String name) throws MalformedFrameException {
        JsonNode node = from.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        String digits = node.isNumber() ? node.decimalValue().toString() : node.asText();
        BigDecimal value;
        try {
            if (digits.length() > LONGEST_NUMBER) {
                throw new NumberFormatException("too long");
            }
            value = new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw new MalformedFrameException(name + " is no number: '" + brief(digits) + "'");
        }
        if (value.signum() <= 0 || Math.abs((long) value.scale()) > LONGEST_NUMBER) {
            throw new MalformedFrameException(name + " is no price: '" + brief(digits) + "'");
        }
        return value;
    }

    private static String brief(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_NUMBER));
    }
}
