package io.ploy.connectors.polymarket.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.connectors.polymarket.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpkeepTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final ManualTime time = new ManualTime(NOW);
    private final LocalVenue venue = LocalVenue.plain();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int ahead = 100;
    private HttpTransport transport = venue.transport(time);

    @BeforeEach
    void serve() {
        venue.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                asked.add(request.getTarget());
                boolean clock = request.getTarget().equals("/time");
                return clock && ahead < 0
                        ? new MockResponse.Builder().code(404).build()
                        : new MockResponse.Builder()
                                .body(clock ? "" + time.now().plusSeconds(ahead).getEpochSecond() : "\"OK\"")
                                .build();
            }
        });
    }

    @AfterEach
    void close() {
        transport.close();
        venue.close();
    }

    @Test
    void nothingIsAskedUnlessStarted() {
        time.advance(Duration.ofHours(1));

        assertThat(asked).isEmpty();
        assertThat(time.pending()).isZero();
    }

    @Test
    void venuesTimeIsAskedForAtTheStartAndUsedInProofs() {
        transport.start();
        await().until(() -> !transport.clock().offset().isZero());
        long[] signed = new long[1];

        transport.execute(Call.get(Service.CLOB, "/data/orders")
                .authorized((method, path, body, seconds, header) -> signed[0] = seconds));

        assertThat(signed[0]).isBetween(NOW.getEpochSecond() + 99, NOW.getEpochSecond() + 101);
        assertThat(transport.report().clock().offset())
                .isEqualTo(transport.clock().offset());
    }

    @Test
    void venuesTimeIsAskedForAgain() {
        only(ClockSettings.defaults(), Duration.ZERO);
        await().until(() -> time.pending() == 1);

        time.advance(Duration.ofMinutes(1));

        await().until(() -> asked.equals(List.of("/time", "/time")));
    }

    @Test
    void venuesTimeThatIsNotKnownIsAskedForSoon() {
        ahead = -1;
        only(ClockSettings.defaults(), Duration.ZERO);
        await().until(() -> time.pending() == 1);
        ahead = 100;

        time.advance(Duration.ofSeconds(5));

        await().until(() -> !transport.clock().offset().isZero());
    }

    @Test
    void machinesTimeIsUsedWhenTheVenuesIsNotFollowed() {
        only(ClockSettings.off(), Duration.ofSeconds(30));
        await().until(() -> time.pending() == 1);

        assertThat(asked).containsExactly("/ok");
        assertThat(transport.clock().offset()).isZero();
    }

    @Test
    void quietConnectionIsKeptOpen() {
        only(ClockSettings.off(), Duration.ofSeconds(30));
        await().until(() -> time.pending() == 1);

        time.advance(Duration.ofSeconds(29));
        assertThat(asked).hasSize(1);
        time.advance(Duration.ofSeconds(1));

        await().until(() -> asked.equals(List.of("/ok", "/ok")));
        await().until(() -> time.pending() == 1);
    }

    @Test
    void busyConnectionNeedsNoKeepingOpen() {
        only(ClockSettings.off(), Duration.ofSeconds(30));
        await().until(() -> time.pending() == 1);
        time.advance(Duration.ofSeconds(20));
        transport.execute(Call.get(Service.CLOB, "/book"));

        time.advance(Duration.ofSeconds(10));
        await().until(() -> time.pending() == 1);
        assertThat(asked).containsExactly("/ok", "/book");
        time.advance(Duration.ofSeconds(20));

        await().until(() -> asked.equals(List.of("/ok", "/book", "/ok")));
    }

    @Test
    void closingEndsIt() {
        only(ClockSettings.defaults(), Duration.ofSeconds(30));
        await().until(() -> time.pending() == 2);
        transport.close();
        int before = asked.size();

        time.advance(Duration.ofHours(1));

        assertThat(asked).hasSize(before);
    }

    /** A plugin's classes are gone once it is closed, so its threads must be, too. */
    @Test
    void closingWaitsForWhatIsUnderWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        Thread closer = Thread.currentThread();
        HttpSettings settings = HttpSettings.builder()
                .clock(ClockSettings.off())
                .keepWarm(Duration.ofSeconds(30))
                .build();
        Transport slow = call -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                while (closer.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
                over.set(true);
            }
            return new Reply(200, new byte[0]);
        };
        Upkeep upkeep = new Upkeep(
                settings,
                time,
                slow,
                transport.clock(),
                () -> -Duration.ofHours(1).toNanos());
        upkeep.start();
        begun.await();

        upkeep.close();

        assertThat(over).isTrue();
    }

    private void only(ClockSettings clock, Duration keepWarm) {
        transport.close();
        transport = venue.transport(time, settings -> settings.clock(clock).keepWarm(keepWarm));
        transport.start();
    }
}
