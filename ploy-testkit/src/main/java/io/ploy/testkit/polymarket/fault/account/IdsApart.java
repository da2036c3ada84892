package io.ploy.testkit.polymarket.fault.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Line;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireText;
import java.time.Duration;
import java.time.Instant;

/** Tells trade ids without transaction hashes, or hashes without ids, for a while or for ever. */
final class IdsApart implements Effect {
    static final Parameter<What> MISSING =
            Parameter.choice("missing", What.HASH).help("What is not told.");
    static final Parameter<Duration> LATE =
            Parameter.duration("late", "0").help("How long after the match it is told at last; 0 for never.");

    /** What is missing. */
    enum What {
        HASH,
        ID
    }

    private final Injection injection;

    IdsApart(Injection injection) {
        this.injection = injection;
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        JsonNode json = ask.places() || ask.is(Api.CLOB, "GET", "/data/trades") ? Ask.read(answer.body()) : null;
        if (json == null || answer.status() != Effects.OK) {
            return OnAnswer.send(answer);
        }
        JsonNode changed = json.deepCopy();
        if (changed.isArray()) {
            changed.forEach(this::strip);
        } else {
            strip(changed);
            changed.path("data").forEach(this::strip);
        }
        return changed.equals(json) || !injection.fires(ask)
                ? OnAnswer.send(answer)
                : OnAnswer.send(Effects.withBody(answer, changed.toString()));
    }

    @Override
    public OnFrame frame(Line line) {
        if (line.socket().channel() != Channel.USER || !line.event().equals("trade")) {
            return OnFrame.send(line.text());
        }
        JsonNode changed = line.first().deepCopy();
        strip(changed);
        return changed.equals(line.first()) || !injection.fires(line)
                ? OnFrame.send(line.text())
                : OnFrame.send(WireText.of(changed.toString()));
    }

    private void strip(JsonNode json) {
        if (!(json instanceof ObjectNode row) || isLateEnough(row)) {
            return;
        }
        if (injection.get(MISSING) == What.HASH) {
            row.remove("transactionsHashes");
            if (row.has("transaction_hash")) {
                row.put("transaction_hash", "");
            }
        } else {
            row.remove("tradeIDs");
        }
    }

    private boolean isLateEnough(ObjectNode row) {
        long matched = row.path("match_time").asLong(row.path("matchtime").asLong());
        Duration late = injection.get(LATE);
        return !late.isZero()
                && matched > 0
                && !Instant.ofEpochSecond(matched)
                        .plus(late)
                        .isAfter(injection.venue().state().now());
    }
}
