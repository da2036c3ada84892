package io.ploy.strategies.dumphedge;

import io.ploy.api.market.Market;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;

/** Counts what the table says cannot happen. Each cell is told once; the strategy goes on from what is really held. */
final class ImpossibleCells {
    private final Logger logger;
    private final Map<Phase, Map<Happening, Long>> counts = new EnumMap<>(Phase.class);

    ImpossibleCells(Logger logger) {
        this.logger = logger;
    }

    void count(Phase phase, Happening happening, Market market) {
        long times = counts.computeIfAbsent(phase, key -> new EnumMap<>(Happening.class))
                .merge(happening, 1L, Long::sum);
        if (times == 1) {
            logger.warn("{} while {} in {} was thought impossible; told once", happening, phase, market.slug());
        }
    }

    long of(Phase phase, Happening happening) {
        return counts.getOrDefault(phase, Map.of()).getOrDefault(happening, 0L);
    }

    long total() {
        long sum = 0;
        for (Map<Happening, Long> row : counts.values()) {
            for (long count : row.values()) {
                sum += count;
            }
        }
        return sum;
    }
}
