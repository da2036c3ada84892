package io.ploy.connectors.polymarket.account;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.auth.L2Authorization;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An account's credentials, as they were given or fetched once when first needed. After a failure the venue is left alone
 * for a moment, and whoever asks meanwhile hears of the same failure.
 *
 * <p><b>Threading.</b> Thread-safe. The first use waits for the network, the others wait for the first.
 */
final class Credentials implements Authorization {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Address key;
    private final Supplier<ApiCredentials> source;
    private final TimeSource time;
    private @Nullable Held held;
    private @Nullable RequestException failure;
    private long failedAt;

    private record Held(ApiCredentials credentials, L2Authorization authorization) {}

    /**
     * Credentials not fetched yet.
     *
     * @param key whose they are
     * @param source gives or fetches them
     */
    Credentials(Address key, Supplier<ApiCredentials> source, TimeSource time) {
        this.key = key;
        this.source = source;
        this.time = time;
    }

    /**
     * The credentials.
     *
     * @throws RequestException if they cannot be had now
     */
    ApiCredentials get() {
        return held().credentials();
    }

    private synchronized Held held() {
        if (held != null) {
            return held;
        }
        if (failure != null && time.nanos() - failedAt < AFTER_FAILURE.toNanos()) {
            throw failure;
        }
        try {
            ApiCredentials credentials = source.get();
            held = new Held(credentials, new L2Authorization(key, credentials));
            failure = null;
            return held;
        } catch (RequestException e) {
            failure = e;
            failedAt = time.nanos();
            throw e;
        }
    }

    @Override
    public void sign(String method, String path, byte[] body, long epochSeconds, BiConsumer<String, String> header) {
        held().authorization().sign(method, path, body, epochSeconds, header);
    }

    /** Each key has limits of its own. */
    @Override
    public String signer() {
        return key.hex();
    }

    @Override
    public String toString() {
        return "credentials of " + key;
    }
}
