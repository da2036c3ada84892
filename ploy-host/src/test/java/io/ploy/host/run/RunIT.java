package io.ploy.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.testkit.polymarket.record.OrderRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code ploy run} as an operator has it: a process that trades over the wire, gets signals, and is started again. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
@Tag("matrix")
class RunIT {
    private static final String FILES = "journal: {files: journal}\n";

    @TempDir
    Path folder;

    private final RunVenue venue = new RunVenue();

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void aSignalCancelsWhatIsOpenAndAnotherProcessCannotTradeMeanwhile() throws Exception {
        Path config = venue.config(folder, "only", FILES);
        try (RunProcess run = new RunProcess(config, venue.environment())) {
            run.awaitOpenOrders(2);
            assertThat(venue.open()).isNotEmpty();
            try (RunProcess second = new RunProcess(venue.config(folder, "second", FILES), venue.environment())) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.err())
                        .contains("is held by ploy run only.yaml (process ", "--standby waits for it")
                        .doesNotContain("    at ");
                assertThat(second.events()).isEmpty();
            }

            run.signal("TERM");

            assertThat(run.exitCode()).as(run.toString()).isZero();
            assertThat(run.await("stopped").get("settled").asBoolean()).isTrue();
            assertThat(run.err()).isEmpty();
        }
        assertThat(venue.open()).isEmpty();
        assertThat(venue.orders("second")).isEmpty();
    }

    @Test
    void ordersThatAreLeftAreNamedAndTheNextStartGoesOnWithThem() throws Exception {
        HeardSignals.assume("INT");
        Path leaving = venue.config(folder, "leaving", "journal: {sqlite: main.db}\nstop: {orders: leave}\n");
        try (RunProcess run = new RunProcess(leaving, venue.environment())) {
            run.awaitOpenOrders(2);
            run.signal("INT");

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(3);
            List<OrderRow> open = venue.open();
            assertThat(open).isNotEmpty();
            String left = run.await("stopped").get("left").toString();
            open.forEach(order -> assertThat(left).contains(order.id()));
        }
        int left = venue.open().size();
        Path cancelling = venue.config(folder, "cancelling", "journal: {sqlite: main.db}\n");
        try (RunProcess run = new RunProcess(cancelling, venue.environment())) {
            JsonNode start = run.await("started");
            assertThat(start.get("recoveredOrders").asInt()).isEqualTo(left);
            assertThat(start.get("records").asLong()).isPositive();
            assertThat(start.get("token").asLong()).isEqualTo(2);
            run.await("status", status -> status.get("state").asText().equals("trading"));
            run.signal("TERM");

            assertThat(run.exitCode()).as(run.toString()).isZero();
        }
        assertThat(venue.open()).isEmpty();
    }

    @Test
    void aJournalInSqliteHasTablesThatAnyProgramCanReadAndNoneIfTheyAreSwitchedOff() throws Exception {
        Path config = venue.config(folder, "tables", "journal: {sqlite: main.db}\n");
        try (RunProcess run = new RunProcess(config, venue.environment())) {
            run.awaitOpenOrders(2);
            await().until(() ->
                    !query("SELECT order_id FROM orders WHERE status = 'LIVE'").isEmpty());
            run.signal("TERM");

            assertThat(run.exitCode()).as(run.toString()).isZero();
            assertThat(run.err()).isEmpty();
        }
        assertThat(query("SELECT last_record FROM history_progress")).isEqualTo(query("SELECT max(seq) FROM journal"));
        assertThat(query("SELECT DISTINCT strategy || ' ' || status || ' ' || quantity FROM orders"))
                .containsExactly("far CANCELLED 5.0");
        assertThat(query("SELECT venue_order_id FROM orders ORDER BY venue_order_id"))
                .isEqualTo(venue.names());
        assertThat(query("SELECT how FROM runs WHERE ended = 'CLOSED'")).hasSize(1);

        Path without = venue.config(folder, "without", "journal: {sqlite: main.db, tables: false}\n");
        List<String> before = query("SELECT last_record FROM history_progress");
        try (RunProcess run = new RunProcess(without, venue.environment())) {
            run.awaitOpenOrders(2);
            run.signal("TERM");

            assertThat(run.exitCode()).as(run.toString()).isZero();
        }
        assertThat(query("SELECT last_record FROM history_progress")).isEqualTo(before);
    }

    @Test
    void aFillStandsInTheTablesWhileTheRunGoesOn() throws Exception {
        Path config = venue.config(folder, "filled", "journal: {sqlite: main.db}\n");
        Files.writeString(config, Files.readString(config).replace("edge: 0.2", "edge: 0"));
        try (RunProcess run = new RunProcess(config, venue.environment())) {
            run.awaitOpenOrders(1);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !query("SELECT fill_id FROM fills").isEmpty());

            assertThat(query(
                            "SELECT DISTINCT f.strategy || ' ' || f.side || ' ' || f.role || ' ' || (f.price = o.limit_price)"
                                    + " FROM fills f JOIN orders o USING (order_id)"))
                    .contains("far BUY MAKER 1");
            assertThat(query("SELECT sum(quantity_micros) FROM fills WHERE side = 'BUY'"))
                    .isNotEqualTo(List.of("0"));
            run.signal("TERM");
            assertThat(run.exitCode()).as(run.toString()).isIn(0, 3);
        }
        assertThat(venue.names()).containsAll(query("SELECT venue_order_id FROM fills"));
        assertThat(query("SELECT last_record FROM history_progress")).isEqualTo(query("SELECT max(seq) FROM journal"));
    }

    private List<String> query(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("main.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @Test
    void aVenueThatDoesNotAnswerCancelsIsGivenThreeSecondsAfterTheSecondSignal() throws Exception {
        Path config = venue.config(folder, "hurried", FILES + "stop: {ordersWithin: 5m, lookWithin: 1m}\n");
        try (RunProcess run = new RunProcess(config, venue.environment())) {
            run.awaitOpenOrders(2);
            venue.deaf = true;
            run.signal("TERM");
            run.await("stopping");
            await().until(() -> venue.unheard() > 0);
            run.signal("TERM");

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(3);
            JsonNode stopped = run.await("stopped");
            assertThat(stopped.get("settled").asBoolean()).isFalse();
            assertThat(stopped.get("left").findValuesAsText("kind")).contains("order");
            assertThat(stopped.get("left").toString())
                    .contains(venue.open().get(0).id());
        }
    }

    @Test
    void theThirdSignalEndsTheProcessAtOnce() throws Exception {
        HeardSignals.assume("HUP", "INT");
        Path config = venue.config(folder, "halted", FILES + "stop: {ordersWithin: 5m}\n");
        try (RunProcess run = new RunProcess(config, venue.environment())) {
            run.awaitOpenOrders(2);
            venue.deaf = true;
            run.signal("TERM");
            run.await("stopping");
            await().until(() -> venue.unheard() > 0);
            run.signal("HUP");
            run.signal("INT");

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.events())
                    .noneMatch(event -> event.get("event").asText().equals("stopped"));
        }
    }
}
