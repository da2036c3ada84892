package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.core.deployment.Actor;
import io.ploy.core.deployment.Deployment;
import io.ploy.core.deployment.DeploymentRegister;
import io.ploy.core.deployment.EvidenceFiling;
import io.ploy.core.deployment.EvidenceKind;
import io.ploy.core.deployment.Figures;
import io.ploy.core.deployment.PassCriteria;
import io.ploy.core.deployment.RunSummary;
import io.ploy.host.backtest.EngineBacktest;
import io.ploy.host.demo.EngineDemo;
import io.ploy.host.demo.WireDemo;
import io.ploy.host.plugin.PluginFolder;
import io.ploy.host.simulate.LoopbackVenue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;

/** A folder with plugins, recordings and a register, and a clock that stands still unless it is moved. */
final class DeploymentsWay {
    static final Instant MARCH = Instant.parse("2026-03-02T09:00:00Z");

    final Path plugins;
    final Path register;
    final Path recordings;
    final Path out;
    Instant now = MARCH;
    CapturedConsole captured = new CapturedConsole();

    DeploymentsWay(Path folder) throws IOException, URISyntaxException {
        plugins = folder.resolve("plugins");
        GuestPlugin.writeTo(plugins, "guest", "[0.1,0.2)");
        register = folder.resolve("register.jsonl");
        recordings = Files.createDirectory(folder.resolve("recordings"));
        out = folder.resolve("results");
    }

    /** The exit code. */
    int run(String... arguments) {
        captured = new CapturedConsole();
        Wiring wiring = new Wiring(
                PluginFolder::list, new EngineBacktest(), new EngineDemo(), new WireDemo(LoopbackVenue::open), plugins);
        return new CommandLineRunner(captured.console(), wiring, Clock.fixed(now, ZoneOffset.UTC)).run(arguments);
    }

    /** What a command of the guide prints, in the guide's names. */
    String run(List<String> words) {
        int exitCode = run(words.stream()
                .map(word -> word.replace("dump-hedge", "one-buy")
                        .replace("register.jsonl", register.toString())
                        .replace("recordings/", recordings.toString())
                        .replace("results/", out.toString()))
                .toArray(String[]::new));
        return (exitCode == 0 ? captured.out() : captured.err())
                .replace("one-buy", "dump-hedge")
                .replace("guest 1.2.3", "examples 0.1.0")
                .replace("0.0-development", "0.1.0")
                .replace(register.toString(), "register.jsonl")
                .replace(out.toString(), "results");
    }

    /** Brings about what comes before commands of the guide. */
    void prepare(String what) {
        if (what.equals("after a paper record")) {
            now = now.plus(Duration.ofDays(7));
            file(EvidenceKind.PAPER, 64, Duration.ofDays(7));
        } else if (what.equals("after a canary record")) {
            now = now.plus(Duration.ofDays(3));
            file(EvidenceKind.CANARY, 112, Duration.ofDays(3));
        }
    }

    /** Markets one after the other, bought at several prices; two of three are won. */
    void record(int markets) throws IOException {
        for (int i = 0; i < markets; i++) {
            String bid = "0.4" + i % 8;
            boolean isWon = i % 3 < 2;
            GuestPlugin.recording(
                    recordings.resolve("priced-" + i + ".script"),
                    List.of(bid, bid, bid, isWon ? "0.60" : "0.30", isWon ? "up" : "down"));
        }
    }

    /** What a run files that traded the only deployment. */
    void file(EvidenceKind kind, int entries, Duration running) {
        DeploymentRegister file = DeploymentRegister.at(register, Clock.fixed(now, ZoneOffset.UTC));
        Deployment deployment = file.read().snapshot().deployments().get(0);
        EvidenceFiling filing = EvidenceFiling.ofRun(
                new RunSummary(
                        kind,
                        deployment.build(VersionText.engine()),
                        List.of(),
                        now.minus(running),
                        now,
                        running,
                        new Figures(
                                entries,
                                Cash.ofUsd(9),
                                OptionalDouble.of(1.7),
                                Cash.ofUsd(4),
                                OptionalDouble.empty(),
                                Cash.ofUsd(-2)),
                        OptionalDouble.empty(),
                        List.of(),
                        deployment.artifact().sha256()),
                PassCriteria.of(kind, Cash.ofUsd(50), Cash.ofUsd(25)),
                now,
                "host");
        assertThat(filing.findings()).isEmpty();
        file.file(filing.evidence(), filing.findings(), Actor.machine("host"), "a run ended");
    }
}
