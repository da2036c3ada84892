package io.ploy.host.config;

import io.ploy.api.order.AccountId;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.secret.Secret;
import io.ploy.core.persistence.sql.PostgresSettings;
import io.ploy.host.config.RunConfig.Account;
import io.ploy.host.config.RunConfig.Plugged;
import io.ploy.host.console.CommandFailure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a run's configuration from YAML. Nothing is opened, and no secret is read. */
public final class RunConfigFile {
    private static final List<String> KEYS = List.of(
            "mode",
            "venue",
            "account",
            "strategies",
            "deployments",
            "journal",
            "control",
            "lease",
            "limits",
            "risk",
            "breakers",
            "stop",
            "supervision");
    private static final List<String> STORES = List.of("files", "sqlite", "postgres");
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofSeconds(6);

    private final Faults faults = new Faults();
    private final Path folder;
    private final Place top;

    private RunConfigFile(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        folder = parent == null ? Path.of("").toAbsolutePath() : parent;
        top = new Place(String.valueOf(file.getFileName()), 1, "");
    }

    /**
     * Reads a file.
     *
     * @param file YAML; relative paths in it are from its own folder
     * @return checked
     * @throws CommandFailure if the file cannot be read or says something that cannot be; it names every such place
     */
    public static RunConfig read(Path file) {
        try {
            return new RunConfigFile(file).parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw CommandFailure.badInput("Cannot read " + file + ". Is the path right, and is it text in UTF-8?", e);
        }
    }

    private RunConfig parse(String yaml) {
        Section root = root(yaml).allow(KEYS);
        mode(root);
        Plugged venue = venue(root.section("venue"));
        Account account = account(root.section("account"));
        ProofSection proof = new ProofSection(root);
        Map<String, Section> sections = new LinkedHashMap<>();
        List<Plugged> strategies = strategies(root, sections, proof);
        RiskReader risk = new RiskReader(
                ConfigKeys.limits(keys(root, "limits", ConfigKeys.LIMITS)),
                new BreakerSection(root).settings(),
                root.section("risk"),
                sections);
        JournalPlace journal = journal(root);
        RunConfig config = new RunConfig(
                digest(yaml),
                venue,
                account,
                strategies,
                proof.proof(folder),
                journal,
                control(root, journal, account),
                risk.settings(),
                risk.rules(),
                ConfigKeys.stop(keys(root, "stop", ConfigKeys.STOP)),
                ConfigKeys.supervision(keys(root, "supervision", ConfigKeys.SUPERVISION)));
        faults.raise();
        return config;
    }

    private Section root(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        try {
            return new Section(faults, top, new Yaml(options).compose(new StringReader(yaml)));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw CommandFailure.badInput(top.file() + ":" + line + ": not YAML: " + e.getProblem(), e);
        } catch (YAMLException e) {
            throw CommandFailure.badInput(top.file() + ": not YAML: " + e.getMessage(), e);
        }
    }

    private static void mode(Section root) {
        String mode = root.required("mode", "live");
        if (!mode.isEmpty() && !mode.equals("live")) {
            root.fault(
                    "mode",
                    "found '" + mode + "', allowed live. "
                            + (mode.equals("paper")
                                    ? "Paper trading is not there yet; 'ploy demo --wire' trades at a simulated venue"
                                    : "It must be written, so that nobody trades real money by accident"));
        }
    }

    private static Plugged venue(Section venue) {
        venue.allow(List.of("connector", "parameters"));
        String connector = venue.required("connector", "polymarket");
        return new Plugged(connector, connector, venue.texts("parameters"), venue.place());
    }

    private Account account(Section account) {
        account.allow(List.of("name", "key", "password", "parameters", "secrets"));
        String name = account.required("name", "main");
        AccountId standIn = new AccountId("none");
        AccountId id = name.isEmpty() ? standIn : account.made("name", standIn, () -> new AccountId(name));
        Map<String, SecretReference> secrets = new LinkedHashMap<>();
        Section given = account.section("secrets");
        account.texts("secrets").forEach((secret, text) -> secrets.put(secret, reference(given, secret, text)));
        return new Account(id, key(account), account.texts("parameters"), secrets, account.place());
    }

    private KeySource key(Section account) {
        SecretReference key = reference(account, "key", account.required("key", "env:PLOY_KEY"));
        String text = account.text("password");
        boolean keystore = key.kind() == SecretReference.Kind.FILE;
        if (keystore && text == null) {
            account.fault("password", "missing: the key is a keystore file, such as password: env:PLOY_PASSWORD");
        } else if (!keystore && text != null) {
            account.fault("password", "means nothing for a key of the environment; it is for a keystore, file:PATH");
        }
        return new KeySource(key, text == null ? null : reference(account, "password", text));
    }

    private SecretReference reference(Section section, String key, String text) {
        SecretReference standIn = new SecretReference(SecretReference.Kind.ENVIRONMENT, "NONE", section.at(key));
        return text.isEmpty()
                ? standIn
                : section.made(key, standIn, () -> SecretReference.parse(text, folder, section.at(key)));
    }

    private static List<Plugged> strategies(Section root, Map<String, Section> byName, ProofSection proof) {
        List<Plugged> strategies = new ArrayList<>();
        for (Section each : root.sections("strategies")) {
            each.allow(List.of("name", "strategy", "deployment", "parameters", "limits", "sizing"));
            String strategy = each.required("strategy", "dump-hedge");
            String given = each.text("name");
            String name = given == null ? strategy : given;
            if (byName.put(name, each) != null) {
                each.fault("name", "there is a strategy '" + name + "' already; give each a name of its own");
            }
            proof.strategy(each, name);
            strategies.add(new Plugged(name, strategy, each.texts("parameters"), each.place()));
        }
        if (strategies.isEmpty()) {
            root.fault("strategies", "missing: name one or more, each with strategy: NAME");
        }
        return strategies;
    }

    private JournalPlace journal(Section root) {
        Section journal = root.section("journal")
                .allow(Stream.concat(STORES.stream(), Stream.of(ConfigKeys.TABLES.name()))
                        .toList());
        List<String> given = STORES.stream().filter(journal::has).toList();
        if (given.size() != 1) {
            root.fault(
                    "journal",
                    (given.isEmpty() ? "missing" : "found " + String.join(" and ", given))
                            + "; name one of files: FOLDER, sqlite: FILE, postgres: {url, user, password, schema}");
        }
        boolean tables = journal.value(ConfigKeys.TABLES);
        if (journal.has("files") && journal.has(ConfigKeys.TABLES.name())) {
            journal.fault(ConfigKeys.TABLES.name(), "means nothing for files; only a database has tables");
        }
        if (journal.has("postgres")) {
            return postgres(root, journal.section("postgres"), tables);
        }
        if (root.has("lease")) {
            root.fault(
                    "lease",
                    "a lease of files lasts as long as its process and has nothing to set; only one in postgres has");
        }
        return journal.has("sqlite")
                ? new JournalPlace.Sqlite(folder.resolve(journal.required("sqlite", "main.db")), tables)
                : new JournalPlace.Files(
                        folder.resolve(journal.has("files") ? journal.required("files", "journal") : "journal"));
    }

    /** Beside the journal, or the configuration where the journal is on no disk of ours. */
    private Path control(Section root, JournalPlace journal, Account account) {
        String ending = ".control";
        if (root.has("control")) {
            return folder.resolve(root.required("control", "main" + ending));
        }
        if (journal instanceof JournalPlace.Files files) {
            return files.folder().resolveSibling(files.folder().getFileName() + ending);
        }
        return journal instanceof JournalPlace.Sqlite sqlite
                ? sqlite.file().resolveSibling(sqlite.file().getFileName() + ending)
                : folder.resolve(account.id().name() + ending);
    }

    private JournalPlace postgres(Section root, Section postgres, boolean tables) {
        postgres.allow(List.of("url", "user", "password", "schema"));
        String url = postgres.required("url", "jdbc:postgresql://localhost:5432/ploy");
        String user = postgres.required("user", "ploy");
        String schema = postgres.required("schema", "main");
        SecretReference password =
                reference(postgres, "password", postgres.required("password", "env:PLOY_DB_PASSWORD"));
        if (!url.isEmpty() && !schema.isEmpty()) {
            try (Secret none = new Secret(new char[0])) {
                postgres.made(
                        url.startsWith("jdbc:postgresql:") ? "schema" : "url",
                        false,
                        () -> !new PostgresSettings(url, user, none, schema, STATEMENT_TIMEOUT)
                                .toString()
                                .isEmpty());
            }
        }
        Section lease = keys(root, "lease", ConfigKeys.LEASE);
        Duration life = lease.value(ConfigKeys.LIFE);
        Duration renewEvery = lease.value(ConfigKeys.RENEW_EVERY);
        if (renewEvery.multipliedBy(2).compareTo(life) >= 0
                || life.minus(renewEvery).compareTo(MARGIN) < 0) {
            lease.fault(
                    "renewEvery",
                    "found " + seconds(renewEvery) + ", allowed less than half of life, " + seconds(life)
                            + ", and 6 s less than it: nothing is sent while less than 5 s of a lease are left");
        }
        return new JournalPlace.Postgres(url, user, password, schema, life, renewEvery, tables);
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1_000.0 + " s";
    }

    private static Section keys(Section root, String key, List<Parameter<?>> keys) {
        return root.section(key).allow(keys.stream().map(Parameter::name).toList());
    }

    private static String digest(String yaml) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(yaml.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
