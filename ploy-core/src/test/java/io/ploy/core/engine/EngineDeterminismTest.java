package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.event.EngineListener;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.core.Ploy;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.sim.ExchangeSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineDeterminismTest {
    private static final Duration A_WHILE = Duration.ofMinutes(12);

    @Test
    void theSameEventsGiveTheSameJournalByteForByte() {
        byte[] first = journalOf(7);
        byte[] second = journalOf(7);

        assertThat(first.length).isGreaterThan(50_000);
        assertThat(second).isEqualTo(first);
        assertThat(journalOf(8)).isNotEqualTo(first);
    }

    private static byte[] journalOf(long seed) {
        InMemoryJournal journal = new InMemoryJournal();
        Room room = new Room(seed, unreliable(seed), journal, new RandomTrader());
        try (Ploy ploy = room.start()) {
            room.run(ploy, A_WHILE);
        }
        return journal.bytes();
    }

    @Test
    void threadsChangeNothingButWhoDoesTheWork() {
        List<String> inline = eventsOf(false);
        List<String> threads = eventsOf(true);

        assertThat(inline).hasSizeGreaterThan(100);
        assertThat(threads).isEqualTo(inline);
    }

    private static List<String> eventsOf(boolean threads) {
        List<String> events = new ArrayList<>();
        Room room = new Room(3, unreliable(3), new InMemoryJournal(), new RandomTrader())
                .listener(new EngineListener() {
                    @Override
                    public void onOrder(OrderEvent event) {
                        events.add(event.at() + " " + event.getClass().getSimpleName() + " "
                                + event.order().id() + " " + event.order().lifecycle() + " "
                                + event.order().matched());
                    }
                });
        if (threads) {
            room.builder.timelineWithThreads(room.timeline);
        }
        Portfolio result;
        try (Ploy ploy = room.start()) {
            room.run(ploy, Duration.ofMinutes(6));
            ploy.stop(Duration.ofMinutes(1));
            result = ploy.portfolio();
        }
        events.add(result.toString());
        return events;
    }

    private static ExchangeSettings unreliable(long seed) {
        return ExchangeSettings.builder()
                .seed(seed)
                .settlementFailureRate(0.1)
                .retries(0.2, Duration.ofSeconds(3))
                .build();
    }
}
