package io.ploy.core.risk;

import io.ploy.api.risk.KillSwitch;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything may be sent. Halts have causes; clearing one never clears another, and trading goes on when none is
 * left. To be asked by the pipeline and again right before the wire, since orders may wait in between.
 *
 * <p><b>Threading.</b> Thread-safe. Asking never waits, and halting waits for nothing that takes time: it works while the
 * engine thread is stuck.
 */
public final class TradingGate implements KillSwitch {
    /** The cause that {@link #engage} sets. */
    public static final String KILL_SWITCH = "kill-switch";

    /** Never changed, only replaced: readers take what is there without waiting. */
    private volatile Map<String, TradingHalt> halts = Map.of();

    private volatile Map<String, TradingHalt> holds = Map.of();

    private final Clock clock;
    private final Listener listener;

    /** Hears of halts, on the thread that asked for them, after they took effect. */
    public interface Listener {
        /** Hears nothing. */
        Listener NONE = new Listener() {};

        /**
         * A cause was set: cancel what is open, write it down, tell people.
         *
         * @param halt the cause
         */
        default void onHalted(TradingHalt halt) {}

        /**
         * A cause was cleared.
         *
         * @param halt the cause
         * @param who who asked
         * @param why the reason
         */
        default void onCleared(TradingHalt halt, String who, String why) {}
    }

    /**
     * A gate that is open.
     *
     * @param clock when halts happen
     * @param listener hears of them
     */
    public TradingGate(Clock clock, Listener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public void engage(String who, String why) {
        halt(KILL_SWITCH, who, why);
    }

    @Override
    public void release(String who, String why) {
        clear(KILL_SWITCH, who, why);
    }

    @Override
    public boolean isEngaged() {
        return halts.containsKey(KILL_SWITCH);
    }

    /**
     * Halts trading for a cause. A cause that is set already stays as it was first set.
     *
     * @param cause short, lower case with hyphens
     * @param who who asks
     * @param why the reason
     */
    public void halt(String cause, String who, String why) {
        TradingHalt halt = new TradingHalt(cause, who, why, clock.instant());
        if (set(halt)) {
            listener.onHalted(halt);
        }
    }

    /**
     * Keeps new orders back for a cause that ends by itself, without cancelling what is open and without telling anybody. A
     * cause that is set already stays as it was first set.
     *
     * @param cause short, lower case with hyphens
     * @param why the reason
     */
    public synchronized void hold(String cause, String why) {
        Map<String, TradingHalt> changed = new TreeMap<>(holds);
        changed.putIfAbsent(cause, new TradingHalt(cause, "engine", why, clock.instant()));
        holds = Collections.unmodifiableMap(changed);
    }

    /**
     * Ends a {@link #hold}.
     *
     * @param cause which
     * @return false if it was not set
     */
    public synchronized boolean lift(String cause) {
        Map<String, TradingHalt> changed = new TreeMap<>(holds);
        boolean removed = changed.remove(cause) != null;
        holds = Collections.unmodifiableMap(changed);
        return removed;
    }

    /**
     * Whether a cause keeps new orders back.
     *
     * @param cause which
     * @return true from {@link #hold} to {@link #lift}
     */
    public boolean isHeld(String cause) {
        return holds.containsKey(cause);
    }

    /**
     * Sets a cause that an earlier run had set. Nobody is told.
     *
     * @param halt the cause as it was
     */
    public void restore(TradingHalt halt) {
        set(halt);
    }

    /**
     * Clears a cause that an earlier run had cleared. Nobody is told.
     *
     * @param cause which
     */
    public void forget(String cause) {
        remove(cause);
    }

    private synchronized boolean set(TradingHalt halt) {
        Map<String, TradingHalt> changed = new TreeMap<>(halts);
        boolean added = changed.putIfAbsent(halt.cause(), halt) == null;
        halts = Collections.unmodifiableMap(changed);
        return added;
    }

    /**
     * Clears one cause. Others stay.
     *
     * @param cause which
     * @param who who asks
     * @param why the reason
     * @return false if it was not set
     */
    public boolean clear(String cause, String who, String why) {
        TradingHalt cleared = remove(cause);
        if (cleared != null) {
            listener.onCleared(cleared, who, why);
        }
        return cleared != null;
    }

    private synchronized @Nullable TradingHalt remove(String cause) {
        Map<String, TradingHalt> changed = new TreeMap<>(halts);
        TradingHalt cleared = changed.remove(cause);
        halts = Collections.unmodifiableMap(changed);
        return cleared;
    }

    /**
     * Whether anything may be sent.
     *
     * @return true while any cause halts trading or keeps new orders back
     */
    public boolean isHalted() {
        return !halts.isEmpty() || !holds.isEmpty();
    }

    /**
     * Every cause that is set.
     *
     * @return a copy, by cause
     */
    public List<TradingHalt> halts() {
        return List.copyOf(halts.values());
    }

    /**
     * Every cause that keeps new orders back and ends by itself.
     *
     * @return a copy, by cause
     */
    public List<TradingHalt> holds() {
        return List.copyOf(holds.values());
    }

    /**
     * Every cause in words.
     *
     * @return empty if trading is not halted
     */
    public String cause() {
        return Stream.concat(halts.values().stream(), holds.values().stream())
                .map(halt -> halt.cause() + " (" + halt.who() + ": " + halt.why() + ")")
                .collect(Collectors.joining(", "));
    }
}
