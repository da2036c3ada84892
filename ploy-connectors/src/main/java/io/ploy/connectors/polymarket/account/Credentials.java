package io.ploy.connectors.polymarket.account;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.auth.L2Authorization;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An account's credentials, as they were given or fetched once when first needed. After a failure the venue is left alone
 * for a moment, and whoever asks meanwhile hears of the same failure. Credentials that the venue refuses are derived once more,
 * beside the work and not in a loop: refusals shortly after that change nothing.
 *
 * <p><b>Threading.</b> Thread-safe. The first use waits for the network, the others wait for the first.
 */
final class Credentials implements Authorization {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration AFTER_RENEWAL = Duration.ofSeconds(10);

    private final Address key;
    private final CredentialSource source;
    private final Executor worker;
    private final AccountAlerts alerts;
    private final TimeSource time;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Held held;
    private @Nullable RequestException failure;
    private long failedAt;
    private long renewedAt;
    private volatile Runnable whenRenewed = () -> {};

    private record Held(ApiCredentials credentials, L2Authorization authorization) {}

    /**
     * Credentials not fetched yet.
     *
     * @param key whose they are
     * @param source gives or fetches them
     * @param worker fetches them once more
     * @param alerts told when they were refused
     */
    Credentials(Address key, CredentialSource source, Executor worker, AccountAlerts alerts, TimeSource time) {
        this.key = key;
        this.source = source;
        this.worker = worker;
        this.alerts = alerts;
        this.time = time;
        this.renewedAt = time.nanos() - AFTER_RENEWAL.toNanos();
    }

    /**
     * The credentials.
     *
     * @throws RequestException if they cannot be had now
     */
    ApiCredentials get() {
        return held().credentials();
    }

    /**
     * Whether an API key is the account's: that of the credentials, or of those it had before.
     *
     * @param apiKey as the venue names who owns something
     */
    boolean isOwn(String apiKey) {
        return known.contains(apiKey);
    }

    /**
     * Says what to do when the credentials were fetched once more. Runs on a thread that may wait.
     *
     * @param then in place of what was said before
     */
    void whenRenewed(Runnable then) {
        whenRenewed = then;
    }

    private Held held() {
        Held now = held;
        return now != null ? now : first();
    }

    private synchronized Held first() {
        Held now = held;
        if (now != null) {
            return now;
        }
        if (failure != null && time.nanos() - failedAt < AFTER_FAILURE.toNanos()) {
            throw failure;
        }
        try {
            return hold(source.first());
        } catch (RequestException e) {
            failure = e;
            failedAt = time.nanos();
            throw e;
        }
    }

    private Held hold(ApiCredentials credentials) {
        Held now = new Held(credentials, new L2Authorization(key, credentials));
        known.add(credentials.key());
        held = now;
        failure = null;
        return now;
    }

    /** Fetches the credentials once more, unless that was done a moment ago. Does not wait. */
    @Override
    public synchronized void refused() {
        if (held != null && time.nanos() - renewedAt >= AFTER_RENEWAL.toNanos()) {
            renewedAt = time.nanos();
            Workers.run(worker, this::renew);
        }
    }

    private void renew() {
        try {
            source.again().ifPresentOrElse(this::renewed, () -> keep("it has none for the key"));
        } catch (RequestException e) {
            keep(String.valueOf(e.getMessage()));
        }
    }

    private void renewed(ApiCredentials fetched) {
        synchronized (this) {
            hold(fetched);
        }
        alerts.warn(
                "credentials.renewed",
                key.hex(),
                "The venue refused the API credentials of " + key
                        + ", and gave them once more: trading goes on with them.");
        whenRenewed.run();
    }

    private void keep(String why) {
        alerts.critical(
                "account.setup",
                key.hex(),
                "The venue refuses the API credentials of " + key + ", and there are no others: " + why
                        + ". If they were withdrawn, start again to have new ones made; if they were given, give those that"
                        + " the venue knows.");
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
