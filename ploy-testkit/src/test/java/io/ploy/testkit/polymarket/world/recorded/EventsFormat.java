package io.ploy.testkit.polymarket.world.recorded;

import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.Recording;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.RecordingFormat;
import io.ploy.api.market.RecordingProblems;
import io.ploy.api.market.RecordingStatistics;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers any file with the same events, and counts how many are open. */
final class EventsFormat implements RecordingFormat {
    final AtomicInteger open = new AtomicInteger();
    private final List<MarketEvent> events;
    /** What reading breaks off after; none if negative. */
    volatile int cutAfter = -1;

    EventsFormat(List<MarketEvent> events) {
        this.events = List.copyOf(events);
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public String description() {
        return "for tests";
    }

    @Override
    public boolean accepts(Path file) {
        return file.toString().endsWith(".events");
    }

    @Override
    public Recording open(Path file, RecordingProblems problems) {
        open.incrementAndGet();
        Iterator<MarketEvent> left = events.iterator();
        return new Recording() {
            private int read;

            @Override
            public Optional<MarketEvent> next() {
                if (read++ == cutAfter) {
                    throw new RecordingException(file + " is cut off", null);
                }
                return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
            }

            @Override
            public long bytesRead() {
                return read;
            }

            @Override
            public RecordingStatistics statistics() {
                return RecordingStatistics.NONE;
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }
}
