package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.http.Endpoints.Endpoint;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Makes one attempt at one address and says what its answer means. */
final class Exchange {
    private static final int MAX_REDIRECTS = 3;

    private final Wire wire;
    private final Turnstile turnstile;
    private final ClockOffset clock;

    Exchange(Wire wire, Turnstile turnstile, ClockOffset clock) {
        this.wire = wire;
        this.turnstile = turnstile;
        this.clock = clock;
    }

    Proof prove(Call call) {
        return Proof.of(call, call.path(), clock.now().getEpochSecond());
    }

    /**
     * Makes one attempt.
     *
     * @throws RequestException for every end but a good answer
     */
    Reply send(Call call, Endpoint endpoint, Proof proof, long timeoutNanos) {
        boolean permitted = endpoint.breaker().begin(call);
        try {
            Reply reply = exchange(call, endpoint, proof, timeoutNanos);
            tell(endpoint, permitted, Optional.empty());
            return reply;
        } catch (RequestException e) {
            tell(endpoint, permitted, Optional.of(e));
            throw e;
        }
    }

    private static void tell(Endpoint endpoint, boolean permitted, Optional<RequestException> failure) {
        if (!permitted) {
            return;
        }
        if (Thread.currentThread().isInterrupted()) {
            endpoint.breaker().forget();
        } else {
            endpoint.breaker().end(failure);
        }
    }

    private Reply exchange(Call call, Endpoint endpoint, Proof proof, long timeoutNanos) {
        HttpUrl url = endpoint.url(call);
        Answer answer = wire.send(call, url, proof, timeoutNanos);
        for (int hops = 0; hops < MAX_REDIRECTS; hops++) {
            Optional<HttpUrl> target = Redirect.of(call, url, endpoint, answer);
            if (target.isEmpty()) {
                break;
            }
            url = target.get();
            String path = url.encodedPath().substring(endpoint.prefix().length());
            answer = wire.send(call, url, Proof.of(call, path, clock.now().getEpochSecond()), timeoutNanos);
        }
        @Nullable RequestException failure = Verdict.of(call, endpoint.host(), answer, proof, clock.now());
        turnstile.learn(
                call,
                answer,
                clock.now(),
                failure == null ? null : failure.retryAfter().orElse(null));
        if (failure != null) {
            throw failure;
        }
        return new Reply(answer.status(), answer.body());
    }
}
