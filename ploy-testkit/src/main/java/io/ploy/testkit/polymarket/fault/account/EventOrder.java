package io.ploy.testkit.polymarket.fault.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Line;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Own events in another order than they happened in, twice, or of somebody else. */
final class EventOrder implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.TWICE).help("What is wrong with the order.");
    static final Parameter<Duration> DELAY =
            Parameter.duration("delay", "1").between("0.001", "3600").help("How late what is late comes.");
    private static final String STRANGER = "0x00000000000000000000000000000000DeaDBeef";
    private static final String STRANGERS_KEY = "00000000-0000-4000-8000-00000000dead";

    /** What is wrong. */
    enum How {
        /** Events come before the answer to the request that made them. */
        BEFORE_ANSWER,
        /** A trade comes before its order. */
        TRADE_FIRST,
        /** Events come twice. */
        TWICE,
        /** Events come late by a random time, and so overtake each other. */
        MIXED,
        /** Events of another account of the same key come along. */
        FOREIGN
    }

    private final Injection injection;
    private final How how;

    EventOrder(Injection injection) {
        this.injection = injection;
        how = injection.get(HOW);
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        return how == How.BEFORE_ANSWER && ask.places() && injection.fires(ask)
                ? OnAnswer.send(answer).heldFor(injection.get(DELAY))
                : OnAnswer.send(answer);
    }

    @Override
    public OnFrame frame(Line line) {
        boolean own = line.socket().channel() == Channel.USER && line.tells();
        boolean meant = own
                && how != How.BEFORE_ANSWER
                && (how != How.TRADE_FIRST || line.event().equals("order"));
        if (!meant || !injection.fires(line)) {
            return OnFrame.send(line.text());
        }
        Duration delay = injection.get(DELAY);
        return switch (how) {
            case TWICE ->
                new OnFrame(
                        List.of(new OnFrame.Part(Duration.ZERO, line.text()), new OnFrame.Part(delay, line.text())),
                        Optional.empty());
            case MIXED -> OnFrame.late(Duration.ofNanos(injection.random().nextLong(delay.toNanos())), line.text());
            case FOREIGN -> OnFrame.send(line.text(), WireText.of(strange(line)));
            default -> OnFrame.late(delay, line.text());
        };
    }

    private static String strange(Line line) {
        JsonNode copy = line.first().deepCopy();
        if (copy instanceof ObjectNode event) {
            event.put("id", event.path("id").asText().replace('a', 'b').replace('1', '2'));
            for (String name : List.of("owner", "order_owner", "trade_owner")) {
                if (event.has(name)) {
                    event.put(name, STRANGERS_KEY);
                }
            }
            event.put("maker_address", STRANGER);
            event.path("maker_orders").forEach(maker -> {
                if (maker instanceof ObjectNode party) {
                    party.put("owner", STRANGERS_KEY).put("maker_address", STRANGER);
                }
            });
        }
        return copy.toString();
    }
}
