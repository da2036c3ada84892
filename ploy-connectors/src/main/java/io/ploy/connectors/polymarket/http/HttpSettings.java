package io.ploy.connectors.polymarket.http;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How requests are made. {@link #defaults()} is right for the venue as it is; tests and operators change what they need.
 * Immutable.
 */
public final class HttpSettings {
    private final Map<Service, List<URI>> endpoints;
    private final Map<Service, Map<Purpose, Timing>> timings;
    private final String userAgent;
    private final Duration connectTimeout;
    private final int maxBodyBytes;

    private final RetrySettings retry;
    private final LimitSettings limits;
    private final BreakerSettings breaker;
    private final ClockSettings clock;
    private final Duration keepWarm;

    private HttpSettings(Builder builder) {
        this.endpoints = new EnumMap<>(builder.endpoints);
        this.timings = new EnumMap<>(Service.class);
        builder.timings.forEach((service, byPurpose) -> timings.put(service, new EnumMap<>(byPurpose)));
        this.userAgent = builder.userAgent;
        this.connectTimeout = builder.connectTimeout;
        this.maxBodyBytes = builder.maxBodyBytes;
        this.retry = builder.retry;
        this.limits = builder.limits;
        this.breaker = builder.breaker;
        this.clock = builder.clock;
        this.keepWarm = builder.keepWarm;
    }

    /** The venue's own addresses, its limits and times that suit it. */
    public static HttpSettings defaults() {
        return builder().build();
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where a service is, the primary address first. Reads go on to the next when one fails, all else goes to the first. */
    public List<URI> endpoints(Service service) {
        return Objects.requireNonNull(endpoints.get(service));
    }

    /** How long a request may take. */
    public Timing timing(Service service, Purpose purpose) {
        return Objects.requireNonNull(
                Objects.requireNonNull(timings.get(service)).get(purpose));
    }

    /** What requests say about who sends them. */
    public String userAgent() {
        return userAgent;
    }

    /** How long connecting to one address may take. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** The largest answer that is read. */
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    /** How reads and cancels are repeated. */
    public RetrySettings retry() {
        return retry;
    }

    /** The limits that requests keep to. */
    public LimitSettings limits() {
        return limits;
    }

    /** When a host that fails is left alone. */
    public BreakerSettings breaker() {
        return breaker;
    }

    /** How the venue's time is followed. */
    public ClockSettings clock() {
        return clock;
    }

    /** How long trading may be quiet before a cheap request keeps its connection open; zero for never. */
    public Duration keepWarm() {
        return keepWarm;
    }

    /** Changes some settings. Not thread-safe. */
    public static final class Builder {
        private final Map<Service, List<URI>> endpoints = new EnumMap<>(Service.class);
        private final Map<Service, Map<Purpose, Timing>> timings = new EnumMap<>(Service.class);
        private String userAgent = "ploy";
        private Duration connectTimeout = Duration.ofSeconds(2);
        private int maxBodyBytes = 32 << 20;
        private RetrySettings retry = RetrySettings.defaults();
        private LimitSettings limits = LimitSettings.defaults();
        private BreakerSettings breaker = BreakerSettings.defaults();
        private ClockSettings clock = ClockSettings.defaults();
        private Duration keepWarm = Duration.ofSeconds(30);

        private Builder() {
            endpoints(Service.CLOB, URI.create("https://clob.polymarket.com"));
            endpoints(Service.GAMMA, URI.create("https://gamma-api.polymarket.com"));
            endpoints(Service.DATA, URI.create("https://data-api.polymarket.com"));
            endpoints(Service.RELAYER, URI.create("https://relayer-v2.polymarket.com"));
            endpoints(Service.SITE, URI.create("https://polymarket.com"));
            for (Service service : Service.values()) {
                timing(service, Purpose.READ, new Timing(Duration.ofSeconds(10), Duration.ofSeconds(4)));
                timing(service, Purpose.CANCEL, new Timing(Duration.ofSeconds(10), Duration.ofSeconds(3)));
                timing(service, Purpose.ORDER, new Timing(Duration.ofSeconds(10), Duration.ofSeconds(10)));
                timing(service, Purpose.WRITE, new Timing(Duration.ofSeconds(10), Duration.ofSeconds(10)));
            }
            timing(Service.RELAYER, Purpose.WRITE, new Timing(Duration.ofSeconds(30), Duration.ofSeconds(30)));
        }

        /**
         * Where a service is.
         *
         * @param service whose addresses
         * @param primary where everything goes at first
         * @param others where reads may go when the primary fails
         */
        public Builder endpoints(Service service, URI primary, URI... others) {
            List<URI> all = new ArrayList<>();
            all.add(checked(primary));
            for (URI other : others) {
                all.add(checked(other));
            }
            endpoints.put(service, List.copyOf(all));
            return this;
        }

        private static URI checked(URI address) {
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (!web
                    || address.getHost() == null
                    || address.getRawQuery() != null
                    || address.getRawFragment() != null) {
                throw new IllegalArgumentException(
                        "an address must be http or https with a host, without query or fragment: " + address);
            }
            if (address.getRawUserInfo() != null) {
                throw new IllegalArgumentException("an address must not carry a user: host " + address.getHost());
            }
            return address;
        }

        /** How long requests of one kind may take. */
        public Builder timing(Service service, Purpose purpose, Timing timing) {
            timings.computeIfAbsent(service, any -> new EnumMap<>(Purpose.class))
                    .put(purpose, timing);
            return this;
        }

        /** What requests say about who sends them. The venue's edge turns some libraries' own names away. */
        public Builder userAgent(String name) {
            if (name.isBlank() || !name.chars().allMatch(c -> c >= ' ' && c < 127)) {
                throw new IllegalArgumentException("a user agent must be printable ASCII: " + name);
            }
            userAgent = name;
            return this;
        }

        /** How long connecting to one address may take. */
        public Builder connectTimeout(Duration timeout) {
            if (timeout.toMillis() < 1) {
                throw new IllegalArgumentException("connecting must be given a millisecond or more: " + timeout);
            }
            connectTimeout = timeout;
            return this;
        }

        /** The largest answer that is read; a larger one counts as unreadable. */
        public Builder maxBodyBytes(int bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("the largest answer must have a byte or more: " + bytes);
            }
            maxBodyBytes = bytes;
            return this;
        }

        /** How reads and cancels are repeated. */
        public Builder retry(RetrySettings settings) {
            retry = settings;
            return this;
        }

        /** The limits that requests keep to. */
        public Builder limits(LimitSettings settings) {
            limits = settings;
            return this;
        }

        /** When a host that fails is left alone. */
        public Builder breaker(BreakerSettings settings) {
            breaker = settings;
            return this;
        }

        /** How the venue's time is followed. */
        public Builder clock(ClockSettings settings) {
            clock = settings;
            return this;
        }

        /** How long trading may be quiet before a cheap request keeps its connection open; zero for never. */
        public Builder keepWarm(Duration quiet) {
            if (quiet.isNegative()) {
                throw new IllegalArgumentException("the quiet time must not be negative: " + quiet);
            }
            keepWarm = quiet;
            return this;
        }

        /** The settings. */
        public HttpSettings build() {
            return new HttpSettings(this);
        }
    }
}
