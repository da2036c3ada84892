package io.ploy.testkit.polymarket.fault.venue;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Accounts;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.Cut;
import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.util.UUID;

/** Heartbeats that do not do what they should. */
final class HeartbeatTrouble implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.ANSWER_LOST).help("What goes wrong.");

    /** What goes wrong. */
    enum How {
        /** The venue never sees it. */
        REQUEST_LOST,
        /** It counts, and nobody says so. */
        ANSWER_LOST,
        /** It is answered with 500. */
        REFUSED,
        /** It counts, and the id in the answer is not the one the venue wants next. */
        WRONG_ID,
        /** Somebody else goes on with the chain: another id was wanted. */
        STOLEN,
        /** It counts, and the orders are cancelled all the same. */
        CANCELLED
    }

    private final Injection injection;
    private final How how;

    HeartbeatTrouble(Injection injection) {
        this.injection = injection;
        how = injection.get(HOW);
    }

    @Override
    public OnRequest before(Ask ask) {
        boolean early = how == How.REQUEST_LOST || how == How.REFUSED || how == How.STOLEN;
        if (!early || !isBeat(ask) || !injection.fires(ask)) {
            return OnRequest.GO_ON;
        }
        return switch (how) {
            case REQUEST_LOST -> OnRequest.lose(Ending.CLOSE);
            case STOLEN ->
                OnRequest.refuse(WireAnswer.json(
                        400, "{\"error_msg\":\"Invalid Heartbeat ID\",\"heartbeat_id\":\"" + id() + "\"}"));
            default -> OnRequest.refuse(Effects.refusal(500, "Internal server error"));
        };
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        boolean late = how == How.ANSWER_LOST || how == How.WRONG_ID || how == How.CANCELLED;
        if (!late || answer.status() != Effects.OK || !isBeat(ask) || !injection.fires(ask)) {
            return OnAnswer.send(answer);
        }
        return switch (how) {
            case ANSWER_LOST -> OnAnswer.send(answer).cutAt(Cut.BEFORE_STATUS);
            case WRONG_ID -> OnAnswer.send(Effects.withBody(answer, "{\"heartbeat_id\":\"" + id() + "\"}"));
            default -> {
                Accounts.of(injection, ask)
                        .forEach(account -> injection.venue().state().exchange().cancelAll(account.id()));
                yield OnAnswer.send(answer);
            }
        };
    }

    private String id() {
        return new UUID(injection.random().nextLong(), injection.random().nextLong()).toString();
    }

    private static boolean isBeat(Ask ask) {
        return ask.is(Api.CLOB, "POST", "/v1/heartbeats") || ask.is(Api.CLOB, "POST", "/heartbeats");
    }
}
