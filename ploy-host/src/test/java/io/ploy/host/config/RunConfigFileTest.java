package io.ploy.host.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.secret.Secret;
import io.ploy.core.StopPolicy;
import io.ploy.core.deployment.DeploymentId;
import io.ploy.core.engine.Supervision;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunConfigFileTest {
    private static final String LEAST = """
            mode: live
            venue:
              connector: polymarket
            account:
              name: main
              key: env:PLOY_KEY
            strategies:
              - strategy: dump-hedge
            journal:
              files: journal
            deployments: {evidence: waived, waivedBy: anna, waivedWhy: a test}
            """;
    private static final String POSTGRES =
            "{postgres: {url: 'jdbc:postgresql://db/ploy', user: ploy, password: env:PW, schema: main}}";
    private static final String HEX = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

    @TempDir
    Path folder;

    private RunConfig read(String yaml) throws IOException {
        return RunConfigFile.read(Files.writeString(folder.resolve("run.yaml"), yaml));
    }

    private void refused(String yaml, String... said) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOfSatisfying(CommandFailure.class, e -> {
            assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(e.getMessage()).contains(said);
        });
    }

    @Test
    void theLeastThatMustBeSaidHasDefaultsForTheRest() throws IOException {
        RunConfig config = read(LEAST);

        assertThat(config.venue().provider()).isEqualTo("polymarket");
        assertThat(config.account().id()).hasToString("main");
        assertThat(config.strategies())
                .singleElement()
                .satisfies(strategy -> assertThat(strategy.name()).isEqualTo("dump-hedge"));
        assertThat(config.journal()).isEqualTo(new JournalPlace.Files(folder.resolve("journal")));
        assertThat(config.proof()).isEqualTo(new Proof.Waived("anna", "a test"));
        assertThat(config.stop()).isEqualTo(StopPolicy.DEFAULT);
        assertThat(config.supervision()).isEqualTo(Supervision.DEFAULT);
        assertThat(config.risk().limits()).hasToString(RiskLimits.conservative().toString());
        assertThat(config.digest())
                .hasSize(64)
                .isNotEqualTo(read(LEAST + "# more\n").digest());
    }

    @Test
    void everythingThatIsSaidHasAnEffect() throws IOException {
        RunConfig config = read("""
                mode: live
                venue:
                  connector: polymarket
                  parameters: {series: btc-up-or-down-15m, refresh: 30}
                account:
                  name: desk-1
                  key: file:keys/desk.json
                  password: file:/etc/ploy/password
                  parameters: {kind: SAFE, heartbeat: true}
                  secrets: {relayerKey: env:RELAYER}
                strategies:
                  - strategy: dump-hedge
                    deployment: dump-15m
                    parameters: {shares: 20}
                  - name: other
                    strategy: dump-hedge
                    deployment: dump-5m
                deployments: {register: proofs/register.jsonl}
                journal: %s
                lease: {life: 20s, renewEvery: 2}
                limits:
                  profile: standard
                  maxOrderQuantity: 10
                  maxPosition: 11
                  maxAccountExposure: 12.5
                  maxOpenOrders: 4
                  moreOrdersToReduce: 3
                  cashFloor: 0
                  maxBookAge: 500ms
                  blindSellFloor: 0.05
                stop:
                  orders: leave
                  positions: sell
                  strategiesWithin: 1
                  ordersWithin: 2
                  settlementWithin: 1m
                  lookWithin: 4
                supervision:
                  answerWithin: 1
                  resends: 0
                  personAfter: 1h
                  sweepEvery: 2
                  balancesEvery: 3
                  cashTolerance: 4
                  shareTolerance: 5
                """.formatted(POSTGRES));

        assertThat(config.venue().parameters())
                .containsEntry("refresh", "30")
                .containsEntry("series", "btc-up-or-down-15m");
        assertThat(config.account().key().key().name())
                .isEqualTo(folder.resolve("keys/desk.json").toString());
        assertThat(config.account().key().password())
                .satisfies(password -> assertThat(password.name()).isEqualTo("/etc/ploy/password"));
        assertThat(config.account().parameters()).containsEntry("kind", "SAFE").containsEntry("heartbeat", "true");
        assertThat(config.account().secrets()).hasEntrySatisfying("relayerKey", secret -> {
            assertThat(secret.kind()).isEqualTo(SecretReference.Kind.ENVIRONMENT);
            assertThat(secret.name()).isEqualTo("RELAYER");
        });
        assertThat(config.strategies()).extracting(RunConfig.Plugged::name).containsExactly("dump-hedge", "other");
        assertThat(config.strategies().get(0).parameters()).isEqualTo(Map.of("shares", "20"));
        assertThat(config.journal()).isInstanceOfSatisfying(JournalPlace.Postgres.class, postgres -> {
            assertThat(postgres.leaseLife()).isEqualTo(Duration.ofSeconds(20));
            assertThat(postgres.leaseRenewEvery()).isEqualTo(Duration.ofSeconds(2));
            assertThat(postgres).hasToString("jdbc:postgresql://db/ploy schema main");
            assertThat(postgres.tables()).isTrue();
        });
        assertThat(config.risk().limits())
                .hasToString(RiskLimits.standard().toBuilder()
                        .set(Limit.MAX_ORDER_QUANTITY, Quantity.ofShares(10))
                        .set(Limit.MAX_POSITION, Quantity.ofShares(11))
                        .set(Limit.MAX_ACCOUNT_EXPOSURE, Cash.parse("12.5"))
                        .set(Limit.MAX_OPEN_ORDERS, 4)
                        .set(Limit.MORE_ORDERS_TO_REDUCE, 3)
                        .set(Limit.CASH_FLOOR, Cash.ZERO)
                        .set(Limit.MAX_BOOK_AGE, Duration.ofMillis(500))
                        .set(Limit.BLIND_SELL_FLOOR, Price.parse("0.05"))
                        .build()
                        .toString());
        assertThat(config.stop())
                .isEqualTo(new StopPolicy(
                        StopPolicy.Orders.LEAVE,
                        StopPolicy.Positions.SELL,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(4)));
        Supervision usual = Supervision.DEFAULT;
        assertThat(config.supervision())
                .isEqualTo(new Supervision(
                        Duration.ofSeconds(1),
                        usual.matchWithin(),
                        usual.cancelWithin(),
                        0,
                        usual.absentAfter(),
                        Duration.ofHours(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        usual.quiet(),
                        Cash.ofUsd(4),
                        Quantity.ofShares(5)));
    }

    @Test
    void whoeverWaivesEvidenceHasAName() {
        refused(
                LEAST.replace("anna", "a".repeat(101)),
                "run.yaml:11: deployments.waivedBy: a name has 1 to 100 letters");
    }

    @Test
    void everyStrategyNamesADeploymentOfItsOwn() throws IOException {
        String registered = LEAST.replaceFirst("deployments: .*", "deployments: {register: r.jsonl}");

        refused(
                registered.replace("- strategy: dump-hedge", """
                        - strategy: a
                            deployment: Dump
                          - strategy: b
                            deployment: d
                          - strategy: c
                            deployment: d
                        """.stripTrailing()),
                "run.yaml:9: strategies[0].deployment: a deployment's id has lower-case letters",
                "run.yaml:13: strategies[2].deployment: another strategy trades for d already");
        assertThat(read(registered.replace("dump-hedge", "dump-hedge\n    deployment: d"))
                        .proof())
                .isEqualTo(new Proof.Register(folder.resolve("r.jsonl"), Map.of("dump-hedge", new DeploymentId("d"))));
    }

    @Test
    void amountsOfALimitAreThoseOfItsProfileUnlessTheyAreSet() throws IOException {
        assertThat(read(LEAST + "limits: {profile: standard, maxOrderNotional: 7, maxMarketExposure: 8}\n")
                        .risk()
                        .limits())
                .hasToString(RiskLimits.standard().toBuilder()
                        .set(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(7))
                        .set(Limit.MAX_MARKET_EXPOSURE, Cash.ofUsd(8))
                        .build()
                        .toString());
    }

    @Test
    void everyFaultIsNamedWithItsLineInOneGo() {
        refused(
                "mode: live\nvenu:\n  connector: polymarket\naccount:\n  name: main\n  key: env:K\nstop:\n  orders: sell\n",
                "run.yaml:1: venue.connector: missing, such as connector: polymarket",
                "run.yaml:3: venu: no such key. Did you mean 'venue'? Allowed are mode, venue, account,",
                "run.yaml:8: stop.orders: found 'sell', allowed CANCEL|LEAVE",
                "run.yaml:1: strategies: missing",
                "run.yaml:1: deployments: missing: live trading needs register: PATH, with deployment: ID at every strategy;"
                        + " or, only at a venue that is not real, evidence: waived with waivedBy: NAME and waivedWhy: TEXT",
                "run.yaml:1: journal: missing; name one of files: FOLDER");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "mode: live | mode: paper | run.yaml:1: mode: found 'paper', allowed live. Paper trading is not there yet",
                "mode: live | mode: dry | It must be written, so that nobody trades real money by accident",
                "mode: live | mode: ~ | mode: found nothing, allowed one value",
                "mode: live | # nothing | mode: missing, such as mode: live",
                "mode: live | {} | not YAML",
                "mode: live | \"mode: live\nmode: live\" | run.yaml:2: mode: given twice",
                "mode: live | \"mode: live\n? [a]\n: b\" | a key must be one word",
                "name: main | name: my account | account.name: account name must be 1 to 64 letters",
                "name: main | name: '' | account.name: missing, such as name: main",
                "key: env:PLOY_KEY | key: file:key.json | account.password: missing: the key is a keystore file",
                "key: env:PLOY_KEY | \"key: env:PLOY_KEY\n  password: env:PW\" | account.password: means nothing for a key of the environment",
                "key: env:PLOY_KEY | \"key: file:k.json\n  password: hunter2\" | account.password: a secret is not written into this file",
                "key: env:PLOY_KEY | \"key: env:PLOY_KEY\n  secrets: {relayerKey: abc}\" | account.secrets.relayerKey: a secret is not written",
                "key: env:PLOY_KEY | \"key: env:PLOY_KEY\n  parameters: {kind: [SAFE]}\" | account.parameters.kind: found a list, allowed one value",
                "key: env:PLOY_KEY | \"key: env:PLOY_KEY\n  parameters: EOA\" | account.parameters: found a single value, allowed keys with values",
                "- strategy: dump-hedge | - name: x | run.yaml:8: strategies[0].strategy: missing, such as strategy: dump-hedge",
                "- strategy: dump-hedge | \"- strategy: a\n  - strategy: a\" | strategies[1].name: there is a strategy 'a' already",
                "- strategy: dump-hedge | strategy: a | strategies: found keys with values, allowed a list",
                "- strategy: dump-hedge | - strategi: a | strategies[0].strategi: no such key. Did you mean 'strategy'?",
                "deployments: {evidence: waived, | deployments: {evidence: none, | deployments.evidence: found 'none', allowed waived.",
                "waivedBy: anna | waivedBy: '' | deployments.waivedBy: missing, such as waivedBy: anna",
                "waivedWhy: a test | waivedWhy: ~ | deployments.waivedWhy: found nothing, allowed one value",
                "deployments: {evidence: waived, waivedBy: anna, waivedWhy: a test} | deployments: {} | deployments: missing: live trading needs register: PATH",
                "evidence: waived, | register: r.jsonl, | run.yaml:11: deployments.waivedBy: means nothing without evidence: waived",
                "evidence: waived, | register: r.jsonl, | run.yaml:8: strategies[0].deployment: missing: say for which deployment",
                "evidence: waived, | \"register: r, evidence: waived,\" | deployments: found register and evidence; name one of",
                "evidence: waived, | waved: 1, | run.yaml:11: deployments.waved: no such key",
                "- strategy: dump-hedge | \"- strategy: a\n    deployment: d\" | run.yaml:9: strategies[0].deployment: means nothing where",
                "files: journal | \"files: j\n  sqlite: s.db\" | journal: found files and sqlite; name one of",
                "files: journal | \"files: j\n  tables: true\" | run.yaml:11: journal.tables: means nothing for files",
                "files: journal | \"sqlite: s.db\n  tables: maybe\" | journal.tables: found 'maybe', allowed flag",
                "files: journal | file: j | journal.file: no such key. Did you mean 'files'?",
                "files: journal | \"files: ~\" | journal.files: found nothing, allowed one value",
                "files: journal | \"postgres: {url: 'jdbc:postgresql://ploy:pw@db/x', user: u, password: env:P, schema: s}\" | journal.postgres.schema: the URL of a database holds a user or a password",
                "files: journal | \"postgres: {url: 'mysql://db/x', user: u, password: env:P, schema: s}\" | journal.postgres.url: not jdbc:postgresql:",
                "files: journal | \"postgres: {url: 'jdbc:postgresql://db/x', user: u, password: env:P, schema: Main}\" | journal.postgres.schema: a schema is lower-case",
                "files: journal | \"postgres: {user: u, password: env:P, schema: s}\" | journal.postgres.url: missing, such as url: jdbc:postgresql",
                "files: journal | \"postgres: {url: 'jdbc:postgresql://db/x', user: u, password: pw, schema: s}\" | journal.postgres.password: a secret is not written",
                "files: journal | \"files: j\nlease: {life: 20}\" | run.yaml:11: lease: a lease of files lasts as long as its process",
                "files: journal | \"files: j\nlimits: {maxOrderQuantity: lots}\" | limits.maxOrderQuantity: found 'lots', allowed quantity from 0 to 1000000 (shares)",
                "files: journal | \"files: j\nlimits: {maxordernotional: 5}\" | limits.maxordernotional: no such key. Did you mean 'maxOrderNotional'?",
                "files: journal | \"files: j\nstop: {ordersWithin: 1d}\" | stop.ordersWithin: found '1d', allowed duration from 0.1 to 600 (s)",
                "files: journal | \"files: j\nsupervision: {sweepEvery: 0}\" | supervision.sweepEvery: found '0', allowed duration from 1 to 600",
                "files: journal | \"files: j\nstop: cancel\" | stop: found a single value, allowed keys with values"
            })
    void whatCannotBeIsRefusedWithItsPlace(String instead, String given, String said) {
        refused(LEAST.replace(instead.strip(), given.strip()), said.strip());
    }

    @Test
    void tablesCanBeSwitchedOff() throws IOException {
        assertThat(read(LEAST.replace("files: journal", "sqlite: s.db")).journal())
                .isEqualTo(new JournalPlace.Sqlite(folder.resolve("s.db"), true));
        assertThat(read(LEAST.replace("files: journal", "sqlite: s.db\n  tables: false"))
                        .journal())
                .isEqualTo(new JournalPlace.Sqlite(folder.resolve("s.db"), false));
    }

    @Test
    void aLeaseMustBeRenewedWhileSomethingCanStillBeSent() throws IOException {
        String least = LEAST.replace("journal:\n  files: journal", "journal: " + POSTGRES);

        refused(
                least + "lease: {life: 8, renewEvery: 3}\n",
                "lease.renewEvery: found 3.0 s, allowed less than half of life, 8.0 s, and 6 s less than it");
        refused(least + "lease: {life: 30, renewEvery: 15}\n", "found 15.0 s");
        refused(least + "lease: {life: 7}\n", "lease.life: found '7', allowed duration from 8 to 600");
        assertThat(read(least + "lease: {life: 8, renewEvery: 2}\n").journal()).isNotNull();
    }

    @Test
    void aSecretThatStandsInTheFileIsNotShown() {
        assertThatThrownBy(() -> read(LEAST.replace("env:PLOY_KEY", HEX)))
                .hasMessageContaining("run.yaml:6: account.key: a secret is not written into this file")
                .message()
                .doesNotContain("ac0974");
    }

    @Test
    void aFileThatIsNotThereOrNotYamlIsRefused() {
        assertThatThrownBy(() -> RunConfigFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("Cannot read")
                .hasMessageContaining("none.yaml");
        refused("mode: [live", "run.yaml:1: not YAML: ");
        refused("a: &x 1\nb: *x\nmode: \u0007\n", "run.yaml: not YAML: ");
        refused("", "mode: missing");
        refused("- mode\n", "found a list, allowed keys with values");
    }

    @Test
    void aSecretIsReadWhereItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "two words\r\n");
        Place place = new Place("run.yaml", 3, "account.key");
        SecretReference variable = SecretReference.parse("env:NAME", folder, place);

        try (Secret ofFile = SecretReference.parse("file:secret", folder, place).read(Map.of());
                Secret ofVariable = variable.read(Map.of("NAME", "word"))) {
            assertThat(ofFile.<String>use(String::new)).isEqualTo("two words");
            assertThat(ofVariable.<String>use(String::new)).isEqualTo("word");
        }
        assertThatThrownBy(() -> variable.read(Map.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessage(
                        "run.yaml:3: account.key: the environment has no variable NAME. Set it before ploy starts.");
        assertThatThrownBy(
                        () -> SecretReference.parse("file:none", folder, place).read(Map.of()))
                .hasMessageContaining("none cannot be read");
        Files.write(file, new byte[] {(byte) 0xff, 'x'});
        assertThatThrownBy(() ->
                        SecretReference.parse("file:secret", folder, place).read(Map.of()))
                .hasMessageContaining("not text in UTF-8");
        Files.writeString(file, "\n");
        assertThatThrownBy(() ->
                        SecretReference.parse("file:secret", folder, place).read(Map.of()))
                .hasMessageContaining("is empty");
        Files.write(file, new byte[100_000]);
        assertThatThrownBy(() ->
                        SecretReference.parse("file:secret", folder, place).read(Map.of()))
                .hasMessageContaining("too large");
    }

    @Test
    void aKeyIsOpenedFromTheEnvironmentOrAKeystore() throws IOException {
        KeySource source = read(LEAST).account().key();
        assertThat(source.open(Map.of("PLOY_KEY", HEX)).address().checksummed())
                .isEqualTo("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
        assertThatThrownBy(() -> source.open(Map.of("PLOY_KEY", "abc")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("run.yaml:6: account.key: ");

        Files.writeString(folder.resolve("key.json"), "{}");
        KeySource keystore = read(LEAST.replace("env:PLOY_KEY", "file:key.json\n  password: env:PW"))
                .account()
                .key();
        assertThatThrownBy(() -> keystore.open(Map.of("PW", "x")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("key.json");
    }

    @Test
    void theControlFolderIsBesideTheJournalUnlessItIsNamed() throws IOException {
        assertThat(read(LEAST).control()).isEqualTo(folder.resolve("journal.control"));
        assertThat(read(LEAST.replace("files: journal", "sqlite: main.db")).control())
                .isEqualTo(folder.resolve("main.db.control"));
        assertThat(read(LEAST.replace("journal:\n  files: journal", "journal: " + POSTGRES))
                        .control())
                .isEqualTo(folder.resolve("main.control"));
        assertThat(read(LEAST + "control: desk\n").control()).isEqualTo(folder.resolve("desk"));
        refused(LEAST + "control:\n", "control: found nothing, allowed one value");
    }
}
