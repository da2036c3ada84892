package io.ploy.testkit.junit;

import io.ploy.testkit.polymarket.LimitPolicy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives every test method a simulated Polymarket of its own, started before it and closed after it. On a method it stands
 * in place of the one on the class; a nested class has that of the class around it.
 *
 * <p>Methods may ask for a {@link io.ploy.testkit.polymarket.PolymarketSimulator}, for its {@link java.time.Clock}, for a
 * {@link io.ploy.testkit.polymarket.account.TestAccount}, see {@link Account}, for {@link ConnectionParameters}, and for the
 * {@link io.ploy.testkit.polymarket.scenario.Scenario} that is played. So may
 * methods before and after each test.
 *
 * <p>A test that fails tells the seed and the world it failed with, and which faults struck. The configuration parameter {@value #SEED} of JUnit, or
 * the system property of that name, takes the place of every seed.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(VenueExtension.class)
public @interface SimulatedPolymarket {
    /** The name of the configuration parameter that takes the place of every seed. */
    String SEED = "ploy.testkit.seed";

    /**
     * Decides everything random, the accounts' keys included.
     *
     * @return any number
     */
    long seed() default 1;

    /**
     * What happens at the venue of itself.
     *
     * @return as for {@link io.ploy.testkit.polymarket.world.WorldSpec#parse}
     */
    String world() default "updown";

    /**
     * What goes wrong there, and what must be true in the end: a resource beside the test class, such as
     * {@code lost-answers.yaml}. A test that passes otherwise fails if its scenario does not come true; in manual time the
     * scenario is ended first, see {@link io.ploy.testkit.polymarket.PolymarketSimulator#finish}.
     *
     * @return the resource's name; empty for nothing
     */
    String scenario() default "";

    /**
     * A kind of day, whose faults come before the scenario's.
     *
     * @return as {@link io.ploy.testkit.polymarket.scenario.Profile#word} has it; empty for none
     */
    String profile() default "";

    /**
     * Where the venue's time stands until the test moves it.
     *
     * @return an instant as ISO-8601 has it; empty for time that goes by of itself
     */
    String startsAt() default "";

    /**
     * How fast time goes by that goes by of itself.
     *
     * @return venue seconds for each second, above zero
     */
    double speed() default 1;

    /**
     * What becomes of requests beyond the venue's limits.
     *
     * @return enforced, unless the test is about something else
     */
    LimitPolicy limits() default LimitPolicy.ENFORCED;

    /**
     * Who can trade there.
     *
     * @return the accounts; none for one of each kind, called {@code eoa}, {@code proxy}, {@code safe} and
     *     {@code deposit}, with 10,000 USD each
     */
    OpenAccount[] accounts() default {};
}
