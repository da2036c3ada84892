package io.ploy.testkit.polymarket.fault.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Line;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.WireText;
import java.time.Duration;

/** Changes of a book that do not arrive as they were sent. */
final class DeltaLoss implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.LOST).help("What becomes of a change.");
    static final Parameter<Duration> DELAY =
            Parameter.duration("delay", "0.5").between("0.001", "60").help("For SWAPPED: how late it comes.");
    private static final String HASH = "0000000000000000000000000000000000000bad";

    /** What becomes of a change. */
    enum How {
        LOST,
        TWICE,
        /** Later ones overtake it. */
        SWAPPED,
        /** Its hash is of no book. */
        BAD_HASH
    }

    private final Effect effect;

    DeltaLoss(Injection injection) {
        effect = Effects.frame(
                injection,
                line -> line.socket().channel() == Channel.MARKET
                        && line.event().equals("price_change"),
                line -> changed(injection, line));
    }

    private static OnFrame changed(Injection injection, Line line) {
        return switch (injection.get(HOW)) {
            case LOST -> OnFrame.DROP;
            case TWICE -> OnFrame.send(line.text(), line.text());
            case SWAPPED -> OnFrame.late(injection.get(DELAY), line.text());
            case BAD_HASH -> OnFrame.send(WireText.of(badHash(line.json().deepCopy())));
        };
    }

    private static String badHash(JsonNode event) {
        event.path("price_changes").forEach(change -> {
            if (change instanceof ObjectNode row) {
                row.put("hash", HASH);
            }
        });
        return event.toString();
    }

    @Override
    public OnFrame frame(Line line) {
        return effect.frame(line);
    }
}
