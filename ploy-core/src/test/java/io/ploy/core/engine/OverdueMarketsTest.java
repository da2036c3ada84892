package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import io.ploy.core.Ploy;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskSettings;
import io.ploy.core.risk.Roomy;
import io.ploy.core.sim.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No of three of four markets of an event, 24 USD: whichever wins pays 20, and 15 if all of it is void. */
class OverdueMarketsTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final Timeline timeline = new Timeline(START);
    private final InMemoryJournal journal = new InMemoryJournal();

    private static Market market(String name) {
        return Market.builder(
                        new MarketId("test", name),
                        new Outcome("Yes", new InstrumentId("test", name + "-yes")),
                        new Outcome("No", new InstrumentId("test", name + "-no")),
                        TradingRules.builder(TickSize.CENT)
                                .fees(FeeSchedule.FREE)
                                .build())
                .event(new Event(new EventId("test", "event"), "", EventStructure.EXCLUSIVE, 4, List.of()))
                .window(new MarketWindow(START, START.plusSeconds(300), "BTC/USD", null, Duration.ZERO))
                .build();
    }

    @Test
    void whatHasNoResolutionSoLongAfterItsEndMayBeVoid() {
        for (String name : List.of("a", "b", "c")) {
            journal.append(new JournalRecord.MarketObserved(market(name)), START);
            journal.append(
                    new JournalRecord.SharesMoved(
                            "s", new InstrumentId("test", name + "-no"), 10_000_000, Cash.ofUsd(8), "before"),
                    START);
        }
        RiskSettings risk = Roomy.settings()
                .withLimits(
                        Roomy.limits().toBuilder().set(Limit.VOID_AFTER_DAYS, 1).build());
        try (Ploy ploy = Ploy.builder(new AccountId("test"), new ScriptedVenue(timeline))
                .journal(journal)
                .risk(risk)
                .timeline(timeline)
                .build()) {
            ploy.start();
            ploy.advanceTo(START.plus(Duration.ofHours(24)));
            hear(ploy);
            assertThat(ploy.exposure()).isEqualTo(Cash.ofUsd(4));

            ploy.advanceTo(START.plus(Duration.ofHours(24)).plusSeconds(1_000));
            hear(ploy);

            assertThat(ploy.exposure()).isEqualTo(Cash.ofUsd(9));
        }
    }

    /** The engine looks at its risk when it hears something, and a second later. */
    private void hear(Ploy ploy) {
        ploy.onMarketEvent(new MarketEvent.BookSnapshot(
                timeline.now(), new InstrumentId("test", "a-no"), TickSize.CENT, List.of(), List.of()));
        ploy.advanceTo(timeline.now().plusSeconds(2));
    }
}
