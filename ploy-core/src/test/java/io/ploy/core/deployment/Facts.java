package io.ploy.core.deployment;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;

/** Deployments and evidence to test with, and a clock that tests move. */
final class Facts {
    static final Instant NOON = Instant.parse("2026-05-10T12:00:00Z");
    static final EngineVersion ENGINE = new EngineVersion("0.1.0");
    static final String JAR = Hex.of("the jar");
    static final String PARAMETERS = Hex.of("the parameters");
    static final Build BUILD = new Build(JAR, PARAMETERS, ENGINE);
    static final AccountId ACCOUNT = new AccountId("main");
    static final DeploymentId ID = new DeploymentId("dump-15m");
    static final Actor ANNA = Actor.person("anna");
    static final Duration QUARTER = Duration.ofMinutes(15);

    private Facts() {}

    static Deployment draft(DeploymentId id) {
        return draft(id, "dump-hedge", "btc-updown-15m-*");
    }

    static Deployment draft(DeploymentId id, String strategy, String markets) {
        return new Deployment(
                id,
                new Artifact("examples", "1.2", JAR),
                strategy,
                PARAMETERS,
                ACCOUNT,
                "crypto",
                MarketSelector.parse(markets),
                QUARTER,
                Stage.DRAFT,
                "anna",
                NOON);
    }

    static Figures figures(int entries) {
        return new Figures(
                entries,
                Cash.ofUsd(120),
                OptionalDouble.of(2.4),
                Cash.ofUsd(12),
                OptionalDouble.empty(),
                Cash.ofUsd(-6));
    }

    static Evidence evidence(EvidenceKind kind, Instant at) {
        return evidence(kind, BUILD, Verdict.PASS, at.minus(Duration.ofDays(8)), at, at);
    }

    static Evidence evidence(EvidenceKind kind, Build build, Verdict verdict, Instant from, Instant to, Instant at) {
        return new Evidence(
                kind,
                build,
                List.of(new DataHash("a.csv", Hex.of("a"))),
                from,
                to,
                figures(150),
                verdict,
                Hex.of("report"),
                at,
                "anna");
    }

    static Market market(String slug, Duration window) {
        return Market.builder(
                        new MarketId("polymarket", slug),
                        new Outcome("Up", new InstrumentId("polymarket", slug + "-up")),
                        new Outcome("Down", new InstrumentId("polymarket", slug + "-down")),
                        TradingRules.builder(TickSize.CENT).build())
                .slug(slug)
                .window(window.isZero() ? null : new MarketWindow(NOON, NOON.plus(window), "BTC", null, Duration.ZERO))
                .build();
    }

    /** What a register holds after some entries of anna's. */
    static RegisterSnapshot register(RegisterEntry... entries) {
        RegisterFold fold = new RegisterFold("register.jsonl");
        long number = 0;
        for (RegisterEntry entry : entries) {
            fold.add(new RegisterLine(++number, NOON, ANNA, "because", entry));
        }
        return fold.snapshot();
    }

    static RegisterEntry created(Deployment deployment) {
        return new RegisterEntry.DeploymentCreated(deployment);
    }

    static RegisterEntry filed(Evidence evidence) {
        return new RegisterEntry.EvidenceFiled(evidence, List.of());
    }

    static RegisterEntry[] promotedTo(DeploymentId id, Stage stage) {
        Stage at = Stage.DRAFT;
        RegisterEntry[] all = new RegisterEntry[stage.ordinal()];
        for (int i = 0; i < all.length; i++) {
            Stage next = at.next().orElseThrow();
            all[i] = new RegisterEntry.StageChanged(id, at, next);
            at = next;
        }
        return all;
    }

    /** A clock that stands still until it is moved. */
    static final class MovedClock extends Clock {
        private volatile Instant now = NOON;

        void to(Instant time) {
            now = time;
        }

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
