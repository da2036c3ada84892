package io.ploy.testkit.polymarket.fault.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Line;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Frames, and answers where a path is asked for, that are not what a client expects. */
final class OddFrame implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.ANY).help("What is odd.");
    static final Parameter<Integer> SIZE =
            Parameter.integer("size", "1000000").between("1", "3000000").help("For HUGE: how many characters more.");
    private static final How[] DRAWN = How.values();

    /** What is odd. */
    enum How {
        /** One of the others, drawn each time. */
        ANY,
        NOT_JSON,
        UNKNOWN_EVENT,
        UNKNOWN_WORD,
        FIELD_MISSING,
        FIELD_MORE,
        NUMBER_AS_TEXT,
        CUT,
        ARRAY_OR_OBJECT,
        EMPTY_TEXT,
        EMPTY_FRAME,
        HUGE
    }

    private final Injection injection;

    OddFrame(Injection injection) {
        this.injection = injection;
    }

    @Override
    public OnFrame frame(Line line) {
        return line.tells() && injection.fires(line)
                ? OnFrame.send(WireText.of(odd(line.text().text(), line.json())))
                : OnFrame.send(line.text());
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        boolean meant = injection.trigger().spec().where().path() != null;
        return meant && injection.fires(ask)
                ? OnAnswer.send(Effects.withBody(answer, odd(answer.body(), Ask.read(answer.body()))))
                : OnAnswer.send(answer);
    }

    private String odd(String text, JsonNode json) {
        SplittableRandom random = injection.random();
        How how = injection.get(HOW);
        if (how == How.ANY) {
            how = DRAWN[1 + random.nextInt(DRAWN.length - 1)];
        }
        injection.trigger().say(how.name());
        JsonNode copy = json.deepCopy();
        JsonNode first = copy.isArray() ? copy.path(0) : copy;
        switch (how) {
            case NOT_JSON -> {
                return "INVALID OPERATION";
            }
            case CUT -> {
                return text.substring(0, 1 + random.nextInt(Math.max(1, text.length() - 1)));
            }
            case EMPTY_FRAME -> {
                return "";
            }
            case ARRAY_OR_OBJECT -> {
                return copy.isArray() ? first.toString() : "[" + copy + "]";
            }
            default -> {
                if (first instanceof ObjectNode object) {
                    change(object, how, random);
                }
                return copy.toString();
            }
        }
    }

    private void change(ObjectNode object, How how, SplittableRandom random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() ? "event_type" : names.get(random.nextInt(names.size()));
        switch (how) {
            case UNKNOWN_EVENT -> object.put("event_type", "weather_report");
            case UNKNOWN_WORD -> {
                for (String word : List.of("status", "side", "type")) {
                    if (object.has(word)) {
                        object.put(word, "SIDEWAYS");
                    }
                }
            }
            case FIELD_MISSING -> object.remove(name);
            case FIELD_MORE ->
                object.set(
                        "added_in_the_future",
                        JsonNodeFactory.instance.objectNode().put("nested", true));
            case NUMBER_AS_TEXT -> names.forEach(each -> turn(object, each));
            case EMPTY_TEXT -> object.put(name, "");
            case HUGE -> object.put("padding", "x".repeat(injection.get(SIZE)));
            default -> throw new IllegalStateException("not a change of an object: " + how);
        }
    }

    private static void turn(ObjectNode object, String name) {
        JsonNode value = object.path(name);
        if (value.isNumber()) {
            object.put(name, value.asText());
        } else if (value.isTextual() && value.textValue().matches("[0-9]{1,15}(\\.[0-9]{1,6})?")) {
            object.put(name, new BigDecimal(value.textValue()));
        }
    }
}
