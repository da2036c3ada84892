package io.ploy.host.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.core.allocation.AllocationPlan;
import io.ploy.core.allocation.DomainShare;
import io.ploy.core.allocation.DomainSplit;
import io.ploy.core.allocation.Fraction;
import io.ploy.core.allocation.Portion;
import io.ploy.core.allocation.TagPart;
import io.ploy.core.allocation.WindowPart;
import io.ploy.core.risk.Domains;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.risk.RiskSettings;
import io.ploy.core.sizing.DrawdownScaled;
import io.ploy.core.sizing.ExclusiveKelly;
import io.ploy.core.sizing.FixedNotional;
import io.ploy.core.sizing.FixedShares;
import io.ploy.core.sizing.FractionalKelly;
import io.ploy.core.sizing.FundSlots;
import io.ploy.core.sizing.PercentOfEquity;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a file says of risk. */
class RiskReaderTest {
    private static final String LEAST = """
            mode: live
            venue: {connector: polymarket}
            account: {name: main, key: env:PLOY_KEY}
            journal: {files: journal}
            deployments: {evidence: waived, waivedBy: anna, waivedWhy: a test}
            strategies:
              - strategy: a
              - strategy: b
            """;

    @TempDir
    Path folder;

    private RunConfig read(String yaml) throws IOException {
        return RunConfigFile.read(Files.writeString(folder.resolve("run.yaml"), yaml));
    }

    private RunConfig readOf(String strategy) throws IOException {
        return read(LEAST.replace("strategy: b", "strategy: b\n    " + strategy));
    }

    private void refused(String yaml, String said) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOfSatisfying(CommandFailure.class, e -> {
            assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(e.getMessage()).contains(said);
        });
    }

    @Test
    void whatIsNotSaidIsAsUsual() throws IOException {
        assertThat(read(LEAST).risk()).isEqualTo(RiskSettings.USUAL);
        assertThat(read(LEAST).rules()).isEmpty();
    }

    @Test
    void aStrategyHasLimitsOfItsOwnOverThoseOfTheAccount() throws IOException {
        RiskLimits limits = read(LEAST.replace("strategy: b", "strategy: b\n    limits: {maxOrderNotional: 5}")
                        + "limits: {maxOrderNotional: 20, maxSpread: 0.05}\n")
                .risk()
                .limits();

        assertThat(limits.usd(Limit.MAX_ORDER_NOTIONAL)).isEqualTo(Cash.ofUsd(20));
        assertThat(limits.of("a").usd(Limit.MAX_ORDER_NOTIONAL)).isEqualTo(Cash.ofUsd(20));
        assertThat(limits.of("b").usd(Limit.MAX_ORDER_NOTIONAL)).isEqualTo(Cash.ofUsd(5));
        assertThat(limits.of("b").text(Limit.MAX_SPREAD)).isEqualTo("0.05");
    }

    @Test
    void everyPolicyCanBeChosen() throws IOException {
        assertThat(policy("fixed-shares, shares: 30")).isEqualTo(new FixedShares(Quantity.ofShares(30)));
        assertThat(policy("fixed-notional, amount: 12.5")).isEqualTo(new FixedNotional(Cash.parse("12.5")));
        assertThat(policy("percent-equity, share: 0.02")).isEqualTo(new PercentOfEquity(Fraction.percent(2)));
        assertThat(policy("fractional-kelly, fraction: 0.5, cap: 0.04"))
                .isEqualTo(new FractionalKelly(Fraction.percent(50), Fraction.percent(4)));
        assertThat(policy("exclusive-kelly, fraction: 0.1, cap: 0.2, insuring: true"))
                .isEqualTo(new ExclusiveKelly(Fraction.percent(10), Fraction.percent(20), true));
        assertThat(policy("fund-slots, slots: 3, reserve: 0.3, most: 7"))
                .isEqualTo(new FundSlots(3, Fraction.percent(30), Cash.ofUsd(7)));
        assertThat(policy("fixed-shares, shares: 30, drawdownScaled: true"))
                .isEqualTo(new DrawdownScaled(new FixedShares(Quantity.ofShares(30))));
    }

    private Object policy(String text) throws IOException {
        Map<String, ?> sizing = readOf("sizing: {policy: " + text + "}").risk().sizing();
        assertThat(sizing).containsOnlyKeys("b");
        return sizing.get("b");
    }

    @ParameterizedTest
    @EnumSource
    void whatAFileDoesNotSayOfAPolicyIsTheDefault(SizingChoice choice) throws IOException {
        Object usual = switch (choice) {
            case FIXED_SHARES -> FixedShares.DEFAULT;
            case FIXED_NOTIONAL -> FixedNotional.DEFAULT;
            case PERCENT_EQUITY -> PercentOfEquity.DEFAULT;
            case FRACTIONAL_KELLY -> FractionalKelly.DEFAULT;
            case EXCLUSIVE_KELLY -> ExclusiveKelly.DEFAULT;
            case FUND_SLOTS -> FundSlots.DEFAULT;
        };

        assertThat(policy(choice.word())).isEqualTo(usual);
        assertThat(SizingChoice.parse(choice.word())).isEqualTo(usual);
    }

    @Test
    void domainsAndCapitalAreSaid() throws IOException {
        RunConfig config = read(LEAST + """
                risk:
                  rules: [no-fridays, small-only]
                  domains:
                    weather: [hurricane, rain]
                    crypto: [bitcoin]
                  allocation:
                    reserve: 0.2
                    overlap: true
                    domains:
                      weather: {share: 0.8, cap: 300}
                      other:
                        share: 0.5
                        strategies:
                          a: {share: 0.25}
                          b: {amount: 40}
                """);

        assertThat(config.rules()).extracting(RunConfig.Plugged::name).containsExactly("no-fridays", "small-only");
        assertThat(config.rules().get(0).place()).hasToString("run.yaml:10: risk.rules");
        assertThat(config.risk().scopes())
                .isEqualTo(new Domains(List.of(
                        new Domains.Domain("weather", Set.of("hurricane", "rain")),
                        new Domains.Domain("crypto", Set.of("bitcoin")))));
        assertThat(config.risk().allocation())
                .isEqualTo(new AllocationPlan(
                        Fraction.percent(20),
                        true,
                        List.of(
                                DomainShare.of("weather", Fraction.percent(80)).cappedAt(Cash.ofUsd(300)),
                                DomainShare.of("other", Fraction.percent(50))
                                        .withStrategy("a", Fraction.percent(25))
                                        .withStrategy("b", new Portion.Usd(Cash.ofUsd(40))))));
    }

    @Test
    void aDomainIsSplitByTagsAndByWindows() throws IOException {
        RunConfig config = read(LEAST + """
                risk:
                  allocation:
                    domains:
                      crypto:
                        share: 0.5
                        tags:
                          btc: {share: 0.4, tags: [btc, bitcoin]}
                          dogecoin: {share: 0.1}
                          other: {share: 0.2}
                        windows:
                          5m: {share: 0.25}
                          900: {share: 0.65}
                      sports:
                        share: 0.5
                        tags:
                          nba: {share: 0.5}
                """);

        assertThat(config.risk().allocation().domains())
                .containsExactly(
                        DomainShare.of("crypto", Fraction.percent(50))
                                .splitBy(new DomainSplit(
                                        List.of(
                                                new TagPart("btc", Set.of("btc", "bitcoin"), Fraction.percent(40)),
                                                new TagPart("dogecoin", Set.of("dogecoin"), Fraction.percent(10))),
                                        Fraction.percent(20),
                                        List.of(
                                                new WindowPart(Duration.ofMinutes(5), Fraction.percent(25)),
                                                new WindowPart(Duration.ofMinutes(15), Fraction.percent(65))),
                                        null)),
                        DomainShare.of("sports", Fraction.percent(50))
                                .splitBy(DomainSplit.NONE.with(
                                        new TagPart("nba", Set.of("nba"), Fraction.percent(50)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tags: {btc: {}} | crypto.tags.btc.share: missing, such as share: 0.4",
                "tags: {btc: 0.4} | crypto.tags.btc: found a single value, allowed keys with values",
                "tags: {btc: {share: 0.4, tag: [btc]}} | crypto.tags.btc.tag: no such key. Did you mean 'tags'?",
                "tags: {btc: {share: 0.4, tags: []}} | crypto.tags.btc: btc has no tags",
                "tags: {BTC: {share: 0.4}} | crypto.tags.BTC: a part's name is letters, digits and hyphens in lower case",
                "tags: {a: {share: 0.4, tags: [x]}, b: {share: 0.1, tags: [x]}} | crypto.tags.b: found the tag x in a and in b",
                "tags: {a: {share: 0.6}, other: {share: 0.5}} | allocation.domains.crypto.tags: found 110 % in all",
                "tags: {other: {share: 0.5}} | crypto.tags.other: means all that is not listed, and nothing is",
                "tags: {a: {share: 0.6}, other: {share: 0.4, tags: [b]}} | crypto.tags.other.tags: no such key.",
                "windows: {5x: {share: 0.5}} | crypto.windows.5x: window: found '5x'",
                "windows: {0: {share: 0.5}} | crypto.windows.0: window: found '0', allowed duration from 1 to 86400 (s)",
                "windows: {5m: {share: 0.5}, 300: {share: 0.1}} | crypto.windows.300: found windows of 5m twice",
                "windows: {5m: {share: 1.5}} | crypto.windows.5m.share: found '1.5', allowed decimal from 0 to 1",
                "windows: {5m: {share: 0.5}, 15m: {share: 0.6}} | allocation.domains.crypto.windows: found 110 % in all",
                "window: {5m: {share: 0.5}} | crypto.window: no such key. Did you mean 'windows'?",
            })
    void whatCannotBeASplitIsRefused(String given, String said) {
        refused(LEAST + "risk: {allocation: {domains: {crypto: {share: 1, " + given.strip() + "}}}}\n", said.strip());
    }

    @Test
    void aReserveAloneLeavesTheDomainsAsUsual() throws IOException {
        assertThat(read(LEAST + "risk: {allocation: {reserve: 0.3}}\n").risk().allocation())
                .isEqualTo(new AllocationPlan(Fraction.percent(30), false, AllocationPlan.DEFAULT.domains()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limits: {maxAccountExposure: 5} | run.yaml:9: strategies[1].limits.maxAccountExposure: no such key.",
                "limits: {maxOrderNotional: lots} | strategies[1].limits.maxOrderNotional: found 'lots', allowed cash",
                "limits: {maxOrderNotional: none} | strategies[1].limits.maxOrderNotional: found 'none', allowed cash",
                "sizing: {} | strategies[1].sizing.policy: missing, such as policy: fractional-kelly",
                "sizing: {policy: kelly} | strategies[1].sizing.policy: found 'kelly', allowed are fixed-shares, fixed-notional",
                "sizing: {policy: fixed-shares, cap: 1} | strategies[1].sizing.cap: no such key.",
                "sizing: {policy: fixed-shares, shares: 0.001} | strategies[1].sizing.policy: FIXED_SHARES of 0.001",
                "sizing: {policy: fund-slots, slots: 0} | strategies[1].sizing.slots: found '0', allowed integer from 1 to 10000",
            })
    void whatAStrategyCannotHaveIsRefused(String given, String said) {
        refused(LEAST.replace("strategy: b", "strategy: b\n    " + given.strip()), said.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{rule: [x]} | run.yaml:9: risk.rule: no such key. Did you mean 'rules'? Allowed are rules, domains, allocation",
                "{rules: x} | risk.rules: found a single value, allowed a list, such as [one, two]",
                "{rules: [x, x]} | risk.rules: found x twice, allowed is each once",
                "{domains: {weather: [rain]}} | risk.allocation.domains: missing: with domains of your own",
                "{domains: {other: [rain]}} | risk.domains.other: means every market that fits no other domain",
                "{domains: {weather: []}} | risk.domains.weather: missing: the tags of its events",
                "{domains: {Weather: [rain]}} | risk.domains.Weather: a domain's name is in lower case",
                "{allocation: {domains: {weather: {share: 1}}}} | risk.allocation.domains.weather: no such domain. Allowed are crypto, sports, politics, economics, other",
                "{allocation: {domains: {crypto: {}}}} | risk.allocation.domains.crypto.share: missing, such as share: 0.4",
                "{allocation: {domains: {crypto: {share: 2}}}} | risk.allocation.domains.crypto.share: found '2', allowed decimal from 0 to 1",
                "{allocation: {domains: {crypto: {share: 0.6}, other: {share: 0.5}}}} | risk.allocation.domains: allocation.domains: found 110 % in all, allowed are 100 %",
                "{allocation: {domains: {crypto: {share: 1, strategies: {c: {share: 1}}}}}} | risk.allocation.domains.crypto.strategies.c: no such key.",
                "{allocation: {domains: {crypto: {share: 1, strategies: {a: {}}}}}} | risk.allocation.domains.crypto.strategies.a: name one of share: 0.5 and amount: 200",
                "{allocation: {reserve: 1.5}} | risk.allocation.reserve: found '1.5', allowed decimal from 0 to 1",
            })
    void whatCannotBeSaidOfRiskIsRefused(String given, String said) {
        refused(LEAST + "risk: " + given.strip() + "\n", said.strip());
    }

    @Test
    void noLimitOfTheAccountCanBeSetForAStrategy() {
        for (Limit limit : Limit.values()) {
            if (!ConfigKeys.OF_STRATEGY.contains(limit)) {
                String key = limit.parameter().name();
                refused(
                        LEAST.replace("strategy: b", "strategy: b\n    limits: {" + key + ": 1}"),
                        "strategies[1].limits." + key + ": no such key.");
            }
        }
    }
}
