package io.ploy.testkit.polymarket.fault.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Lists of pages that do not add up. */
final class Pagination implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.LOOPS).help("What is wrong.");
    static final Parameter<Duration> HANG =
            Parameter.duration("hang", "10").help("For HANG_THEN_401: how long it hangs.");
    private static final String FIRST_CURSOR = "MA==";
    private static final int UNAUTHORIZED = 401;

    /** What is wrong. */
    enum How {
        /** Every page is the first one. */
        CURSOR_IGNORED,
        /** The next page is always the first one. */
        LOOPS,
        /** A page begins with the last row of the one before. */
        TAIL_REPEATED,
        /** A page leaves out its first row, since rows came in above. */
        ROWS_SHIFT,
        /** A page takes long and is then refused. */
        HANG_THEN_401,
        /** A page is empty and the last, though there are rows. */
        EMPTY
    }

    private final Injection injection;
    private final How how;
    private final Map<String, JsonNode> firsts = new HashMap<>();
    private final Map<String, JsonNode> tails = new HashMap<>();

    Pagination(Injection injection) {
        this.injection = injection;
        how = injection.get(HOW);
    }

    @Override
    public OnRequest before(Ask ask) {
        return how == How.HANG_THEN_401 && ask.request().path().startsWith("/data/") && injection.fires(ask)
                ? OnRequest.refuse(Effects.refusal(UNAUTHORIZED, "Unauthorized/Invalid api key"))
                        .heldFor(injection.get(HANG))
                : OnRequest.GO_ON;
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        if (how == How.HANG_THEN_401
                || answer.status() != Effects.OK
                || !ask.request().method().equals("GET")
                || !injection.trigger().isOpen()
                || !answer.body().contains("\"next_cursor\"")) {
            return OnAnswer.send(answer);
        }
        JsonNode json = Ask.read(answer.body());
        JsonNode changed = json.deepCopy();
        if (changed instanceof ObjectNode page && page.path("data") instanceof ArrayNode rows) {
            changed = change(ask, page, rows);
        }
        return changed.equals(json) || !injection.fires(ask)
                ? OnAnswer.send(answer)
                : OnAnswer.send(Effects.withBody(answer, changed.toString()));
    }

    private JsonNode change(Ask ask, ObjectNode page, ArrayNode rows) {
        String list = ask.words();
        boolean first = ask.request().parameter("next_cursor").orElse("").isEmpty();
        JsonNode last = rows.path(rows.size() - 1).deepCopy();
        switch (how) {
            case CURSOR_IGNORED -> {
                if (first) {
                    firsts.put(list, page.deepCopy());
                }
                return firsts.getOrDefault(list, page);
            }
            case LOOPS -> page.put("next_cursor", FIRST_CURSOR);
            case TAIL_REPEATED -> {
                JsonNode tail = tails.get(list);
                if (!first && tail != null) {
                    rows.insert(0, tail);
                }
            }
            case ROWS_SHIFT -> {
                if (!first && !rows.isEmpty()) {
                    rows.remove(0);
                }
            }
            case EMPTY -> {
                rows.removeAll();
                page.put("next_cursor", "LTE=");
            }
            case HANG_THEN_401 -> throw new IllegalStateException("refused before");
        }
        if (!last.isMissingNode()) {
            tails.put(list, last);
        }
        if (page.has("count")) {
            page.put("count", rows.size());
        }
        return page;
    }
}
