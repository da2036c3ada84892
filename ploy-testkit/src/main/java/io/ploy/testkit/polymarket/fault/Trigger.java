package io.ploy.testkit.polymarket.fault;

import io.ploy.core.sim.Timeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Decides when one injected fault strikes. Every occasion has random numbers of its own, made of seed, fault, name and the
 * occasion's number, so that no fault shifts another's draws. On the venue's thread.
 */
public final class Trigger {
    private final FaultSpec spec;
    private final long seed;
    private final Timeline timeline;
    private final FaultLog log;
    private @Nullable Instant armedAt;
    private boolean over;
    private long occasions;
    private long fired;
    private Runnable onFirst = () -> {};
    private Runnable onOver = () -> {};
    private Runnable onExpired = () -> {};
    private boolean expired;
    private SplittableRandom random;

    /**
     * A trigger that is not armed yet.
     *
     * @param spec what is asked for
     * @param seed of the scenario
     * @param timeline the venue's time
     * @param log where strikes are written down
     */
    public Trigger(FaultSpec spec, long seed, Timeline timeline, FaultLog log) {
        this.spec = spec;
        this.timeline = timeline;
        this.log = log;
        CRC32 mixed = new CRC32();
        mixed.update((spec.fault() + " " + spec.name()).getBytes(StandardCharsets.UTF_8));
        this.seed = seed ^ (mixed.getValue() * 0x9E3779B97F4A7C15L);
        random = new SplittableRandom(this.seed);
    }

    /**
     * What is asked for.
     *
     * @return as given
     */
    public FaultSpec spec() {
        return spec;
    }

    /**
     * Says who is told of the first strike, of the end, and of the time being up.
     *
     * @param first told once
     * @param end told once, when it strikes no more
     * @param expiry told once, when what it changed is to go back
     */
    public void listen(Runnable first, Runnable end, Runnable expiry) {
        onFirst = first;
        onOver = end;
        onExpired = expiry;
    }

    /** From now on it may strike. Further calls do nothing. */
    public void arm() {
        if (armedAt == null && !over) {
            armedAt = timeline.now();
            Duration lasts = spec.extent().lasts();
            if (lasts != null) {
                timeline.schedule(timeline.now().plus(lasts), this::expire);
            }
        }
    }

    /** From now on it strikes no more. Further calls do nothing. */
    public void end() {
        if (!over) {
            over = true;
            onOver.run();
        }
    }

    /** Its time is up: it strikes no more, and what it changed goes back. Further calls do nothing. */
    public void expire() {
        end();
        if (!expired) {
            expired = true;
            onExpired.run();
        }
    }

    /**
     * Whether it may strike now.
     *
     * @return false before its time and once it is over
     */
    public boolean isOpen() {
        return armedAt != null && !over;
    }

    /**
     * Whether it is over.
     *
     * @return true once it strikes no more
     */
    public boolean isOver() {
        return over;
    }

    /**
     * How often it struck.
     *
     * @return a count
     */
    public long fired() {
        return fired;
    }

    /**
     * How many occasions fitted since it was armed.
     *
     * @return a count
     */
    public long occasions() {
        return occasions;
    }

    /** Whether a fault that acts by itself waits for a request to do so. */
    boolean waitsForRequests() {
        return spec.where().namesARequest()
                || (spec.when().each() == null && !spec.when().occasions().isEmpty());
    }

    /**
     * Whether it strikes here; counted and logged then.
     *
     * @param occasion something it could strike
     * @return true if it strikes
     */
    public boolean fires(Occasion occasion) {
        Instant since = armedAt;
        if (since == null || over || !occasion.fits(spec.where())) {
            return false;
        }
        occasions++;
        When when = spec.when();
        if ((!when.occasions().isEmpty() && !when.occasions().contains((int) occasions))
                || occasions % when.every() != 0) {
            return false;
        }
        random = new SplittableRandom(seed + occasions * 0xD1342543DE82EF95L);
        double p = spec.extent().pAfter(Duration.between(since, timeline.now()));
        if (random.nextDouble() >= p) {
            return false;
        }
        strike(occasion);
        return true;
    }

    private void strike(Occasion occasion) {
        fired++;
        log.add(timeline.now(), spec, occasions, occasion.words());
        if (fired == 1) {
            onFirst.run();
        }
        int last = spec.when().occasions().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(Integer.MAX_VALUE);
        if (fired == spec.extent().times() || occasions >= last) {
            end();
        }
    }

    /**
     * Writes down what the last strike did exactly.
     *
     * @param what for the log
     */
    public void say(String what) {
        log.say(what);
    }

    /**
     * Random numbers for the present strike.
     *
     * @return a stream of its own
     */
    public SplittableRandom random() {
        return random;
    }
}
