package io.ploy.testkit.polymarket.fault.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Line;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whole books with levels out of order, twice, old, or of a market nobody makes. */
final class UglyLevels implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.UNSORTED).help("What is ugly.");
    static final Parameter<Duration> LAG =
            Parameter.duration("lag", "5").help("For REST_BEHIND: how old books over REST may get.");

    /** What is ugly. */
    enum How {
        UNSORTED,
        /** The best price is there twice. */
        DOUBLED,
        /** One share at 0.01 and one at 0.99, and nothing else. */
        GHOST,
        /** Books over REST are older than the stream's. */
        REST_BEHIND
    }

    private final Injection injection;
    private final How how;
    private final Map<String, Kept> kept = new HashMap<>();

    private record Kept(WireAnswer answer, Instant at) {}

    UglyLevels(Injection injection) {
        this.injection = injection;
        how = injection.get(HOW);
    }

    @Override
    public OnFrame frame(Line line) {
        boolean whole =
                line.socket().channel() == Channel.MARKET && line.event().equals("book");
        if (how == How.REST_BEHIND || !whole || !injection.fires(line)) {
            return OnFrame.send(line.text());
        }
        JsonNode json = line.json().deepCopy();
        books(json);
        return OnFrame.send(WireText.of(json.toString()));
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        String path = ask.request().path();
        if (answer.status() != Effects.OK || !(path.equals("/book") || path.equals("/books"))) {
            return OnAnswer.send(answer);
        }
        if (how == How.REST_BEHIND) {
            return behind(ask, answer);
        }
        if (!injection.fires(ask)) {
            return OnAnswer.send(answer);
        }
        JsonNode json = Ask.read(answer.body()).deepCopy();
        books(json);
        return OnAnswer.send(Effects.withBody(answer, json.toString()));
    }

    private OnAnswer behind(Ask ask, WireAnswer answer) {
        if (!injection.trigger().isOpen()) {
            return OnAnswer.send(answer);
        }
        String key = ask.words() + ask.request().query() + ask.request().body();
        Instant now = injection.venue().state().now();
        Kept last = kept.get(key);
        if (last == null || !last.at().plus(injection.get(LAG)).isAfter(now)) {
            kept.put(key, new Kept(answer, now));
            return OnAnswer.send(answer);
        }
        return last.answer().body().equals(answer.body()) || !injection.fires(ask)
                ? OnAnswer.send(answer)
                : OnAnswer.send(last.answer());
    }

    private void books(JsonNode json) {
        if (json.isArray()) {
            json.forEach(this::book);
        } else {
            book(json);
        }
    }

    private void book(JsonNode book) {
        for (String side : List.of("bids", "asks")) {
            if (book.path(side) instanceof ArrayNode levels && !levels.isEmpty()) {
                levels(levels, side);
            }
        }
    }

    private void levels(ArrayNode levels, String side) {
        List<JsonNode> rows = new ArrayList<>();
        levels.forEach(rows::add);
        switch (how) {
            case UNSORTED -> shuffle(rows);
            case DOUBLED -> rows.add(rows.get(rows.size() - 1).deepCopy());
            case GHOST -> {
                ObjectNode ghost = rows.get(0).deepCopy();
                rows.clear();
                rows.add(ghost.put("price", side.equals("bids") ? "0.01" : "0.99")
                        .put("size", "1"));
            }
            case REST_BEHIND -> throw new IllegalStateException("books are kept, not changed");
        }
        levels.removeAll();
        levels.addAll(rows);
    }

    private void shuffle(List<JsonNode> rows) {
        for (int i = rows.size() - 1; i > 0; i--) {
            Collections.swap(rows, i, injection.random().nextInt(i + 1));
        }
    }
}
