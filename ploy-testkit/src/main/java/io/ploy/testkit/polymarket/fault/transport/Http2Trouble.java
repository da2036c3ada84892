package io.ploy.testkit.polymarket.fault.transport;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.Cut;
import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.WireAnswer;

/** Ends of HTTP/2 connections and streams while a request is under way. Over HTTP/1.1 the connection ends. */
final class Http2Trouble implements Effect {
    static final Parameter<How> HOW =
            Parameter.choice("how", How.REFUSED_STREAM).help("What happens.");
    private static final int NO_ERROR = 0;
    private static final int INTERNAL_ERROR = 2;
    private static final int REFUSED_STREAM = 7;

    /** What happens. */
    enum How {
        /** GOAWAY that says the request was not processed; and it was not. */
        GOAWAY_NOT_PROCESSED,
        /** GOAWAY whose last stream is the request's, which was processed, before its answer. */
        GOAWAY_PROCESSED,
        /** The stream is reset before the request is processed. */
        RESET_BEFORE,
        /** The stream is reset after the request was processed. */
        RESET_AFTER,
        /** The stream is refused, which promises that nothing was done; and nothing was. */
        REFUSED_STREAM
    }

    private final Injection injection;
    private final How how;

    Http2Trouble(Injection injection) {
        this.injection = injection;
        how = injection.get(HOW);
    }

    @Override
    public OnRequest before(Ask ask) {
        boolean early = how != How.GOAWAY_PROCESSED && how != How.RESET_AFTER;
        if (!early || !Effects.chosen(injection, ask, Ask::places) || !injection.fires(ask)) {
            return OnRequest.GO_ON;
        }
        return OnRequest.lose(
                switch (how) {
                    case GOAWAY_NOT_PROCESSED -> Ending.goAway(NO_ERROR, false);
                    case RESET_BEFORE -> Ending.resetStream(INTERNAL_ERROR);
                    default -> Ending.resetStream(REFUSED_STREAM);
                });
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        boolean late = how == How.GOAWAY_PROCESSED || how == How.RESET_AFTER;
        if (!late || !Effects.chosen(injection, ask, Ask::places) || !injection.fires(ask)) {
            return OnAnswer.send(answer);
        }
        Ending ending = how == How.RESET_AFTER ? Ending.resetStream(INTERNAL_ERROR) : Ending.goAway(NO_ERROR, true);
        return OnAnswer.send(answer).cutAt(Cut.nothing(ending));
    }
}
