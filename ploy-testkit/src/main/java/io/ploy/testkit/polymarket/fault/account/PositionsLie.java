package io.ploy.testkit.polymarket.fault.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.money.Quantity;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The index of positions as it was, or as it never was. */
final class PositionsLie implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.LAG).help("What is wrong.");
    static final Parameter<Duration> LAG = Parameter.duration("lag", "60").help("For LAG: how old an answer may get.");
    static final Parameter<Quantity> LEAST =
            Parameter.quantity("least", "10").help("For SMALL_HIDDEN: the smallest position told.");

    /** What is wrong. */
    enum How {
        /** Answers are kept. */
        LAG,
        /** Small positions are missing. */
        SMALL_HIDDEN,
        /** Positions are told with a size of nothing. */
        ZERO_ROW,
        /** Nothing is told, as of a wallet nobody knows. */
        WRONG_WALLET
    }

    private final Injection injection;
    private final Map<String, Kept> kept = new HashMap<>();

    private record Kept(WireAnswer answer, Instant at) {}

    PositionsLie(Injection injection) {
        this.injection = injection;
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        boolean positions = ask.is(Api.DATA, "GET", "/positions") || ask.is(Api.DATA, "GET", "/v2/positions");
        if (!positions || answer.status() != Effects.OK || !injection.trigger().isOpen()) {
            return OnAnswer.send(answer);
        }
        WireAnswer told = injection.get(HOW) == How.LAG ? old(ask, answer) : changed(answer);
        return told.body().equals(answer.body()) || !injection.fires(ask) ? OnAnswer.send(answer) : OnAnswer.send(told);
    }

    private WireAnswer old(Ask ask, WireAnswer answer) {
        Instant now = injection.venue().state().now();
        Kept last = kept.get(ask.words() + ask.request().query());
        if (last == null || !last.at().plus(injection.get(LAG)).isAfter(now)) {
            last = new Kept(answer, now);
            kept.put(ask.words() + ask.request().query(), last);
        }
        return last.answer();
    }

    private WireAnswer changed(WireAnswer answer) {
        JsonNode json = Ask.read(answer.body()).deepCopy();
        if (!((json.isArray() ? json : json.path("data")) instanceof ArrayNode rows)) {
            return answer;
        }
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (!(rows.get(i) instanceof ObjectNode row)) {
                continue;
            }
            boolean small = row.path("size").asDouble() < injection.get(LEAST).micros() / 1e6;
            switch (injection.get(HOW)) {
                case SMALL_HIDDEN -> {
                    if (small) {
                        rows.remove(i);
                    }
                }
                case ZERO_ROW -> row.put("size", 0);
                case WRONG_WALLET -> rows.remove(i);
                case LAG -> throw new IllegalStateException("answers are kept, not changed");
            }
        }
        return Effects.withBody(answer, json.toString());
    }
}
