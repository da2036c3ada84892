package io.ploy.core.engine;

import io.ploy.core.Ploy;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.sim.ExchangeSettings;
import java.time.Duration;

/** What an engine with a strategy that does anything leaves behind, for tests of what is made from journals. */
public final class RandomSession {
    private RandomSession() {}

    public static InMemoryJournal journal(long seed, Duration duration) {
        InMemoryJournal journal = new InMemoryJournal();
        ExchangeSettings settings = ExchangeSettings.builder()
                .seed(seed)
                .settlementFailureRate(0.1)
                .retries(0.2, Duration.ofSeconds(3))
                .build();
        Room room = new Room(seed, settings, journal, new RandomTrader());
        try (Ploy ploy = room.start()) {
            room.run(ploy, duration);
            ploy.stop(Duration.ofMinutes(3));
        }
        return journal;
    }
}
