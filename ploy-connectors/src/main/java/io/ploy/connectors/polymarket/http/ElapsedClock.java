package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Elapsed time for a library that asks for a clock: it measures spans only, so that a jump of the time of day does no harm. */
final class ElapsedClock extends Clock {
    private final TimeSource time;

    ElapsedClock(TimeSource time) {
        this.time = time;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(time.nanos());
    }
}
