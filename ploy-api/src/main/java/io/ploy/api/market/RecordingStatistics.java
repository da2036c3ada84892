package io.ploy.api.market;

import io.ploy.api.Experimental;

/**
 * What was found in a recording.
 *
 * @param rows lines or elements read
 * @param duplicates rows left out because an identical one came before
 * @param malformed rows that could not be read, each told to {@link RecordingProblems}
 * @param ignored rows that hold nothing a backtest uses, such as keep-alives and prices of other sources
 * @param bookHashesChecked whole books whose hash was recomputed
 * @param bookHashesMatched those whose hash was right
 * @param deltaHashesChecked book changes after which the whole book's hash was recomputed
 * @param deltaHashesMatched those whose hash was right
 * @param topsChecked book changes whose stated best bid and ask were compared with the book
 * @param topsMatched those that agreed
 * @param steppedBack rows whose time was before that of a row ahead of them; their events carry the later time
 */
@Experimental
public record RecordingStatistics(
        long rows,
        long duplicates,
        long malformed,
        long ignored,
        long bookHashesChecked,
        long bookHashesMatched,
        long deltaHashesChecked,
        long deltaHashesMatched,
        long topsChecked,
        long topsMatched,
        long steppedBack) {
    /** Nothing yet. */
    public static final RecordingStatistics NONE = new RecordingStatistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * Sum, for several recordings read as one.
     *
     * @param other added
     * @return this + other
     */
    public RecordingStatistics plus(RecordingStatistics other) {
        return new RecordingStatistics(
                rows + other.rows,
                duplicates + other.duplicates,
                malformed + other.malformed,
                ignored + other.ignored,
                bookHashesChecked + other.bookHashesChecked,
                bookHashesMatched + other.bookHashesMatched,
                deltaHashesChecked + other.deltaHashesChecked,
                deltaHashesMatched + other.deltaHashesMatched,
                topsChecked + other.topsChecked,
                topsMatched + other.topsMatched,
                steppedBack + other.steppedBack);
    }
}
