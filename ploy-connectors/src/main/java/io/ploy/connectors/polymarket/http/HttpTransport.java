package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests over HTTP, HTTP/2 where the venue speaks it.
 *
 * <p>Before a request leaves it waits for the venue's limits, as long as its deadline allows. A host that keeps failing is
 * left alone for a while. Reads go on to another address when one fails, reads and cancels are repeated after a pause;
 * what places orders or writes is sent once, whatever happens, and the way it failed says whether it may have been carried
 * out.
 *
 * <p><b>Threading.</b> Thread-safe. Calls wait on the caller's thread; interrupting it ends the wait.
 */
public final class HttpTransport implements Transport, AutoCloseable {
    private static final int IDLE_CONNECTIONS = 8;

    /** How often a connection of HTTP/2 is tested: one that died quietly must not be found out by an order. */
    private static final Duration PING = Duration.ofSeconds(10);

    private final HttpSettings settings;
    private final TimeSource time;
    private final Wire wire;
    private final Turnstile turnstile;
    private final ClockOffset clock;
    private final Upkeep upkeep;
    private final Attempts.Means means;
    private final Map<Service, Endpoints> endpoints = new EnumMap<>(Service.class);
    private final Map<Service, Counters> counters = new EnumMap<>(Service.class);
    private volatile long lastTrading;
    private volatile boolean closed;

    /**
     * A transport with connections of its own.
     *
     * @param settings how requests are made
     * @param time for deadlines, limits and pauses; stays the caller's
     * @param random spreads pauses; used by one thread at a time
     */
    public HttpTransport(HttpSettings settings, TimeSource time, RandomGenerator random) {
        this(
                settings,
                time,
                random,
                new OkHttpClient.Builder()
                        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES))
                        .pingInterval(PING)
                        // With it, an interrupted caller gets an exception that OkHttp does not declare.
                        .fastFallback(false)
                        .build());
    }

    /** With another client underneath, for one that trusts other certificates. */
    HttpTransport(HttpSettings settings, TimeSource time, RandomGenerator random, OkHttpClient client) {
        this.settings = settings;
        this.time = time;
        this.wire = new Wire(settings, client);
        this.turnstile = new Turnstile(settings.limits(), time);
        this.clock = new ClockOffset(settings.clock(), time, this);
        Map<String, HostBreaker> breakers = new HashMap<>();
        for (Service service : Service.values()) {
            endpoints.put(service, new Endpoints(settings.endpoints(service), settings.breaker(), time, breakers));
            counters.put(service, new Counters());
        }
        this.means = new Attempts.Means(
                new Exchange(wire, turnstile, clock),
                turnstile,
                new Repeats(settings.retry(), random),
                time,
                () -> closed);
        this.lastTrading = time.nanos() - settings.keepWarm().toNanos();
        this.upkeep = new Upkeep(settings, time, this, clock, () -> lastTrading);
    }

    /** Begins to follow the venue's time and to keep a connection open, as the settings say. Call once; does not wait. */
    public void start() {
        upkeep.start();
    }

    @Override
    public Reply execute(Call call) {
        Counters counter = Objects.requireNonNull(counters.get(call.service()));
        try {
            Reply reply = attempts(call, counter).run();
            counter.answered();
            return reply;
        } catch (RequestException e) {
            counter.failed(e.failure());
            if (e.failure() == Failure.UNAUTHORIZED) {
                call.authorization().refused();
            }
            throw e;
        } finally {
            if (call.service() == Service.CLOB) {
                lastTrading = time.nanos();
            }
        }
    }

    private Attempts attempts(Call call, Counters counter) {
        if (closed) {
            throw new RequestException(
                    Failure.NOT_SENT, 0, call + ": not sent, the transport is closed", "", null, null);
        }
        Timing timing = settings.timing(call.service(), call.purpose());
        @Nullable Duration own = call.within();
        Deadline deadline = new Deadline(time, own != null ? own : timing.deadline());
        return new Attempts(
                call,
                deadline,
                timing.attempt(),
                Objects.requireNonNull(endpoints.get(call.service())),
                counter,
                means);
    }

    /** The venue's time. */
    public ClockOffset clock() {
        return clock;
    }

    /** How requests have fared until now. */
    public HttpReport report() {
        List<ServiceReport> services = new ArrayList<>();
        counters.forEach((service, counter) -> services.add(counter.report(
                service, Objects.requireNonNull(endpoints.get(service)).report())));
        return new HttpReport(services, turnstile.report(), clock.report());
    }

    /** Ends what is under way, which then fails, and gives connections and threads back. */
    @Override
    public void close() {
        closed = true;
        wire.close();
        upkeep.close();
    }
}
