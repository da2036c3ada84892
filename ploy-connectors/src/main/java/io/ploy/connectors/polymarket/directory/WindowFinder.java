package io.ploy.connectors.polymarket.directory;

import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.directory.WindowAnswer.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the markets of up/down windows by their time. A market is taken only if its own window is the one looked for: names
 * repeat from year to year, and in the hour that comes twice.
 *
 * <p><b>Threading.</b> Thread-safe. Calls wait for the network.
 *
 * <p><b>Errors.</b> {@link io.ploy.connectors.polymarket.http.RequestException} if the catalogue could not be asked. That a
 * window has no market is an answer.
 */
public final class WindowFinder {
    /** A gap longer than that ends a series. */
    private static final int LOOK_AHEAD = 12;

    /** More would be too long an answer. */
    private static final int MOST_SLOTS = 300;

    private final Lookup lookup;
    private final Supplier<Instant> now;

    /** Reads markets by their short names. */
    @FunctionalInterface
    interface Lookup {
        /** Those there are, in any order; also closed ones if asked. */
        List<VenueMarket> bySlugs(List<String> slugs, boolean closedToo);
    }

    WindowFinder(Lookup lookup, Supplier<Instant> now) {
        this.lookup = lookup;
        this.now = now;
    }

    /** The window that is open now. At the moment one ends, it is the one that begins. */
    public WindowAnswer current(UpDownSeries series) {
        return at(series, now.get());
    }

    /**
     * The first window after the current one that has a market, gaps left out.
     *
     * @param series which series
     * @return the very next window, {@link Presence#NOT_YET}, if none of the next twelve has a market
     */
    public WindowAnswer next(UpDownSeries series) {
        List<WindowSlot> slots = new ArrayList<>();
        WindowSlot slot = series.slotAt(now.get());
        for (int i = 0; i < LOOK_AHEAD; i++) {
            slot = series.after(slot);
            slots.add(slot);
        }
        List<WindowAnswer> answers = answers(series, slots);
        return answers.stream()
                .filter(answer -> answer.presence() == Presence.LISTED)
                .findFirst()
                .orElse(answers.get(0));
    }

    /** The window a moment is in, past or future. */
    public WindowAnswer at(UpDownSeries series, Instant moment) {
        return answers(series, List.of(series.slotAt(moment))).get(0);
    }

    /**
     * All windows that touch a time.
     *
     * @param series which series
     * @param from the window it is in comes first
     * @param to windows that begin at or after it are left out
     * @return in the order of time
     * @throws IllegalArgumentException if there are none or more than 300
     */
    public List<WindowAnswer> between(UpDownSeries series, Instant from, Instant to) {
        List<WindowSlot> slots = new ArrayList<>();
        for (WindowSlot slot = series.slotAt(from); slot.start().isBefore(to); slot = series.after(slot)) {
            if (slots.size() == MOST_SLOTS) {
                throw new IllegalArgumentException(
                        "more than " + MOST_SLOTS + " windows of " + series + " from " + from + " to " + to);
            }
            slots.add(slot);
        }
        if (slots.isEmpty()) {
            throw new IllegalArgumentException("no windows from " + from + " to " + to);
        }
        return answers(series, slots);
    }

    private List<WindowAnswer> answers(UpDownSeries series, List<WindowSlot> slots) {
        Instant moment = now.get();
        Map<WindowSlot, VenueMarket> found = new LinkedHashMap<>();
        // The catalogue never lists open and closed markets together, and most windows that may be closed have ended.
        find(series, slots.stream().filter(slot -> slot.end().isAfter(moment)).toList(), false, found);
        find(
                series,
                slots.stream()
                        .filter(slot ->
                                !found.containsKey(slot) && !slot.start().isAfter(moment))
                        .toList(),
                true,
                found);
        return slots.stream().map(slot -> answer(slot, found.get(slot), moment)).toList();
    }

    private static WindowAnswer answer(WindowSlot slot, @Nullable VenueMarket market, Instant now) {
        if (market != null) {
            return new WindowAnswer(slot, Presence.LISTED, market);
        }
        return new WindowAnswer(slot, slot.start().isAfter(now) ? Presence.NOT_YET : Presence.MISSING, null);
    }

    private void find(
            UpDownSeries series, List<WindowSlot> slots, boolean closedToo, Map<WindowSlot, VenueMarket> found) {
        if (slots.isEmpty()) {
            return;
        }
        List<String> slugs = slots.stream()
                .flatMap(slot -> series.slugs(slot).stream())
                .distinct()
                .toList();
        for (VenueMarket market : lookup.bySlugs(slugs, closedToo)) {
            market.market()
                    .window()
                    .ifPresent(window -> slots.stream()
                            .filter(slot -> slot.start().equals(window.start())
                                    && slot.end().equals(window.end())
                                    && series.slugs(slot)
                                            .contains(market.market().slug()))
                            .forEach(slot -> found.putIfAbsent(slot, market)));
        }
    }
}
