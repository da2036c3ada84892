package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.http.Endpoints.Endpoint;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One call from its first attempt to its end. For one thread. */
final class Attempts {
    private final Call call;
    private final Deadline deadline;
    private final Duration longest;
    private final Endpoints endpoints;
    private final Counters counters;
    private final Means means;
    private int made;
    private int address;
    private int failedInRound;
    private int refusedInRound;
    private int round = 1;
    private @Nullable RequestException doubtful;

    /**
     * What all calls share.
     *
     * @param exchange makes an attempt
     * @param turnstile keeps to the limits
     * @param repeats says what is repeated
     * @param time for pauses
     * @param closed whether the transport is
     */
    record Means(Exchange exchange, Turnstile turnstile, Repeats repeats, TimeSource time, BooleanSupplier closed) {}

    /**
     * Nothing attempted yet.
     *
     * @param longest how long one attempt may take
     */
    Attempts(Call call, Deadline deadline, Duration longest, Endpoints endpoints, Counters counters, Means means) {
        this.call = call;
        this.deadline = deadline;
        this.longest = longest;
        this.endpoints = endpoints;
        this.counters = counters;
        this.means = means;
        this.address = endpoints.first(call);
    }

    Reply run() {
        try {
            while (true) {
                Endpoint endpoint = endpoints.at(address);
                @Nullable
                RequestException failed = endpoint.breaker().refusal(call).orElse(null);
                if (failed == null) {
                    counters.waited(means.turnstile().enter(call, deadline));
                    Proof proof = means.exchange().prove(call);
                    try {
                        return send(endpoint, proof);
                    } catch (RequestException e) {
                        failed = e;
                    }
                } else {
                    refusedInRound++;
                }
                prepareNext(failed);
            }
        } catch (RequestException last) {
            throw end(last);
        }
    }

    private Reply send(Endpoint endpoint, Proof proof) {
        long left = deadline.leftNanos();
        if (left <= 0) {
            throw new RequestException(
                    Failure.NOT_SENT, 0, call + ": not sent, its deadline has passed", "", null, null);
        }
        Instant startBy = call.startBy();
        if (startBy != null && means.time().now().isAfter(startBy)) {
            throw new RequestException(
                    Failure.NOT_SENT, 0, call + ": not sent, it was not to start after " + startBy, "", null, null);
        }
        if (!call.isPermitted()) {
            throw new RequestException(
                    Failure.NOT_SENT, 0, call + ": not sent, it is no longer permitted", "", null, null);
        }
        counters.attempted();
        Reply reply = means.exchange().send(call, endpoint, proof, Math.min(left, longest.toNanos()));
        endpoints.answered(call, endpoint);
        return reply;
    }

    /** Chooses the next address and waits if need be; throws the failure if it is the end. */
    private void prepareNext(RequestException failed) {
        made++;
        failedInRound++;
        if (failed.failure().isAmbiguous()) {
            doubtful = failed;
        }
        boolean over = means.closed().getAsBoolean() || Thread.currentThread().isInterrupted();
        if (over || !means.repeats().allow(call, failed, made)) {
            throw failed;
        }
        boolean roundIsOver = true;
        if (call.purpose() == Purpose.READ && means.repeats().isOfItsAddress(failed)) {
            address++;
            roundIsOver = failedInRound >= endpoints.size();
        }
        if (roundIsOver) {
            pause(failed);
        }
        counters.repeated();
    }

    private void pause(RequestException failed) {
        if (refusedInRound == failedInRound) {
            throw failed; // every address is left alone, which is known at once
        }
        Duration pause = means.repeats().pause(round, failed);
        if (pause.toNanos() >= deadline.leftNanos()) {
            throw failed;
        }
        try {
            means.time().pause(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed.addSuppressed(e);
            throw failed;
        }
        round++;
        failedInRound = 0;
        refusedInRound = 0;
    }

    /**
     * What a cancel ends with. Its last attempt may be known to have come to nothing, but that takes nothing away from the
     * doubt about an earlier one, unless the venue judged the cancel itself.
     */
    private RequestException end(RequestException last) {
        RequestException doubt = doubtful;
        boolean judged = last.failure() == Failure.REFUSED || last.failure() == Failure.NOT_FOUND;
        if (call.purpose() != Purpose.CANCEL || doubt == null || last.failure().isAmbiguous() || judged) {
            return last;
        }
        doubt.addSuppressed(last);
        return doubt;
    }
}
