package io.ploy.core.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import io.ploy.api.money.Quantity;
import io.ploy.api.plugin.ApiRange;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.Parameters;
import io.ploy.api.plugin.PluginInfo;
import io.ploy.core.allocation.Fraction;
import io.ploy.core.sizing.DrawdownScaled;
import io.ploy.core.sizing.ExclusiveKelly;
import io.ploy.core.sizing.FixedNotional;
import io.ploy.core.sizing.FixedShares;
import io.ploy.core.sizing.FractionalKelly;
import io.ploy.core.sizing.FundSlots;
import io.ploy.core.sizing.PercentOfEquity;
import io.ploy.core.sizing.SizingPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One changed byte of the artifact or one changed parameter is another build. */
final class BuildHashesTest {
    private static final PluginInfo INFO = new PluginInfo("examples", "1.2", ApiRange.parse("[0.1,0.2)"));
    private static final List<Parameter<?>> DECLARED = List.of(
            Parameter.quantity("shares", "20"),
            Parameter.price("maxPrice", "0.45"),
            Parameter.duration("wait", "90"),
            Parameter.text("label", "").evidenceNeutral());

    @TempDir
    Path folder;

    @Test
    void everyByteOfAJarCounts() throws IOException {
        byte[] jar = "what a jar holds".getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("a.jar");
        Set<String> hashes = new HashSet<>();

        for (int i = -1; i < jar.length; i++) {
            byte[] changed = jar.clone();
            if (i >= 0) {
                changed[i] ^= 1;
            }
            Files.write(file, changed);
            hashes.add(Artifact.read(INFO, file).sha256());
        }

        assertThat(hashes).hasSize(jar.length + 1);
        assertThat(hashes).contains(Hashing.sha256().hashBytes(jar).toString());
    }

    @Test
    void aFolderOfJarsHasTheHashOfTheirList() throws IOException {
        Files.writeString(folder.resolve("b.jar"), "b");
        String alone = Artifact.read(INFO, folder).sha256();
        Files.writeString(folder.resolve("a.jar"), "a");
        Files.writeString(folder.resolve("notes.txt"), "not part of it");

        String both = Artifact.read(INFO, folder).sha256();

        assertThat(alone).isEqualTo(sha256("b"));
        assertThat(both).isEqualTo(sha256(sha256("a") + "  a.jar\n" + sha256("b") + "  b.jar\n"));
    }

    private static String sha256(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }

    @Test
    void orderAndWritingOfParametersDoNotCount() {
        String usual = hash(Map.of());

        assertThat(hash(Map.of("maxPrice", "0.450", "wait", "1.5m", "shares", "20.00")))
                .isEqualTo(usual);
        assertThat(ParametersHash.of(
                        "s",
                        List.of(DECLARED.get(2), DECLARED.get(1), DECLARED.get(0), DECLARED.get(3)),
                        Parameters.parse(DECLARED, Map.of()),
                        null))
                .isEqualTo(usual);
    }

    @Test
    void everyOtherValueCountsButNeutralOnes() {
        Set<String> hashes = new HashSet<>(Set.of(
                hash(Map.of()),
                hash(Map.of("shares", "20.000001")),
                hash(Map.of("maxPrice", "0.46")),
                hash(Map.of("wait", "91"))));
        hashes.add(ParametersHash.of("other", DECLARED, Parameters.parse(DECLARED, Map.of()), null));

        assertThat(hashes).hasSize(5);
        assertThat(hash(Map.of("label", "evening"))).isEqualTo(hash(Map.of()));
    }

    private static String hash(Map<String, String> given) {
        return ParametersHash.of("s", DECLARED, Parameters.parse(DECLARED, given), null);
    }

    private static String hash(@Nullable SizingPolicy sizing) {
        return ParametersHash.of("s", DECLARED, Parameters.parse(DECLARED, Map.of()), sizing);
    }

    @Test
    void howLargePurchasesAreCountsWithAllThatThePolicyIsTold() {
        List<SizingPolicy> policies = List.of(
                FixedShares.DEFAULT,
                new FixedShares(Quantity.ofShares(21)),
                FixedNotional.DEFAULT,
                PercentOfEquity.DEFAULT,
                FractionalKelly.DEFAULT,
                new FractionalKelly(Fraction.percent(25), Fraction.parse("0.050001")),
                ExclusiveKelly.DEFAULT,
                new ExclusiveKelly(Fraction.percent(25), Fraction.percent(10), true),
                FundSlots.DEFAULT,
                DrawdownScaled.DEFAULT);
        Set<String> hashes = new HashSet<>(Set.of(hash((SizingPolicy) null)));

        policies.forEach(policy -> hashes.add(hash(policy)));

        assertThat(hashes).hasSize(policies.size() + 1).contains(hash(Map.of()));
        assertThat(hash(new FixedShares(Quantity.parse("20.00")))).isEqualTo(hash(FixedShares.DEFAULT));
    }

    @Test
    void theWordsOfPoliciesThatAreHashedNeverChange() {
        assertThat(List.of(
                        FixedShares.DEFAULT,
                        FixedNotional.DEFAULT,
                        PercentOfEquity.DEFAULT,
                        FractionalKelly.DEFAULT,
                        new ExclusiveKelly(Fraction.percent(25), Fraction.percent(10), true),
                        FundSlots.DEFAULT,
                        DrawdownScaled.DEFAULT))
                .extracting(Object::toString)
                .containsExactly(
                        "FIXED_SHARES 20",
                        "FIXED_NOTIONAL 10 USD",
                        "PERCENT_EQUITY 1 %",
                        "FRACTIONAL_KELLY 25 %, at most 5 % of the bankroll",
                        "EXCLUSIVE_KELLY 25 %, at most 10 % of the bankroll for an event, insuring",
                        "FUND_SLOTS 4, reserve 20 %, at most 25 USD",
                        "DRAWDOWN_SCALED FRACTIONAL_KELLY 25 %, at most 5 % of the bankroll");
    }

    @Test
    void engineVersionsOfOneLineMatch() {
        assertThat(new EngineVersion("0.1.7-SNAPSHOT").line()).isEqualTo("0.1");
        assertThat(Facts.BUILD.matches(new Build(Facts.JAR, Facts.PARAMETERS, new EngineVersion("0.1.9"))))
                .isTrue();
        assertThat(Facts.BUILD.matches(new Build(Facts.JAR, Facts.PARAMETERS, new EngineVersion("0.10.0"))))
                .isFalse();
        assertThatThrownBy(() -> new EngineVersion("development build")).isInstanceOf(IllegalArgumentException.class);
    }
}
