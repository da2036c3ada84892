package io.ploy.testkit.polymarket.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects a scenario. Not thread-safe. */
public final class ScenarioBuilder extends StepsBuilder<ScenarioBuilder> {
    private final String name;
    private @Nullable Long seed;
    private @Nullable String world;
    private @Nullable Profile profile;
    private @Nullable Latency latency;
    private final List<Expectation> expectations = new ArrayList<>();

    ScenarioBuilder(String name) {
        this.name = name;
    }

    @Override
    ScenarioBuilder self() {
        return this;
    }

    /**
     * Sets the seed of everything random.
     *
     * @param value any number
     * @return this
     */
    public ScenarioBuilder seed(long value) {
        seed = value;
        return this;
    }

    /**
     * Sets what happens of itself.
     *
     * @param text as on a command line
     * @return this
     */
    public ScenarioBuilder world(String text) {
        world = text;
        return this;
    }

    /**
     * Takes a profile's faults first.
     *
     * @param value which
     * @return this
     */
    public ScenarioBuilder profile(Profile value) {
        profile = value;
        return this;
    }

    /**
     * Sets how long answers take.
     *
     * @param p50 half of them are faster
     * @param p99 one in a hundred is slower
     * @return this
     */
    public ScenarioBuilder latency(Duration p50, Duration p99) {
        latency = new Latency(p50, p99);
        return this;
    }

    /**
     * Adds something that must be true in the end.
     *
     * @param expectation what
     * @return this
     */
    public ScenarioBuilder expect(Expectation expectation) {
        expectations.add(expectation);
        return this;
    }

    /**
     * Wants a fault to strike so often.
     *
     * @param fault its name
     * @param least at least
     * @param most at most
     * @return this
     */
    public ScenarioBuilder expectFired(String fault, long least, long most) {
        return expect(new Expectation.Fired(fault, new Expectation.Range(least, most)));
    }

    /**
     * Wants so many requests.
     *
     * @param method upper case; null for any
     * @param path whole, or its beginning up to a slash
     * @param least at least
     * @param most at most
     * @return this
     */
    public ScenarioBuilder expectRequests(@Nullable String method, String path, long least, long most) {
        return expect(new Expectation.Requests(method, path, new Expectation.Range(least, most)));
    }

    /**
     * Wants the venue to have taken so many orders.
     *
     * @param account whose
     * @param status the venue's word; null for any
     * @param least at least
     * @param most at most
     * @return this
     */
    public ScenarioBuilder expectOrders(String account, @Nullable String status, long least, long most) {
        return expect(new Expectation.Orders(account, status, new Expectation.Range(least, most)));
    }

    /**
     * Wants the client to have raised an alert so often.
     *
     * @param code the alert's
     * @param least at least
     * @param most at most
     * @return this
     */
    public ScenarioBuilder expectAlerts(String code, long least, long most) {
        return expect(new Expectation.Alerts(code, new Expectation.Range(least, most)));
    }

    /**
     * Wants the client to know its positions.
     *
     * @param account whose
     * @return this
     */
    public ScenarioBuilder expectPositions(String account) {
        return expect(new Expectation.Positions(account));
    }

    /**
     * Checks and builds.
     *
     * @return the scenario
     * @throws IllegalArgumentException if the parts do not fit together
     */
    public Scenario build() {
        return new Scenario(name, seed, world, profile, latency, steps(), expectations);
    }
}
