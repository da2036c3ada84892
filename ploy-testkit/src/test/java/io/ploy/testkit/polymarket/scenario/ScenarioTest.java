package io.ploy.testkit.polymarket.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.testkit.polymarket.fault.Extent;
import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.fault.FaultSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Scenarios in YAML and in Java. */
class ScenarioTest {
    private static final Path SOURCE = Path.of("src/test/java/io/ploy/testkit/polymarket/scenario/ScenarioTest.java");

    private static final String YAML = """
            name: everything
            seed: 7
            world: "longdated:questions=1"
            profile: calm
            latency: {p50: 30ms, p99: 1500ms}
            faults:
              - fault: F01
                name: cut
                order: {account: safe, filled: 0.3}
                occasions: [3, 5]
                at: 250ms
                times: 2
                for: 1m
                where: {account: eoa, path: /order}
                with: {cut: BODY, bytes: 40}
              - fault: F41
                name: silent
                after: cut
                each: 20m
                random: true
                until: gap
              - sequence:
                  - fault: F50
                    name: gap
                    times: 1
                  - fault: F45
                    name: lost
                    every: 3
                    p: 0.5
                    shape: alternating
                    period: 5s
              - together:
                  - fault: F28
                    name: stuck
              - repeat:
                  times: 2
                  every: 1h
                  faults:
                    - fault: F22
                      name: restart
                      with: {lost: 0.5}
              - choose:
                  - weight: 2
                    faults:
                      - fault: F17
                        name: flip
                  - weight: 1
                    faults:
                      - fault: F23
                        name: limited
              - shadow:
                  of:
                    fault: F24
                    name: beats
                    for: 30s
                  faults:
                    - fault: F36
                      name: race
                      afterEnd: cut
            expect:
              - fired: {fault: cut, exactly: 2}
              - requests: {method: POST, path: /order, least: 0, most: 9}
              - orders: {account: eoa, status: LIVE, least: 1}
              - alert: {code: order.unknown, exactly: 1}
              - positions: {account: eoa}
            """;

    private static Scenario built() {
        return Scenario.builder("everything")
                .seed(7)
                .world("longdated:questions=1")
                .profile(Profile.CALM)
                .latency(Duration.ofMillis(30), Duration.ofMillis(1500))
                .inject(
                        Fault.F01,
                        "cut",
                        fault -> fault.at(Duration.ofMillis(250))
                                .order("safe", 0.3)
                                .occasions(3, 5)
                                .times(2)
                                .lasting(Duration.ofSeconds(60))
                                .where("path", "/order")
                                .where("account", "eoa")
                                .with("cut", "BODY")
                                .with("bytes", "40"))
                .inject(
                        Fault.F41,
                        "silent",
                        fault -> fault.after("cut")
                                .each(Duration.ofSeconds(1200), true)
                                .until("gap"))
                .sequence(group -> group.inject(Fault.F50, "gap", fault -> fault.times(1))
                        .inject(
                                Fault.F45,
                                "lost",
                                fault -> fault.every(3).p(0.5).shape(Extent.Shape.ALTERNATING, Duration.ofSeconds(5))))
                .together(group -> group.inject(Fault.F28, "stuck", fault -> {}))
                .repeat(
                        2,
                        Duration.ofSeconds(3600),
                        group -> group.inject(Fault.F22, "restart", fault -> fault.with("lost", "0.5")))
                .choose(options -> options.option(2, group -> group.inject(Fault.F17, "flip", fault -> {}))
                        .option(1, group -> group.inject(Fault.F23, "limited", fault -> {})))
                .shadow(
                        Fault.F24,
                        "beats",
                        fault -> fault.lasting(Duration.ofSeconds(30)),
                        group -> group.inject(Fault.F36, "race", fault -> fault.afterEnd("cut")))
                .expectFired("cut", 2, 2)
                .expectRequests("POST", "/order", 0, 9)
                .expectOrders("eoa", "LIVE", 1, Long.MAX_VALUE)
                .expectAlerts("order.unknown", 1, 1)
                .expectPositions("eoa")
                .build();
    }

    @Test
    void yamlAndJavaMakeTheSameAndPrintAsEachOther() throws IOException {
        Scenario read = Scenario.parse(YAML, "everything.yaml");
        assertThat(read.toYaml()).isEqualTo(built().toYaml());
        assertThat(Scenario.parse(read.toYaml(), "again.yaml").toYaml()).isEqualTo(read.toYaml());
        assertThat(Files.readString(SOURCE).replaceAll("\\s+", ""))
                .as("what is printed as Java is the expression above")
                .contains("return" + read.toJava().replaceAll("\\s+", "") + ";");
    }

    @Test
    void stepsBecomeNamesAndTimes() {
        List<FaultSpec> faults = built().faults(1);
        assertThat(faults)
                .extracting(FaultSpec::name)
                .startsWith("balance-lag", "retried", "cut")
                .contains("restart#1", "restart#2", "gap", "lost");
        assertThat(faults)
                .filteredOn(fault -> fault.name().equals("restart#2"))
                .first()
                .extracting(fault -> fault.when().at())
                .isEqualTo(Duration.ofHours(1));
        assertThat(faults)
                .filteredOn(fault -> fault.name().equals("lost"))
                .first()
                .extracting(fault -> fault.when().after(), fault -> fault.when().ended())
                .containsExactly("gap", true);
        assertThat(faults)
                .filteredOn(fault -> fault.name().equals("race"))
                .first()
                .extracting(
                        fault -> fault.when().after(), fault -> fault.extent().lasts())
                .containsExactly("beats", Duration.ofSeconds(30));
        assertThat(faults)
                .filteredOn(fault -> fault.name().equals("flip") || fault.name().equals("limited"))
                .hasSize(1);
    }

    @Test
    void choicesAreDrawnByWeight() {
        long flips = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            Scenario scenario = Scenario.builder("choice")
                    .seed(seed)
                    .choose(options -> options.option(2, group -> group.inject(Fault.F17))
                            .option(1, group -> group.inject(Fault.F23)))
                    .build();
            flips += scenario.faults(1).get(0).fault() == Fault.F17 ? 1 : 0;
        }
        assertThat(flips).isBetween(1_900L, 2_100L);
    }

    @Test
    void aFaultOfTheScenarioTakesThePlaceOfTheProfilesOfThatName() {
        Scenario scenario = Scenario.builder("mine")
                .profile(Profile.CALM)
                .inject(Fault.F27, "retried", fault -> fault.p(0.1))
                .build();
        assertThat(scenario.faults(1)).hasSize(2).extracting(FaultSpec::fault).containsExactly(Fault.F06, Fault.F27);
        assertThat(scenario.latencyInForce()).isEqualTo(new Latency(Duration.ofMillis(30), Duration.ofMillis(120)));
    }

    @ParameterizedTest
    @EnumSource
    void everyProfileIsAScenario(Profile profile) {
        Scenario scenario = profile.scenario();
        assertThat(scenario.name()).isEqualTo(profile.word());
        assertThat(scenario.faults(1)).isNotEmpty();
        assertThat(Scenario.parse(scenario.toYaml(), "again").toYaml()).isEqualTo(scenario.toYaml());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "faults: [{fault: F99}]|bad.yaml:1: faults[0].fault: found 'F99', allowed F01 to F66",
                "faults: [{fault: F65}]|happens inside the process under test",
                "fautls: []|bad.yaml:1: fautls: no such key; allowed are name, seed, world",
                "faults: [{fault: F01, with: {cutt: BODY}}]|cutt: no such parameter; allowed are cut, bytes, end",
                "faults: [{fault: F03, with: {hold: soon}}]|hold: found 'soon', allowed duration from 0 to 86400",
                "faults: [{fault: F01, p: 2}]|p not above 0 and at most 1",
                "faults: [{fault: F01, at: never}]|faults[0].at: found 'never', allowed a time such as 250ms",
                "faults: [{fault: F01, where: {side: UP}}]|where: side: found 'UP', allowed BUY, SELL",
                "faults: [{fault: F01, after: nobody}]|after: found 'nobody', allowed [accepted-then-cut]",
                "faults: [{fault: F01}, {fault: F01}]|two faults of one name",
                "faults: [{sequence: [{fault: F01, name: a}, {fault: F02}]}]|a never ends, so nothing follows it",
                "faults: [{fault: F01, shape: ramp}]|a ramp needs an end",
                "profile: stormy|profile: found 'stormy', allowed [calm, busy",
                "world: moon|allowed [updown",
                "expect: [{fired: {fault: none}}]|fired: found 'none'",
                "expect: [{weather: {}}]|allowed [fired, requests, orders, alert, positions]",
                "faults: {fault: F01}|faults: found mapping, allowed a list",
                "seed: one|seed: found 'one', allowed a whole number",
                "a: [|not YAML",
            })
    void whatCannotBeIsSaidWithItsPlace(String yaml, String words) {
        assertThatThrownBy(() -> Scenario.parse(yaml, "bad.yaml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bad.yaml:1: ")
                .hasMessageContaining(words.startsWith("bad.yaml") ? words.substring(12) : words);
    }

    @Test
    void aFailingScenarioIsShrunkToWhatItNeeds() {
        Scenario scenario = Scenario.builder("big")
                .profile(Profile.HOSTILE)
                .inject(Fault.F34, "cause", fault -> fault.times(1))
                .inject(Fault.F35, "effect", fault -> fault.after("cause"))
                .inject(Fault.F37, "bystander", fault -> {})
                .expectFired("bystander", 0, 9)
                .build();
        Scenario small = scenario.shrink(
                3,
                tried -> tried.faults(3).stream().anyMatch(fault -> fault.name().equals("effect"))
                        && tried.faults(3).stream()
                                .anyMatch(fault -> fault.name().equals("answer-cut")));
        assertThat(small.faults(3)).extracting(FaultSpec::name).containsExactly("answer-cut", "cause", "effect");
        assertThat(small.seed(9)).isEqualTo(3);
        assertThat(small.expectations()).isEmpty();
    }

    @Test
    void theLineOfAMistakeIsTold() {
        assertThatThrownBy(() ->
                        Scenario.parse("name: x\nfaults:\n  - fault: F01\n    with:\n      cut: HALF\n", "x.yaml"))
                .hasMessageStartingWith("x.yaml:5: ");
    }
}
