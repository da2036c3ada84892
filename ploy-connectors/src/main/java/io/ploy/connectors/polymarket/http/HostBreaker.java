package io.ploy.connectors.polymarket.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves a host alone for a while when it fails. */
final class HostBreaker {
    private static final Logger LOG = LoggerFactory.getLogger(HostBreaker.class);

    private final String host;
    private final BreakerSettings settings;
    private final TimeSource time;
    private final CircuitBreaker breaker;
    private volatile long opened;

    HostBreaker(String host, BreakerSettings settings, TimeSource time) {
        this.host = host;
        this.settings = settings;
        this.time = time;
        this.breaker = CircuitBreaker.of(
                host,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(settings.calls())
                        .minimumNumberOfCalls(settings.minimum())
                        .failureRateThreshold(settings.failurePercent())
                        .waitDurationInOpenState(settings.open())
                        .permittedNumberOfCallsInHalfOpenState(settings.trials())
                        .clock(new ElapsedClock(time))
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> moved(event.getStateTransition()));
    }

    private void moved(CircuitBreaker.StateTransition transition) {
        if (transition.getToState() == CircuitBreaker.State.OPEN) {
            opened = time.nanos();
            LOG.warn("{} fails: nothing is sent there for {}", host, settings.open());
        } else {
            LOG.info("{}: circuit {}", host, transition.getToState());
        }
    }

    /** Why a request may not go now; known before it waits for anything else. */
    Optional<RequestException> refusal(Call call) {
        if (mayAlways(call)
                || breaker.getState() != CircuitBreaker.State.OPEN
                || untilTrial().isZero()) {
            return Optional.empty();
        }
        return Optional.of(open(call));
    }

    /**
     * Begins an attempt.
     *
     * @return whether its end must be told
     * @throws RequestException if the host is left alone now
     */
    boolean begin(Call call) {
        boolean permitted = breaker.tryAcquirePermission();
        if (!permitted && !mayAlways(call)) {
            throw open(call);
        }
        return permitted;
    }

    private boolean mayAlways(Call call) {
        return settings.cancelsAlways() && call.purpose() == Purpose.CANCEL;
    }

    /** Tells how an attempt ended. */
    void end(Optional<RequestException> failure) {
        failure.filter(HostBreaker::isHostsFault)
                .ifPresentOrElse(
                        fault -> breaker.onError(0, TimeUnit.NANOSECONDS, fault),
                        () -> breaker.onSuccess(0, TimeUnit.NANOSECONDS));
    }

    /** An attempt that says nothing about the host. */
    void forget() {
        breaker.releasePermission();
    }

    private static boolean isHostsFault(RequestException failure) {
        return failure.failure() == Failure.NOT_SENT || failure.failure().isAmbiguous();
    }

    BreakerState state() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.TRYING;
            case CLOSED, DISABLED, METRICS_ONLY -> BreakerState.CLOSED;
        };
    }

    private Duration untilTrial() {
        Duration left = settings.open().minusNanos(time.nanos() - opened);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private RequestException open(Call call) {
        Duration left = untilTrial();
        String when = left.isZero() ? "others are finding out whether it is back" : "it is tried again in " + left;
        return new RequestException(
                Failure.NOT_SENT, 0, call + ": not sent, " + host + " has failed too often; " + when, "", left, null);
    }
}
