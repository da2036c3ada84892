package io.ploy.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.ploy.api.money.Cash;
import io.ploy.testkit.polymarket.LimitPolicy;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.scenario.Scenario;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs classes that use the extension, and looks at what they met and how they ended. */
class VenueExtensionTest {
    private static final List<PolymarketSimulator> VENUES = new ArrayList<>();

    @BeforeEach
    @AfterEach
    void forget() {
        VENUES.clear();
    }

    @Test
    void everyMethodHasAVenueOfItsOwnThatIsClosedAfterIt() {
        assertThat(failures(EachItsOwn.class, Map.of())).isEmpty();

        assertThat(VENUES).hasSize(2).doesNotHaveDuplicates().allSatisfy(VenueExtensionTest::assertClosed);
    }

    @SimulatedPolymarket(world = "longdated:questions=1;newer=0", startsAt = "2026-07-01T12:00:00Z")
    static class EachItsOwn {
        private Instant before;

        @BeforeEach
        void look(Clock clock) {
            before = clock.instant();
        }

        @Test
        void timeStandsUntilItIsMoved(PolymarketSimulator venue, Clock clock) {
            VENUES.add(venue);

            venue.advance(Duration.ofSeconds(5));

            assertThat(before).isEqualTo(Instant.parse("2026-07-01T12:00:00Z"));
            assertThat(clock.instant()).isEqualTo(before.plusSeconds(5));
            assertThat(venue.openMarkets()).hasSize(1);
        }

        @Test
        void accountsAndAddressesAreThoseOfTheVenue(
                TestAccount first,
                @Account("safe") TestAccount safe,
                @ConnectionParameters Map<String, String> parameters,
                PolymarketSimulator venue) {
            VENUES.add(venue);

            assertThat(first).isEqualTo(venue.accounts().get(0));
            assertThat(safe).isEqualTo(venue.account("safe"));
            assertThat(parameters).isEqualTo(venue.connectionParameters());
            parameters.put("conditions", "0x01");
        }
    }

    @Test
    void aMethodsOwnVenueStandsInPlaceOfTheClassesAndANestedClassHasThatAroundIt() {
        assertThat(failures(Outer.class, Map.of())).isEmpty();

        assertThat(VENUES).hasSize(3).allSatisfy(VenueExtensionTest::assertClosed);
    }

    @SimulatedPolymarket(
            seed = 11,
            world = "longdated",
            accounts = {
                @OpenAccount(name = "alice", kind = WalletKind.SAFE, collateral = "12.5"),
                @OpenAccount(name = "bob")
            })
    static class Outer {
        @Test
        void theClassesOwn(PolymarketSimulator venue, TestAccount alice, @Account("bob") TestAccount bob) {
            VENUES.add(venue);
            assertThat(venue.state().seed()).isEqualTo(11);
            assertThat(venue.accounts()).containsExactly(alice, bob);
            assertThat(alice.account().kind()).isEqualTo(WalletKind.SAFE);
            assertThat(alice.collateral()).isEqualTo(Cash.parse("12.5"));
            assertThat(bob.account().kind()).isEqualTo(WalletKind.EOA);
        }

        @Test
        @SimulatedPolymarket(seed = 12, world = "sports")
        void theMethods(PolymarketSimulator venue) {
            VENUES.add(venue);
            assertThat(venue.state().seed()).isEqualTo(12);
            assertThat(venue.world()).hasToString("sports");
        }

        @Nested
        class Inner {
            @Test
            void theOuters(PolymarketSimulator venue) {
                VENUES.add(venue);
                assertThat(venue.state().seed()).isEqualTo(11);
            }
        }
    }

    @Test
    void aFailureTellsSeedAndWorldAndHowToHaveThemAgain() {
        assertThat(failures(Fails.class, Map.of())).singleElement().satisfies(failure -> {
            assertThat(failure).hasMessage("on purpose");
            assertThat(failure.getSuppressed())
                    .singleElement()
                    .satisfies(note -> assertThat(note.toString())
                            .contains("seed 77")
                            .contains("longdated:questions=1")
                            .contains("2026-07-01T12:00:00Z")
                            .contains("limits OFF")
                            .contains("-Dploy.testkit.seed=77"));
        });
        assertThat(VENUES).singleElement().satisfies(VenueExtensionTest::assertClosed);
    }

    @Test
    void aScenarioThatDoesNotComeTrueFailsItsTest() {
        assertThat(failures(NeverComesTrue.class, Map.of())).singleElement().satisfies(failure -> {
            assertThat(failure).isInstanceOf(AssertionError.class).hasMessageContaining("fault cut (F01) never struck");
            assertThat(failure.getSuppressed()[0].toString()).contains("scenario cut-the-first-answer");
        });
    }

    static class NeverComesTrue {
        @Test
        @SimulatedPolymarket(startsAt = "2026-07-01T12:00:00Z", scenario = "cut-the-first-answer.yaml")
        void nobodyTrades(Scenario scenario) {
            assertThat(scenario.name()).isEqualTo("cut-the-first-answer");
        }
    }

    @Test
    void aFailureTellsWhatStruckAndHowToHaveItAgain() {
        assertThat(failures(FailsInARestart.class, Map.of()))
                .singleElement()
                .satisfies(failure -> assertThat(failure.getSuppressed()[0].toString())
                        .contains("away F22 #1 time", "play this scenario:", "fault: F22"));
    }

    static class FailsInARestart {
        @Test
        @SimulatedPolymarket(startsAt = "2026-07-01T12:00:00Z", profile = "calm")
        void onPurpose(PolymarketSimulator venue) {
            venue.inject(Fault.F22, "away", fault -> {});
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void theConfigurationParameterTakesThePlaceOfTheSeed() {
        assertThat(failures(Fails.class, Map.of(SimulatedPolymarket.SEED, "78")))
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.getSuppressed()[0].toString()).contains("seed 78,"));
        assertThat(VENUES)
                .singleElement()
                .satisfies(venue -> assertThat(venue.state().seed()).isEqualTo(78));
    }

    @SimulatedPolymarket(
            seed = 77,
            world = "longdated:questions=1",
            startsAt = "2026-07-01T12:00:00Z",
            limits = LimitPolicy.OFF)
    static class Fails {
        @Test
        void onPurpose(PolymarketSimulator venue) {
            VENUES.add(venue);
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void whatCannotBeReadIsSaid() {
        assertThat(failures(Unreadable.class, Map.of()))
                .extracting(Throwable::getMessage)
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message).contains("atlantis").contains("updown"),
                        message -> assertThat(message).contains("noon"),
                        message -> assertThat(message).contains("found 'stormy', allowed [calm"),
                        message -> assertThat(message).contains("found no resource 'none.yaml'"),
                        message -> assertThat(message).contains("carol").contains("eoa"));
        assertThat(failures(Fails.class, Map.of(SimulatedPolymarket.SEED, "many")))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("found 'many'"));
    }

    static class Unreadable {
        @Test
        @SimulatedPolymarket(world = "atlantis")
        void world() {}

        @Test
        @SimulatedPolymarket(startsAt = "noon")
        void time() {}

        @Test
        @SimulatedPolymarket(profile = "stormy")
        void profile() {}

        @Test
        @SimulatedPolymarket(scenario = "none.yaml")
        void scenario() {}

        @Test
        @SimulatedPolymarket
        void account(@Account("carol") TestAccount carol) {}
    }

    private static void assertClosed(PolymarketSimulator venue) {
        assertThatThrownBy(venue::openMarkets).isInstanceOf(RejectedExecutionException.class);
    }

    private static List<Throwable> failures(Class<?> of, Map<String, String> configuration) {
        List<Throwable> failures = new ArrayList<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(of))
                .configurationParameters(configuration)
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable().ifPresent(failures::add);
            }
        });
        return failures;
    }
}
