package io.ploy.connectors.polymarket.stream;

import io.ploy.connectors.polymarket.time.ManualTime;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** Time whose time of day can be set, as a machine's can. */
final class SkewedTime implements TimeSource {
    private final ManualTime time;
    private volatile Duration skew = Duration.ZERO;

    SkewedTime(ManualTime time) {
        this.time = time;
    }

    void jump(Duration by) {
        skew = skew.plus(by);
    }

    @Override
    public Instant now() {
        return time.now().plus(skew);
    }

    @Override
    public long nanos() {
        return time.nanos();
    }

    @Override
    public Scheduled after(Duration delay, Runnable task) {
        return time.after(delay, task);
    }

    @Override
    public void pause(Duration delay) {
        time.pause(delay);
    }

    @Override
    public void close() {
        time.close();
    }
}
