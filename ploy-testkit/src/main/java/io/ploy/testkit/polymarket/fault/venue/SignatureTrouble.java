package io.ploy.testkit.polymarket.fault.venue;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.util.regex.Pattern;

/** Refuses signatures, or misleads about which exchange they are for. */
final class SignatureTrouble {
    static final Parameter<How> HOW = Parameter.choice("how", How.REFUSED).help("What goes wrong.");
    private static final Pattern FLAG = Pattern.compile("\"(neg_risk|negRisk|nr)\":(true|false)");

    /** What goes wrong. */
    enum How {
        /** Orders are refused as wrongly signed. */
        REFUSED,
        /** The neg-risk flag cannot be read. */
        FLAG_FAILS,
        /** The neg-risk flag is told the other way round. */
        FLAG_LIES
    }

    private SignatureTrouble() {}

    static Effect create(Injection injection) {
        return switch (injection.get(HOW)) {
            case REFUSED ->
                Effects.before(
                        injection, Ask::places, ask -> OnRequest.refuse(Effects.refusal(400, "invalid signature")));
            case FLAG_FAILS ->
                Effects.before(
                        injection,
                        ask -> ask.request().path().equals("/neg-risk")
                                || ask.request().path().startsWith("/clob-markets/"),
                        ask -> OnRequest.refuse(Effects.refusal(500, "Internal server error")));
            case FLAG_LIES ->
                Effects.after(
                        injection,
                        ask -> ask.request().method().equals("GET"),
                        (ask, answer) -> answer.status() == Effects.OK
                                && FLAG.matcher(answer.body()).find(),
                        (ask, answer) -> OnAnswer.send(lying(answer)));
        };
    }

    private static WireAnswer lying(WireAnswer answer) {
        return Effects.withBody(
                answer,
                FLAG.matcher(answer.body())
                        .replaceAll(flag ->
                                "\"" + flag.group(1) + "\":" + flag.group(2).equals("false")));
    }
}
