package io.ploy.testkit.polymarket.fault.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Price;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Deed;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Markets;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Instant;

/** Markets that end as they should not. */
final class OddResolution extends Deed {
    static final Parameter<How> HOW = Parameter.choice("how", How.VOID).help("How markets end.");
    static final Parameter<Price> PAYOUT =
            Parameter.price("payout", "0.3").help("For FRACTION: what the first outcome pays.");

    /** How a market ends. */
    enum How {
        /** Half for either outcome. */
        VOID,
        /** Parts for either outcome. */
        FRACTION,
        /** It is disputed, and stays so. */
        DISPUTED,
        /** The catalogue says closed, and its prices say nothing is decided. */
        FLAGS_DISAGREE,
        /** The catalogue says that both outcomes pay nothing. */
        NOTHING_PAID,
        /** The catalogue goes on as if it were open. */
        LATE
    }

    private boolean lies;

    OddResolution(Injection injection) {
        super(injection);
    }

    @Override
    protected void act(Occasion occasion) {
        Instant now = injection().venue().state().now();
        How how = injection().get(HOW);
        for (ListedMarket listed : Markets.of(injection(), occasion)) {
            var id = listed.market().id();
            switch (how) {
                case VOID -> injection().venue().state().exchange().resolve(Resolution.fiftyFifty(id, now));
                case FRACTION ->
                    injection()
                            .venue()
                            .state()
                            .exchange()
                            .resolve(new Resolution(
                                    id,
                                    injection().get(PAYOUT),
                                    injection().get(PAYOUT).complement(),
                                    now));
                case DISPUTED ->
                    injection()
                            .venue()
                            .state()
                            .exchange()
                            .update(listed.market().toBuilder()
                                    .status(MarketStatus.DISPUTED)
                                    .build());
                default -> lies = true;
            }
        }
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        boolean catalogue = lies && ask.request().api() == Api.GAMMA && answer.status() == Effects.OK;
        JsonNode json = catalogue ? Ask.read(answer.body()).deepCopy() : null;
        if (json == null || json.isMissingNode()) {
            return OnAnswer.send(answer);
        }
        change(json);
        return OnAnswer.send(Effects.withBody(answer, json.toString()));
    }

    private void change(JsonNode json) {
        if (json instanceof ObjectNode market && market.has("outcomePrices")) {
            String wanted = injection().trigger().spec().where().market();
            if (wanted == null || wanted.equals(market.path("conditionId").asText())) {
                tell(market);
            }
        }
        json.forEach(this::change);
    }

    private void tell(ObjectNode market) {
        switch (injection().get(HOW)) {
            case FLAGS_DISAGREE -> market.put("closed", true).put("outcomePrices", "[\"0.52\", \"0.48\"]");
            case NOTHING_PAID -> market.put("closed", true).put("outcomePrices", "[\"0\", \"0\"]");
            default -> market.put("closed", false).put("active", true);
        }
    }

    @Override
    public void over() {
        lies = false;
    }
}
