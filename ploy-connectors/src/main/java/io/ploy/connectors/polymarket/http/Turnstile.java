package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests pass one by one, as the venue's limits allow. Cancels go before all else that waits; otherwise first come,
 * first served, but nobody waits for a limit that is not his.
 */
final class Turnstile {
    /** How long a wait may last before it is looked at anew, since others may leave and answers may teach better. */
    private static final long LONGEST_NAP = Duration.ofMillis(50).toNanos();

    private final LimitSettings settings;
    private final TimeSource time;
    private final List<RuleLane> rules = new ArrayList<>();
    private final Map<String, SignerBudget> signers = new LinkedHashMap<>();
    private final List<Waiter> waiting = new ArrayList<>();
    private final Object lock = new Object();

    /** A request on its way, with the limits it is subject to. Not a value: the same call may be on its way twice. */
    private static final class Waiter {
        private final Call call;
        private final List<Lane> lanes;

        Waiter(Call call, List<Lane> lanes) {
            this.call = call;
            this.lanes = lanes;
        }

        boolean isCancel() {
            return call.purpose() == Purpose.CANCEL;
        }
    }

    Turnstile(LimitSettings settings, TimeSource time) {
        this.settings = settings;
        this.time = time;
        long now = time.nanos();
        for (RateRule rule : settings.rules()) {
            rules.add(new RuleLane(rule, settings.reservedPercent(), now));
        }
    }

    /**
     * Waits until a request may be sent.
     *
     * @return how long it waited, in nanoseconds
     * @throws RequestException if it would have to wait past its deadline, or can never pass
     */
    long enter(Call call, Deadline deadline) {
        long start = time.nanos();
        Waiter me = join(call);
        try {
            while (true) {
                long wait = pass(me);
                if (wait == 0) {
                    return time.nanos() - start;
                }
                if (wait >= deadline.leftNanos()) {
                    throw tooLong(call, wait);
                }
                time.pause(Duration.ofNanos(Math.min(wait, LONGEST_NAP)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestException(
                    Failure.NOT_SENT, 0, call + ": not sent, interrupted while it waited for its turn", "", null, e);
        } finally {
            synchronized (lock) {
                waiting.remove(me);
            }
        }
    }

    private Waiter join(Call call) {
        synchronized (lock) {
            List<Lane> lanes = new ArrayList<>();
            for (RuleLane rule : rules) {
                if (rule.rule().matches(call)) {
                    lanes.add(rule);
                }
            }
            Optional<SignerBudget> budget = budget(call);
            budget.ifPresent(found -> {
                found.check(call);
                lanes.add(found.lane(call.purpose()));
            });
            Waiter waiter = new Waiter(call, lanes);
            waiting.add(place(waiter), waiter);
            return waiter;
        }
    }

    private int place(Waiter waiter) {
        int place = waiting.size();
        while (waiter.isCancel() && place > 0 && !waiting.get(place - 1).isCancel()) {
            place--;
        }
        return place;
    }

    private Optional<SignerBudget> budget(Call call) {
        boolean limited = call.purpose() == Purpose.ORDER || call.purpose() == Purpose.CANCEL;
        if (!limited || call.service() != Service.CLOB || settings.tiers().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(signers.computeIfAbsent(
                call.authorization().signer(), signer -> new SignerBudget(signer, settings.tiers(), time.nanos())));
    }

    /** Passes if that is allowed now, else says how long it will take. */
    private long pass(Waiter me) {
        synchronized (lock) {
            long now = time.nanos();
            long wait = 0;
            for (Lane lane : me.lanes) {
                wait = Math.max(wait, waitFor(me, lane, now));
            }
            if (wait == 0) {
                me.lanes.forEach(lane -> lane.pass(me.call, now));
                waiting.remove(me);
            }
            return wait;
        }
    }

    private long waitFor(Waiter me, Lane lane, long now) {
        int ahead = 0;
        long tokensAhead = 0;
        for (Waiter other : waiting.subList(0, waiting.indexOf(me))) {
            if (other.lanes.contains(lane)) {
                ahead++;
                tokensAhead += other.call.tokens();
            }
        }
        return lane.waitFor(me.call, ahead, tokensAhead, now);
    }

    /**
     * Learns from an answer what the venue allows.
     *
     * @param venueNow the venue's time
     * @param retryAfter when the venue says to come back
     */
    void learn(Call call, Answer answer, Instant venueNow, @Nullable Duration retryAfter) {
        synchronized (lock) {
            long now = time.nanos();
            Duration rest = retryAfter != null ? retryAfter : settings.pause();
            boolean signerRefused = budget(call)
                    .map(budget -> budget.learn(call, answer, venueNow, rest, now))
                    .orElse(false);
            if (answer.status() == 429 && !signerRefused) {
                restClass(call, rest, now);
            }
        }
    }

    /** What was refused rests: the kinds of request with a limit of their own, or the whole service if there is none. */
    private void restClass(Call call, Duration rest, long now) {
        List<RuleLane> matching =
                rules.stream().filter(lane -> lane.rule().matches(call)).toList();
        List<RuleLane> kinds =
                matching.stream().filter(lane -> !lane.rule().isTotal()).toList();
        List<RuleLane> resting = kinds.isEmpty()
                ? matching.stream()
                        .filter(lane -> lane.rule().services().size() == 1)
                        .toList()
                : kinds;
        resting.forEach(lane -> lane.rest(rest.toNanos(), now));
    }

    List<SignerReport> report() {
        synchronized (lock) {
            long now = time.nanos();
            return signers.values().stream().map(budget -> budget.report(now)).toList();
        }
    }

    private static RequestException tooLong(Call call, long wait) {
        Duration needed = Duration.ofNanos(wait);
        return new RequestException(
                Failure.NOT_SENT,
                0,
                call + ": not sent, rate limit: would have to wait " + needed.toMillis() + " ms, past its deadline",
                "",
                needed,
                null);
    }
}
