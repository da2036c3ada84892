package io.ploy.testkit.junit;

import io.ploy.api.money.Cash;
import io.ploy.testkit.polymarket.LimitPolicy;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.PolymarketSimulatorBuilder;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.scenario.Scenario;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What one test wants of its venue. */
record VenueSetup(SimulatedPolymarket wanted, long seed, Scenario scenario) {
    private static final long CHAIN = 137;

    /** Looks at the method, then at its class and what is around it. */
    static VenueSetup of(ExtensionContext context) {
        SimulatedPolymarket wanted = AnnotationSupport.findAnnotation(context.getElement(), SimulatedPolymarket.class)
                .or(() -> AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), SimulatedPolymarket.class, context.getEnclosingTestClasses()))
                .orElseThrow(() -> new ExtensionConfigurationException(
                        "no @SimulatedPolymarket on " + context.getUniqueId() + " nor around it"));
        return new VenueSetup(
                wanted,
                context.getConfigurationParameter(SimulatedPolymarket.SEED)
                        .map(VenueSetup::number)
                        .orElse(wanted.seed()),
                VenueScenario.of(wanted, context.getRequiredTestClass()));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            throw new ExtensionConfigurationException(
                    SimulatedPolymarket.SEED + ": found '" + text + "', allowed is a whole number", e);
        }
    }

    PolymarketSimulator start() {
        try {
            PolymarketSimulatorBuilder venue = PolymarketSimulator.builder()
                    .chain(CHAIN)
                    .world(WorldSpec.parse(wanted.world()))
                    .speed(wanted.speed())
                    .limits(wanted.limits())
                    .scenario(scenario)
                    .seed(seed);
            if (wanted.accounts().length > 0) {
                venue.accounts(
                        Arrays.stream(wanted.accounts()).map(this::account).toList());
            }
            if (!wanted.startsAt().isEmpty()) {
                venue.manualTime(Instant.parse(wanted.startsAt()));
            }
            return venue.start();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new ExtensionConfigurationException("@SimulatedPolymarket: " + e.getMessage(), e);
        }
    }

    private TestAccount account(OpenAccount account) {
        return TestAccount.of(seed, CHAIN, account.name(), account.kind(), Cash.parse(account.collateral()));
    }

    /** Everything that decided what the venue did. */
    String howToRepeat() {
        StringBuilder words =
                new StringBuilder("seed ").append(seed).append(", world ").append(wanted.world());
        if (wanted.startsAt().isEmpty()) {
            words.append(", time going by").append(wanted.speed() == 1 ? "" : " at speed " + wanted.speed());
        } else {
            words.append(", time from ").append(wanted.startsAt());
        }
        if (!scenario.equals(Scenario.NONE)) {
            words.append(", scenario ").append(scenario.name());
        }
        if (wanted.limits() != LimitPolicy.ENFORCED) {
            words.append(", limits ").append(wanted.limits());
        }
        return words.append("; to have the same again: @SimulatedPolymarket(seed = ")
                .append(seed)
                .append("L, …), or run with -D")
                .append(SimulatedPolymarket.SEED)
                .append('=')
                .append(seed)
                .toString();
    }
}
