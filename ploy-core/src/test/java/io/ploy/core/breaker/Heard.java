package io.ploy.core.breaker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Remembers what breakers said. */
final class Heard implements BreakerListener {
    static final Instant T0 = Instant.parse("2026-03-01T12:00:00Z");

    final List<Trip> trips = new ArrayList<>();
    final List<Clear> clears = new ArrayList<>();
    final List<CircuitChange> circuits = new ArrayList<>();

    static Instant at(double seconds) {
        return T0.plusMillis(Math.round(seconds * 1_000));
    }

    @Override
    public void onTrip(Trip trip) {
        trips.add(trip);
    }

    @Override
    public void onClear(Clear clear) {
        clears.add(clear);
    }

    @Override
    public void onCircuit(CircuitChange change) {
        circuits.add(change);
    }

    /** The only trip there was, in words. */
    String trip() {
        if (trips.size() != 1) {
            throw new AssertionError("expected one trip, found " + trips);
        }
        Trip trip = trips.get(0);
        return trip.breaker() + " " + trip.scope() + " " + trip.severity() + " " + trip.recovery() + ": " + trip.why();
    }

    void forget() {
        trips.clear();
        clears.clear();
        circuits.clear();
    }
}
