package io.ploy.testkit.polymarket.fault.venue;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Deed;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Markets;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Changes the rate of markets, or tells that there is none. */
final class Fees extends Deed {
    static final Parameter<How> HOW = Parameter.choice("how", How.RATE).help("What is odd.");
    static final Parameter<Double> RATE = Parameter.decimal("rate", "0.07").help("For RATE: the new rate.");
    private static final Pattern TOLD = Pattern.compile("\"(fee_rate_bps|base_fee|taker_base_fee|fr)\":(\"?)[0-9]+\\2");

    /** What is odd. */
    enum How {
        /** Markets have another rate from now on. */
        RATE,
        /** Answers tell of no fee, and it is charged all the same. */
        TOLD_ZERO
    }

    private final Map<MarketId, Optional<FeeSchedule>> before = new LinkedHashMap<>();
    private boolean tellsZero;

    Fees(Injection injection) {
        super(injection);
    }

    @Override
    protected void act(Occasion occasion) {
        tellsZero = injection().get(HOW) == How.TOLD_ZERO;
        if (!tellsZero) {
            String rate = BigDecimal.valueOf(injection().get(RATE)).toPlainString();
            Markets.of(injection(), occasion).forEach(listed -> {
                Market market = listed.market();
                before.putIfAbsent(market.id(), market.rules().fees());
                set(market, FeeSchedule.takerRate(rate));
            });
        }
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        return tellsZero && TOLD.matcher(answer.body()).find()
                ? OnAnswer.send(
                        Effects.withBody(answer, TOLD.matcher(answer.body()).replaceAll("\"$1\":$20$2")))
                : OnAnswer.send(answer);
    }

    @Override
    public void over() {
        tellsZero = false;
        before.forEach((id, fees) -> injection()
                .venue()
                .state()
                .catalogue()
                .market(id)
                .ifPresent(listed -> set(listed.market(), fees.orElse(FeeSchedule.FREE))));
        before.clear();
    }

    private void set(Market market, FeeSchedule fees) {
        injection()
                .venue()
                .state()
                .exchange()
                .update(market.toBuilder()
                        .rules(market.rules().toBuilder().fees(fees).build())
                        .build());
    }
}
