package io.ploy.testkit.junit;

import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.fault.Firing;
import io.ploy.testkit.polymarket.scenario.Scenario;
import io.ploy.testkit.polymarket.scenario.Verdict;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Starts a venue before each test, hands out its parts, and closes it after the test. */
final class VenueExtension
        implements BeforeEachCallback,
                AfterEachCallback,
                ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(VenueExtension.class);

    /** Made by JUnit. */
    VenueExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        VenueSetup setup = VenueSetup.of(context);
        context.getStore(NAMESPACE).put(VenueSetup.class, setup);
        context.getStore(NAMESPACE).put(PolymarketSimulator.class, setup.start());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        PolymarketSimulator venue =
                context.getStore(NAMESPACE).remove(PolymarketSimulator.class, PolymarketSimulator.class);
        if (venue != null) {
            try (venue) {
                judge(context, venue);
            }
        }
    }

    /** A test that failed anyway has its own reasons. */
    private static void judge(ExtensionContext context, PolymarketSimulator venue) {
        VenueSetup setup = context.getStore(NAMESPACE).get(VenueSetup.class, VenueSetup.class);
        if (setup.wanted().scenario().isEmpty()
                || context.getExecutionException().isPresent()) {
            return;
        }
        Verdict verdict = setup.wanted().startsAt().isEmpty() ? venue.verdict() : venue.finish();
        if (!verdict.passed()) {
            AssertionError failure =
                    new AssertionError("scenario " + setup.scenario().name() + " " + verdict);
            failure.addSuppressed(new FailedAtVenue(setup.howToRepeat() + strikes(venue)));
            throw failure;
        }
    }

    private static String strikes(PolymarketSimulator venue) {
        return venue.faultLog().firings().isEmpty()
                ? ""
                : "\nwhat struck:\n"
                        + venue.faultLog().firings().stream()
                                .map(Firing::toString)
                                .collect(Collectors.joining("\n"))
                        + "\nto have exactly that again, play this scenario:\n"
                        + venue.replay().toYaml();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        // A constructor and what runs once for a class come before there is a venue.
        if (!(parameter.getDeclaringExecutable() instanceof Method)
                || context.getTestMethod().isEmpty()) {
            return false;
        }
        Class<?> type = parameter.getParameter().getType();
        return type == PolymarketSimulator.class
                || type == Clock.class
                || type == TestAccount.class
                || type == Scenario.class
                || (type == Map.class && parameter.isAnnotated(ConnectionParameters.class));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        PolymarketSimulator venue =
                context.getStore(NAMESPACE).get(PolymarketSimulator.class, PolymarketSimulator.class);
        Class<?> type = parameter.getParameter().getType();
        if (type == Clock.class) {
            return venue.clock();
        }
        if (type == Scenario.class) {
            return context.getStore(NAMESPACE)
                    .get(VenueSetup.class, VenueSetup.class)
                    .scenario();
        }
        if (type == TestAccount.class) {
            return parameter
                    .findAnnotation(Account.class)
                    .map(account -> venue.account(account.value()))
                    .orElseGet(() -> venue.accounts().get(0));
        }
        return type == Map.class ? new LinkedHashMap<>(venue.connectionParameters()) : venue;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw told(context, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw told(context, failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw told(context, failure);
    }

    /** Whoever sees the failure sees the venue it happened at, and how to have it again. */
    private static Throwable told(ExtensionContext context, Throwable failure) {
        VenueSetup setup = context.getStore(NAMESPACE).get(VenueSetup.class, VenueSetup.class);
        PolymarketSimulator venue =
                context.getStore(NAMESPACE).get(PolymarketSimulator.class, PolymarketSimulator.class);
        if (setup != null) {
            failure.addSuppressed(new FailedAtVenue(setup.howToRepeat() + (venue == null ? "" : strikes(venue))));
        }
        return failure;
    }
}
