package io.ploy.testkit.polymarket.limit;

import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Counts the requests of every address over all services it is put around, and refuses what exceeds a limit. The venue
 * delays excess before it refuses any; here it is refused at once. Used on the venue's thread, but for {@link #around}.
 */
public final class AddressLimits {
    private static final int MOST_ADDRESSES = 10_000;

    private final List<LimitRule> rules;
    private final Supplier<Instant> now;
    private final Map<String, SlidingWindow[]> windows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SlidingWindow[]> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };
    private boolean on;

    /**
     * Limits with nothing counted yet.
     *
     * @param rules all of which a request must keep
     * @param now the venue's time
     * @param on whether they hold
     */
    public AddressLimits(List<LimitRule> rules, Supplier<Instant> now, boolean on) {
        this.rules = List.copyOf(rules);
        this.now = now;
        this.on = on;
    }

    /**
     * Switches the limits on or off. What was counted stays.
     *
     * @param hold whether they hold from now on
     */
    public void hold(boolean hold) {
        on = hold;
    }

    /**
     * A service behind these limits.
     *
     * @param service answers what is let through
     * @return answers the rest with status 429
     */
    public RestService around(RestService service) {
        return request -> {
            RestService.Turn turn = firstHalf(service, request);
            return () -> {
                admit(request);
                return turn.take();
            };
        };
    }

    /** A refusal in the first half counts too, so it waits for its turn. */
    private static RestService.Turn firstHalf(RestService service, WireRequest request) {
        try {
            return service.receive(request);
        } catch (RefusedException e) {
            return () -> {
                throw e;
            };
        }
    }

    private void admit(WireRequest request) {
        if (!on) {
            return;
        }
        Instant time = now.get();
        SlidingWindow[] ofAddress = windows.computeIfAbsent(host(request.remote()), host -> windows(time));
        for (int i = 0; i < ofAddress.length; i++) {
            LimitRule rule = rules.get(i);
            if (rule.covers(request) && !ofAddress[i].hasRoom(rule.most(), time)) {
                throw wait(ofAddress[i].untilRoom(rule.most(), time));
            }
        }
        for (int i = 0; i < ofAddress.length; i++) {
            if (rules.get(i).covers(request)) {
                ofAddress[i].count(time);
            }
        }
    }

    private SlidingWindow[] windows(Instant time) {
        return rules.stream()
                .map(rule -> new SlidingWindow(rule.window(), time))
                .toArray(SlidingWindow[]::new);
    }

    private static RefusedException wait(Duration wait) {
        String error = "Too Many Requests";
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        return new RefusedException(
                error,
                WireAnswer.json(429, "{\"error\":\"" + error + "\"}").with("Retry-After", Long.toString(seconds)));
    }

    /** The address without its port. */
    private static String host(String remote) {
        int colon = remote.lastIndexOf(':');
        return colon < 0 ? remote : remote.substring(0, colon);
    }
}
