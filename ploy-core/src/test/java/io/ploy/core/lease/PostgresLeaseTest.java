package io.ploy.core.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ploy.core.persistence.sql.CuttingProxy;
import io.ploy.core.persistence.sql.Postgres;
import io.ploy.core.persistence.sql.PostgresSettings;
import io.ploy.core.persistence.sql.SqlDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("matrix")
final class PostgresLeaseTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final LeaseHolder US = new LeaseHolder("ploy run.yaml", "alpha");
    private static final LeaseHolder THEM = new LeaseHolder("another", "beta");

    private final AtomicLong ticks = new AtomicLong(Long.MAX_VALUE - 1000);
    private final AtomicInteger told = new AtomicInteger();

    /** Renewed by hand. */
    private final LeaseSettings settings =
            new LeaseSettings(Duration.ofMinutes(5), Duration.ofMinutes(2), Duration.ZERO, ticks::get);

    private CuttingProxy proxy;
    private PostgresSettings access;
    private SqlDatabase database;

    @BeforeEach
    void reach() throws IOException {
        proxy = new CuttingProxy(Postgres.port());
        access = Postgres.schema(proxy.port());
        database = SqlDatabase.postgres(access);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
    }

    private PostgresLease take(LeaseHolder holder) {
        PostgresLease lease = PostgresLease.take(database, "main", holder, settings);
        lease.onLost(told::incrementAndGet);
        return lease;
    }

    @Test
    void eachTakingHasATokenOneHigher() {
        for (long token = 1; token <= 3; token++) {
            try (PostgresLease lease = take(US)) {
                assertThat(lease.token()).isEqualTo(token);
                assertThat(lease.isHeld()).isTrue();
            }
        }
        assertThat(told).hasValue(0);
    }

    @Test
    void aSecondHolderIsToldWhoHasItAndUntilWhen() throws SQLException {
        try (PostgresLease lease = take(US)) {
            assertThatThrownBy(() -> take(THEM))
                    .isInstanceOfSatisfying(LeaseHeldException.class, e -> {
                        assertThat(e.holder()).isEqualTo("ploy run.yaml");
                        assertThat(e.host()).isEqualTo("alpha");
                        assertThat(e.endsAt()).isPresent();
                    })
                    .hasMessageContaining("which ends at");
            assertThat(lease.isHeld()).isTrue();
            assertThat(secondsLeft()).isBetween(200.0, 300.0);
        }
    }

    @Test
    void anotherAccountIsAnotherLease() {
        try (PostgresLease first = take(US);
                PostgresLease second = PostgresLease.take(database, "second", THEM, settings)) {
            assertThat(first.isHeld()).isTrue();
            assertThat(second.token()).isEqualTo(1);
        }
    }

    @Test
    void whatRemainsRunsDownAndIsCountedFromBeforeARenewalWasSent() {
        try (PostgresLease lease = take(US)) {
            assertThat(lease.remaining()).isEqualTo(Duration.ofMinutes(5));
            pass(Duration.ofMinutes(2));
            assertThat(lease.remaining()).isEqualTo(Duration.ofMinutes(3));

            assertThat(lease.renew()).isEqualTo(Duration.ofMinutes(2));

            assertThat(lease.remaining()).isEqualTo(Duration.ofMinutes(5));
        }
    }

    @Test
    void aRenewalWhoseAnswerComesLateCountsFromBeforeItWasSent() {
        AtomicInteger calls = new AtomicInteger();
        long[] at = {0};
        // Each look at the clock takes ten seconds, so that before and after differ.
        LeaseSettings slow = new LeaseSettings(Duration.ofMinutes(5), Duration.ofMinutes(2), Duration.ZERO, () -> {
            calls.incrementAndGet();
            return at[0] += Duration.ofSeconds(10).toNanos();
        });
        try (PostgresLease lease = PostgresLease.take(database, "main", US, slow)) {
            long before = at[0];
            lease.renew();
            long looked = at[0] + Duration.ofSeconds(10).toNanos();

            assertThat(lease.remaining())
                    .isEqualTo(Duration.ofMinutes(5).minusNanos(looked - before).plus(Duration.ofSeconds(10)));
        }
    }

    @Test
    void anotherTokenLosesTheLeaseAtOnceAndForGood() {
        try (PostgresLease lease = take(US)) {
            Postgres.execute(access, "UPDATE lease SET token = 2");

            lease.renew();
            assertThat(lease.isHeld()).isFalse();
            assertThat(told).hasValue(1);

            Postgres.execute(access, "UPDATE lease SET token = 1");
            lease.renew();
            assertThat(lease.remaining()).isZero();
            assertThat(told).hasValue(1);
            lease.onLost(told::incrementAndGet);
            assertThat(told).hasValue(2);
        }
        // Not ours to give back any more.
        assertThatThrownBy(() -> take(THEM)).isInstanceOf(LeaseHeldException.class);
    }

    @Test
    void whileTheDatabaseIsGoneItRunsDownAndIsThenLost() {
        try (PostgresLease lease = take(US)) {
            proxy.down();
            pass(Duration.ofMinutes(2));
            assertThat(lease.renew()).isEqualTo(Duration.ofMillis(500));
            assertThat(lease.remaining()).isEqualTo(Duration.ofMinutes(3));
            assertThat(told).hasValue(0);

            proxy.up();
            lease.renew();
            assertThat(lease.remaining()).isEqualTo(Duration.ofMinutes(5));

            proxy.down();
            pass(Duration.ofMinutes(5));
            assertThat(lease.isHeld()).isFalse();
            lease.renew();
            assertThat(told).hasValue(1);

            proxy.up();
            lease.renew();
            assertThat(lease.isHeld()).isFalse();
        }
    }

    @Test
    void aSuccessorWaitsOutALeaseThatIsNotRenewed() {
        PostgresLease first = take(US);
        List<Duration> pauses = new ArrayList<>();

        try (PostgresLease second =
                PostgresLease.take(database, "main", THEM, settings.waitingUpTo(Duration.ofMinutes(6)), pause -> {
                    pauses.add(pause);
                    if (pauses.size() == 5) {
                        Postgres.execute(access, "UPDATE lease SET expires_at = clock_timestamp()");
                    }
                })) {
            assertThat(second.token()).isEqualTo(2);
            assertThat(pauses).hasSize(5);
            first.renew();
            assertThat(first.isHeld()).isFalse();
            assertThat(told).hasValue(1);
        }
        first.close();
    }

    @Test
    void aSuccessorGivesUpAfterItsWait() {
        try (PostgresLease first = take(US)) {
            assertThatThrownBy(() -> PostgresLease.take(
                            database, "main", THEM, settings.waitingUpTo(Duration.ofSeconds(3)), this::pass))
                    .isInstanceOf(LeaseHeldException.class);
            assertThat(first.isHeld()).isTrue();
        }
    }

    @Test
    void ofManyThatRaceForItOneHasIt() throws Exception {
        take(US).close();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<PostgresLease> race = () -> {
                try {
                    return PostgresLease.take(database, "main", THEM, settings);
                } catch (LeaseHeldException e) {
                    return null;
                }
            };
            List<PostgresLease> won = new ArrayList<>();
            for (Future<PostgresLease> each : pool.invokeAll(Collections.nCopies(8, race))) {
                if (each.get() != null) {
                    won.add(each.get());
                }
            }

            assertThat(won).hasSize(1);
            assertThat(won.get(0).token()).isEqualTo(2);
            won.get(0).close();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void itsThreadRenewsItAndEndsWithIt() {
        LeaseSettings quick =
                new LeaseSettings(Duration.ofSeconds(2), Duration.ofMillis(50), Duration.ZERO, System::nanoTime);
        PostgresLease lease = PostgresLease.take(database, "main", US, quick);
        String taken = expiresAt();

        await().atMost(SOON).until(() -> !expiresAt().equals(taken));
        assertThat(lease.isHeld()).isTrue();
        lease.close();
        lease.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("ploy-lease"));
        // It was given back, so nobody waits.
        take(THEM).close();
    }

    @Test
    void itsThreadTellsOfTheLossEvenIfTheListenerClosesIt() {
        LeaseSettings quick =
                new LeaseSettings(Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ZERO, System::nanoTime);
        PostgresLease lease = PostgresLease.take(database, "main", US, quick);
        lease.onLost(lease::close);
        lease.onLost(told::incrementAndGet);

        proxy.down();

        await().atMost(SOON).untilAsserted(() -> assertThat(told).hasValue(1));
        assertThat(lease.isHeld()).isFalse();
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNoLease() {
        proxy.down();

        assertThatThrownBy(() -> take(US)).isInstanceOf(LeaseException.class).hasMessageContaining("main");
    }

    private void pass(Duration time) {
        ticks.addAndGet(time.toNanos());
    }

    private double secondsLeft() throws SQLException {
        try (Connection connection = Postgres.connect(access);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT extract(epoch FROM expires_at - clock_timestamp()) FROM lease")) {
            row.next();
            return row.getDouble(1);
        }
    }

    private String expiresAt() {
        try (Connection connection = Postgres.connect(access);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT expires_at FROM lease")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
