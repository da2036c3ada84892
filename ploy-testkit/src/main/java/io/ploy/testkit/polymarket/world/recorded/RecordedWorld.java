package io.ploy.testkit.polymarket.world.recorded;

import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.Recording;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.RecordingFormat;
import io.ploy.api.market.RecordingStatistics;
import io.ploy.core.backtest.DataSet;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.world.VenueWorld;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A recording that happens again: its markets are listed, orders of the house are what its books showed, its trades are
 * made, its prices published and its markets paid out, all of it as long after the venue's start as it was after the
 * recording's. Clients' orders meet those of the house and of each other.
 *
 * <p>It is read one event at a time, so memory does not grow with its length.
 *
 * <p><b>Threading.</b> Immutable; one may be played at several venues.
 */
public final class RecordedWorld implements VenueWorld {
    private final DataSet data;
    private final String text;
    private final Instant start;
    private final Instant end;
    private final RecordingStatistics statistics;
    private final Duration step;

    private RecordedWorld(
            DataSet data, String text, Instant start, Instant end, RecordingStatistics statistics, Duration step) {
        this.data = data;
        this.text = text;
        this.start = start;
        this.end = end;
        this.statistics = statistics;
        this.step = step;
    }

    /**
     * Finds recordings and reads them to their end once, so that what is wrong with them shows before anything is served.
     * Several are played as one.
     *
     * @param paths files, or folders of them (not searched deeper)
     * @param formats what they may be written in
     * @return the world
     * @throws io.ploy.core.backtest.BacktestException if there is nothing there, or a file is in none of the formats
     * @throws RecordingException if one cannot be read to its end, or holds no event
     */
    public static RecordedWorld of(List<Path> paths, List<RecordingFormat> formats) {
        DataSet data = DataSet.find(paths, formats);
        String text = paths.stream().map(Path::toString).collect(Collectors.joining(", "));
        try (Recording recording = open(data)) {
            Optional<MarketEvent> event = recording.next();
            Instant start = event.map(MarketEvent::at)
                    .orElseThrow(() -> new RecordingException(text + " holds no event that can be played", null));
            Instant end = start;
            while (event.isPresent()) {
                end = event.get().at();
                event = recording.next();
            }
            return new RecordedWorld(data, text, start, end, recording.statistics(), Duration.ZERO);
        }
    }

    private static Recording open(DataSet data) {
        return data.open((file, line, problem) -> {
            // The statistics count them.
        });
    }

    /**
     * When the recording began. At a venue whose time starts there nothing is shifted.
     *
     * @return the time of its first event
     */
    public Instant start() {
        return start;
    }

    /**
     * How long the recording is, in the venue's time.
     *
     * @return from its first event to its last
     */
    public Duration length() {
        return Duration.between(start, end);
    }

    /**
     * What was found in it.
     *
     * @return of all its files together
     */
    public RecordingStatistics statistics() {
        return statistics;
    }

    /**
     * The same, moved in time by whole steps only: it begins at the first moment from the venue's start on at which that can
     * be. So windows of five or fifteen minutes stay on the hours that clients expect them on.
     *
     * @param whole the step, above zero
     * @return a copy
     * @throws IllegalArgumentException if the step is not above zero
     */
    public RecordedWorld inStepsOf(Duration whole) {
        if (whole.isNegative() || whole.isZero()) {
            throw new IllegalArgumentException("step not above zero: " + whole);
        }
        return new RecordedWorld(data, text, start, end, statistics, whole);
    }

    private Shift shiftTo(Instant now) {
        Duration by = Duration.between(start, now);
        if (step.isZero()) {
            return new Shift(by);
        }
        Duration steps = step.multipliedBy(by.dividedBy(step));
        return new Shift(steps.compareTo(by) < 0 ? steps.plus(step) : steps);
    }

    @Override
    public Run begin(VenueState state) {
        Shift shift = shiftTo(state.loop().timeline().now());
        Playback playback = new Playback(state, open(data), shift, shift.of(end));
        playback.begin();
        return playback;
    }

    /** As for people. */
    @Override
    public String toString() {
        return "recording " + text;
    }
}
