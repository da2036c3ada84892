package io.ploy.testkit.polymarket.scenario;

import io.ploy.api.plugin.ParameterException;
import io.ploy.api.plugin.Parameters;
import io.ploy.testkit.polymarket.fault.Extent;
import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.fault.FaultSpec;
import io.ploy.testkit.polymarket.fault.When;
import io.ploy.testkit.polymarket.fault.Where;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what one fault is to do. Not thread-safe. */
public final class FaultBuilder {
    private final Fault fault;
    private final String name;
    private When when = When.ALWAYS;
    private Extent extent = Extent.ALWAYS;
    private Where where = Where.ANY;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    FaultBuilder(Fault fault, String name) {
        this.fault = fault;
        this.name = name;
    }

    /**
     * Sets from when on it may strike.
     *
     * @param time since the scenario began, or since what {@link #after} names
     * @return this
     */
    public FaultBuilder at(Duration time) {
        when = when.at(time);
        return this;
    }

    /**
     * Lets it wait for another fault's first strike.
     *
     * @param other its name
     * @return this
     */
    public FaultBuilder after(String other) {
        when = when.after(other);
        return this;
    }

    /**
     * Lets it wait for another fault's end.
     *
     * @param other its name
     * @return this
     */
    public FaultBuilder afterEnd(String other) {
        when = when.afterEnd(other);
        return this;
    }

    /**
     * Lets it wait for an order.
     *
     * @param account whose
     * @param filled what share of it must be filled, 0 to 1; 0 for live
     * @return this
     */
    public FaultBuilder order(String account, double filled) {
        when = when.order(account, filled);
        return this;
    }

    /**
     * Lets it strike certain occasions only.
     *
     * @param numbers from 1, of the occasions that fit
     * @return this
     */
    public FaultBuilder occasions(Integer... numbers) {
        when = when.occasions(Arrays.asList(numbers));
        return this;
    }

    /**
     * Lets it strike every so manieth occasion only.
     *
     * @param number at least 1
     * @return this
     */
    public FaultBuilder every(int number) {
        when = when.every(number);
        return this;
    }

    /**
     * Lets it act again and again.
     *
     * @param apart how long between two
     * @param random whether that is the mean of random times
     * @return this
     */
    public FaultBuilder each(Duration apart, boolean random) {
        when = when.each(apart, random);
        return this;
    }

    /**
     * Bounds how often it strikes.
     *
     * @param number at most
     * @return this
     */
    public FaultBuilder times(int number) {
        extent = extent.times(number);
        return this;
    }

    /**
     * Bounds how long it strikes.
     *
     * @param time from when it may
     * @return this
     */
    public FaultBuilder lasting(Duration time) {
        extent = extent.lasting(time);
        return this;
    }

    /**
     * Ends it when another fault strikes.
     *
     * @param other its name
     * @return this
     */
    public FaultBuilder until(String other) {
        extent = extent.until(other);
        return this;
    }

    /**
     * Sets how probable it is at every occasion.
     *
     * @param value above 0, at most 1
     * @return this
     */
    public FaultBuilder p(double value) {
        extent = extent.p(value);
        return this;
    }

    /**
     * Lets the probability change.
     *
     * @param how which way
     * @param period of bursts and alternations
     * @return this
     */
    public FaultBuilder shape(Extent.Shape how, Duration period) {
        extent = extent.shape(how, period);
        return this;
    }

    /**
     * Narrows what it strikes.
     *
     * @param key one of {@code api}, {@code method}, {@code path}, {@code account}, {@code market}, {@code token},
     *     {@code order}, {@code side}, {@code type}, {@code channel}, {@code event}, {@code socket}
     * @param value what must be so
     * @return this
     * @throws IllegalArgumentException if key or value are not allowed
     */
    public FaultBuilder where(String key, String value) {
        where = WhereText.set(where, key, value);
        return this;
    }

    /**
     * Sets a parameter of the fault.
     *
     * @param parameter its name
     * @param value as text
     * @return this
     */
    public FaultBuilder with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    FaultSpec build() {
        try {
            Parameters checked = Parameters.parse(FaultKinds.parameters(fault), parameters);
            return new FaultSpec(name, fault, when, extent, where, checked);
        } catch (ParameterException e) {
            throw new IllegalArgumentException(fault + " " + name + ": " + e.getMessage(), e);
        }
    }
}
