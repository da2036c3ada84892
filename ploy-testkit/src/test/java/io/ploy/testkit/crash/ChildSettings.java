package io.ploy.testkit.crash;

import io.ploy.testkit.crash.Crash.When;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.listing.Catalogue;
import io.ploy.testkit.polymarket.listing.ListedEvent;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** What a process that trades is told, in a file: who it is, where the venue is, what it does and where it ends. */
final class ChildSettings {
    private static final String CONNECTION = "connection.";
    private static final String ACCOUNT = "account.";

    private final Properties properties;

    private ChildSettings(Properties properties) {
        this.properties = properties;
    }

    /** For one account of a venue. */
    static ChildSettings of(PolymarketSimulator venue, TestAccount account, Path journal, long seed) {
        Properties properties = new Properties();
        venue.connectionParameters().forEach((name, value) -> properties.setProperty(CONNECTION + name, value));
        properties.setProperty(
                CONNECTION + "conditions",
                venue.openMarkets().stream().map(ListedMarket::conditionId).collect(Collectors.joining(",")));
        // How many markets an event has, which a conversion must know, is told of events that are asked for by name.
        properties.setProperty(CONNECTION + "events", elections(venue));
        properties.setProperty(CONNECTION + "orderDeadline", "1");
        properties.setProperty(CONNECTION + "cancelDeadline", "2");
        account.connectorParameters().forEach((name, value) -> properties.setProperty(ACCOUNT + name, value));
        properties.setProperty(ACCOUNT + "conversions", "true");
        properties.setProperty("name", account.name());
        properties.setProperty("key", account.privateKey());
        if (account.account().kind() != WalletKind.EOA) {
            properties.setProperty("relayerKey", venue.relayerKey(account));
        }
        properties.setProperty("journal", journal.toString());
        properties.setProperty("seed", Long.toString(seed));
        return new ChildSettings(properties);
    }

    private static String elections(PolymarketSimulator venue) {
        Catalogue catalogue = venue.state().catalogue();
        return venue.state()
                .loop()
                .ask(() -> catalogue.events().stream()
                        .filter(ListedEvent::negRisk)
                        .map(ListedEvent::slug)
                        .collect(Collectors.joining(",")));
    }

    /** The same for a process that trades so long and then ends, unless it is killed before. */
    ChildSettings trading(Duration time, When when, String step, int passage) {
        return doing("trade", when, step, passage).with("millis", Long.toString(time.toMillis()));
    }

    /** The same for a process that begins after one that was killed. */
    ChildSettings recovering(String step, int passage) {
        return doing("recover", When.RECOVERING, step, passage);
    }

    private ChildSettings doing(String mode, When when, String step, int passage) {
        return with("mode", mode)
                .with("when", when.name())
                .with("step", step)
                .with("passage", Integer.toString(passage));
    }

    private ChildSettings with(String name, String value) {
        Properties changed = new Properties();
        changed.putAll(properties);
        changed.setProperty(name, value);
        return new ChildSettings(changed);
    }

    static ChildSettings read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new ChildSettings(properties);
    }

    void write(Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    String get(String name) {
        return properties.getProperty(name, "");
    }

    Map<String, String> connection() {
        return below(CONNECTION);
    }

    Map<String, String> account() {
        return below(ACCOUNT);
    }

    private Map<String, String> below(String prefix) {
        Map<String, String> found = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), properties.getProperty(name));
            }
        }
        return found;
    }

    boolean trades() {
        return get("mode").equals("trade");
    }

    Crash crash() {
        return new Crash(When.valueOf(get("when")), get("step"), Integer.parseInt(get("passage")));
    }
}
