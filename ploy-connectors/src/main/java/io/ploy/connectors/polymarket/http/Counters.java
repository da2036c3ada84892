package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of the requests to one service. Thread-safe. */
final class Counters {
    private final LongAdder attempts = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder waited = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final Map<Failure, LongAdder> failed = new EnumMap<>(Failure.class);

    Counters() {
        for (Failure failure : Failure.values()) {
            failed.put(failure, new LongAdder());
        }
    }

    void attempted() {
        attempts.increment();
    }

    void answered() {
        answered.increment();
    }

    void repeated() {
        repeated.increment();
    }

    void waited(long nanos) {
        if (nanos > 0) {
            waited.increment();
            waitedNanos.add(nanos);
        }
    }

    void failed(Failure failure) {
        Objects.requireNonNull(failed.get(failure)).increment();
    }

    ServiceReport report(Service service, List<HostReport> hosts) {
        Map<Failure, Long> failures = new EnumMap<>(Failure.class);
        failed.forEach((failure, count) -> {
            if (count.sum() > 0) {
                failures.put(failure, count.sum());
            }
        });
        return new ServiceReport(
                service,
                attempts.sum(),
                answered.sum(),
                failures,
                repeated.sum(),
                waited.sum(),
                Duration.ofNanos(waitedNanos.sum()),
                hosts);
    }
}
