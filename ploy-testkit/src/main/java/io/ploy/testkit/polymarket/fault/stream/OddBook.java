package io.ploy.testkit.polymarket.fault.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.money.Price;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Line;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.WireText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A book that for a while is told crossed or locked, or with levels of nothing. */
final class OddBook implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.CROSSED).help("What is odd.");
    static final Parameter<Duration> LENGTH = Parameter.duration("length", "0.2")
            .between("0.001", "60")
            .help("For CROSSED and LOCKED: how long until it is told right.");
    private static final long CENT = 10_000;

    /** What is odd. */
    enum How {
        /** A bid above the best ask is told, and taken back. */
        CROSSED,
        /** A bid at the best ask is told, and taken back. */
        LOCKED,
        /** Whole books have levels without a size. */
        ZERO_SIZE
    }

    private final Injection injection;

    OddBook(Injection injection) {
        this.injection = injection;
    }

    @Override
    public OnFrame frame(Line line) {
        if (line.socket().channel() != Channel.MARKET) {
            return OnFrame.send(line.text());
        }
        return injection.get(HOW) == How.ZERO_SIZE ? emptyLevel(line) : crossed(line);
    }

    private OnFrame emptyLevel(Line line) {
        boolean whole = line.event().equals("book");
        if (!whole || !injection.fires(line)) {
            return OnFrame.send(line.text());
        }
        JsonNode json = line.json().deepCopy();
        JsonNode book = json.isArray() ? json.path(0) : json;
        if (book.path("bids") instanceof ArrayNode bids) {
            bids.insert(
                    0,
                    JsonNodeFactory.instance.objectNode().put("price", "0.01").put("size", "0"));
        }
        return OnFrame.send(WireText.of(json.toString()));
    }

    private OnFrame crossed(Line line) {
        JsonNode change = line.json().path("price_changes").path(0);
        long ask = micros(change.path("best_ask").asText("1"));
        boolean meant = line.event().equals("price_change") && ask > 0 && ask < Price.ONE.micros() - CENT;
        if (!meant || !injection.fires(line)) {
            return OnFrame.send(line.text());
        }
        String bid = Price.ofMicros(injection.get(HOW) == How.LOCKED ? ask : ask + CENT)
                .toString();
        List<OnFrame.Part> parts = new ArrayList<>();
        parts.add(new OnFrame.Part(Duration.ZERO, line.text()));
        parts.add(new OnFrame.Part(Duration.ZERO, WireText.of(with(line, bid, "25", bid))));
        parts.add(new OnFrame.Part(
                injection.get(LENGTH),
                WireText.of(with(line, bid, "0", change.path("best_bid").asText()))));
        return new OnFrame(parts, Optional.empty());
    }

    private static String with(Line line, String price, String size, String bestBid) {
        JsonNode copy = line.json().deepCopy();
        if (copy.path("price_changes") instanceof ArrayNode changes && changes.get(0) instanceof ObjectNode first) {
            first.put("price", price).put("size", size).put("side", "BUY").put("best_bid", bestBid);
            while (changes.size() > 1) {
                changes.remove(1);
            }
        }
        return copy.toString();
    }

    private static long micros(String price) {
        try {
            return Price.parse(price).micros();
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
