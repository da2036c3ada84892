package io.ploy.testkit.polymarket.world;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.testkit.polymarket.listing.ListedEvent;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import java.time.Duration;
import java.time.Instant;

/**
 * A market of an event that is not about a window.
 *
 * @param slug unique
 * @param question for people
 * @param first name of the first outcome
 * @param second name of the second outcome
 * @param group what tells it from the event's other markets
 * @param feeRate of takers, decimal
 * @param tick price step
 * @param takerDelay how long takers wait
 * @param version which contracts
 */
record Question(
        String slug,
        String question,
        String first,
        String second,
        String group,
        String feeRate,
        TickSize tick,
        Duration takerDelay,
        ProtocolVersion version) {
    static Question yesOrNo(String slug, String question, String group, String feeRate) {
        return new Question(
                slug, question, "Yes", "No", group, feeRate, TickSize.CENT, Duration.ZERO, ProtocolVersion.V1);
    }

    Question on(ProtocolVersion other) {
        return new Question(slug, question, first, second, group, feeRate, tick, takerDelay, other);
    }

    /** The only market of its event. */
    ListedMarket listed(Stage stage, ListedEvent event, Instant endsAt) {
        return listed(stage, stage.names().ids(version), event, 1, endsAt);
    }

    /** One of so many markets of its event. */
    ListedMarket listed(Stage stage, Names.Ids ids, ListedEvent event, int markets, Instant endsAt) {
        TradingRules rules = TradingRules.builder(tick)
                .fees(FeeSchedule.takerRate(feeRate))
                .takerDelay(takerDelay)
                .build();
        Market market = Market.builder(
                        new MarketId(ListedMarket.VENUE, ids.condition()),
                        new Outcome(first, new InstrumentId(ListedMarket.VENUE, ids.first())),
                        new Outcome(second, new InstrumentId(ListedMarket.VENUE, ids.second())),
                        rules)
                .event(event.negRisk() ? event.exclusive(markets) : null)
                .slug(slug)
                .question(question)
                .build();
        return new ListedMarket(
                market,
                stage.names().number(),
                event,
                version,
                ids.question(),
                "Resolves to " + first + " if it comes true by the end date, otherwise to " + second + ".",
                group,
                "simulated",
                stage.now(),
                endsAt);
    }
}
