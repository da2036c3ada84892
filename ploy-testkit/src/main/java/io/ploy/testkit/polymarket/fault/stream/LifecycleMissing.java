package io.ploy.testkit.polymarket.fault.stream;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Line;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Events of a market's life that come late or never. */
final class LifecycleMissing implements Effect {
    static final Parameter<Event> EVENT = Parameter.choice("event", Event.ANY).help("Which events.");
    static final Parameter<Duration> LATE = Parameter.duration("late", "0").help("How late they come; 0 for never.");
    private static final Set<String> ALL = Set.of("market_resolved", "new_market", "tick_size_change");

    /** Events of a market's life. */
    enum Event {
        ANY,
        MARKET_RESOLVED,
        NEW_MARKET,
        TICK_SIZE_CHANGE;

        private boolean is(String word) {
            return this == ANY
                    ? ALL.contains(word)
                    : name().toLowerCase(Locale.ROOT).equals(word);
        }
    }

    private final Injection injection;

    LifecycleMissing(Injection injection) {
        this.injection = injection;
    }

    @Override
    public OnFrame frame(Line line) {
        if (!injection.get(EVENT).is(line.event()) || !injection.fires(line)) {
            return OnFrame.send(line.text());
        }
        Duration late = injection.get(LATE);
        return late.isZero() ? OnFrame.DROP : OnFrame.late(late, line.text());
    }
}
