package io.ploy.testkit.polymarket.fault.entry;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.Cut;
import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import java.time.Duration;

/** Requests and answers that do not arrive. */
final class Lost {
    static final Parameter<Place> CUT = Parameter.choice("cut", Place.STATUS).help("Where the answer breaks off.");
    static final Parameter<Integer> BYTES = Parameter.integer("bytes", "12")
            .between("1", "1000000")
            .help("How much of the headers or of the body is sent before the cut.");
    static final Parameter<End> END = Parameter.choice("end", End.CLOSE).help("What then becomes of the connection.");
    static final Parameter<Duration> DELAY =
            Parameter.duration("delay", "2").help("How long after it was lost the order appears.");

    /** Parts of an answer. */
    enum Place {
        STATUS,
        HEADERS,
        BODY
    }

    /** Ends of a connection. */
    enum End {
        CLOSE,
        RESET,
        SILENCE;

        Ending ending() {
            return switch (this) {
                case CLOSE -> Ending.CLOSE;
                case RESET -> Ending.RESET;
                case SILENCE -> Ending.SILENCE;
            };
        }
    }

    private Lost() {}

    static Effect acceptedThenCut(Injection injection) {
        Ending ending = injection.get(END).ending();
        int bytes = injection.get(BYTES);
        Cut cut = switch (injection.get(CUT)) {
            case STATUS -> Cut.nothing(ending);
            case HEADERS -> Cut.inHead(bytes, ending);
            case BODY -> Cut.inBody(bytes, ending);
        };
        return Effects.after(
                injection,
                Ask::places,
                (ask, answer) -> answer.status() == Effects.OK,
                (ask, answer) -> OnAnswer.send(answer).cutAt(cut));
    }

    static Effect dropped(Injection injection) {
        OnRequest lost = OnRequest.lose(injection.get(END).ending());
        return Effects.before(injection, Ask::places, ask -> lost);
    }

    static Effect sweepMisses(Injection injection) {
        OnRequest late = OnRequest.lose(Ending.CLOSE).processedAfter(injection.get(DELAY));
        return Effects.before(injection, Ask::places, ask -> late);
    }
}
