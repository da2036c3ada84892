package io.ploy.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Three processes, one account, a real PostgreSQL: one trades at a time, whatever becomes of the one before. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(180)
@Tag("matrix")
class TakeOverIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void aLeaderThatFreezesOrDiesIsFollowedByAStandbyAndSendsNothingAfterwards() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                RunVenue venue = new RunVenue();
                RunProcess frozen = new RunProcess(config(venue, server, "frozen"), venue.environment())) {
            frozen.awaitOpenOrders(2);
            try (RunProcess next = new RunProcess(config(venue, server, "next"), venue.environment(), "--standby")) {
                assertThat(next.await("standby").get("why").asText()).contains("is held by ploy run frozen.yaml");

                frozen.signal("STOP");
                JsonNode start = next.await("started");
                int sent = venue.orders("frozen").size();
                assertThat(start.get("token").asLong()).isEqualTo(2);
                assertThat(start.get("recoveredOrders").asInt()).isPositive();
                trades(venue, next);
                frozen.signal("CONT");

                assertThat(frozen.exitCode()).as(frozen.toString()).isEqualTo(4);
                assertThat(frozen.await(
                                        "alert",
                                        alert -> alert.get("code").asText().equals("lease.lost"))
                                .get("severity")
                                .asText())
                        .isEqualTo("critical");
                assertThat(venue.orders("frozen")).hasSize(sent);
                assertThat(number(
                                server,
                                "SELECT count(*) FROM main.journal a, main.journal b"
                                        + " WHERE a.token = 1 AND b.token = 2 AND a.seq > b.seq"))
                        .as("records of the first after those of the second")
                        .isZero();
                killed(server, venue, next);
            }
        }
    }

    private void killed(EmbeddedPostgres server, RunVenue venue, RunProcess leader) throws Exception {
        try (RunProcess last = new RunProcess(config(venue, server, "last"), venue.environment(), "--standby")) {
            assertThat(last.await("standby").get("why").asText()).contains("is held by ploy run next.yaml");
            assertThat(venue.orders("last")).isEmpty();

            leader.signal("KILL");
            assertThat(last.await("started").get("token").asLong()).isEqualTo(3);
            trades(venue, last);
            last.signal("TERM");

            assertThatWhatIsLeftWasOnItsWay(last);
            assertThat(venue.open()).isEmpty();
            assertThat(number(server, "SELECT max(seq) - count(*) FROM main.journal"))
                    .as("records that are missing")
                    .isZero();
        }
    }

    /** An order that was on its way when its process was killed may be in doubt for longer than its successor runs here. */
    private static void assertThatWhatIsLeftWasOnItsWay(RunProcess ended) throws InterruptedException {
        int code = ended.exitCode();
        JsonNode stopped = ended.await("stopped");
        assertThat(code).as(ended.toString()).isEqualTo(stopped.get("settled").asBoolean() ? 0 : 3);
        assertThat(stopped.path("left")).as(ended.toString()).allSatisfy(left -> {
            assertThat(left.get("kind").asText()).isEqualTo("order");
            assertThat(left.get("id").asText()).matches("main-[12]-\\d+");
            assertThat(left.get("detail").asText()).startsWith("unknown, ");
        });
    }

    private static void trades(RunVenue venue, RunProcess run) {
        run.await("status", status -> status.get("state").asText().equals("trading"));
        await().atMost(PATIENCE).until(() -> !venue.open().isEmpty());
    }

    private Path config(RunVenue venue, EmbeddedPostgres server, String name) throws Exception {
        return venue.config(folder, name, """
                journal:
                  postgres:
                    url: jdbc:postgresql://localhost:%d/postgres
                    user: postgres
                    password: env:PLOY_DB_PASSWORD
                    schema: main
                lease: {life: 8, renewEvery: 1}
                """.formatted(server.getPort()));
    }

    private static long number(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }
}
