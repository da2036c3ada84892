package io.ploy.connectors.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.Recording;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.RecordingProblems;
import io.ploy.api.market.RecordingStatistics;
import io.ploy.connectors.polymarket.BookChecks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A recording that is a sequence of rows. What one row says comes whole or not at all. */
abstract class RowRecording implements Recording {
    private static final int LONGEST_PROBLEM = 400;

    private final Path file;
    private final RowSource rows;
    private final RecordingProblems problems;
    private final Deque<MarketEvent> pending = new ArrayDeque<>();
    final EventClock clock = new EventClock();
    private long read;
    private long duplicates;
    private long malformed;
    private long ignored;
    private boolean ended;
    private @Nullable RecordingException failure;

    RowRecording(Path file, RowSource rows, RecordingProblems problems) {
        this.file = file;
        this.rows = rows;
        this.problems = problems;
    }

    /** Reads one row and passes on its events with {@link #emit}, which it must not do before the row is known good. */
    abstract void row(byte[] buffer, int offset, int length) throws IOException;

    /** Called after a row could not be read. */
    void rowLost(String problem) {}

    /** Called once after the last row. */
    void end() {}

    /** What was compared with hashes and best prices. */
    BookChecks checks() {
        return BookChecks.NONE;
    }

    @Override
    public final Optional<MarketEvent> next() {
        while (pending.isEmpty()) {
            if (failure != null) {
                throw failure;
            }
            if (ended) {
                return Optional.empty();
            }
            try {
                advance();
            } catch (RecordingException e) {
                failure = e;
            }
        }
        return Optional.of(pending.remove());
    }

    private void advance() {
        if (!rows.next()) {
            ended = true;
            end();
            return;
        }
        read++;
        try {
            if (rows.tooLong()) {
                throw new IOException("longer than " + LineReader.LONGEST + " bytes");
            }
            row(rows.buffer(), rows.offset(), rows.length());
        } catch (IOException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            String problem = brief(e);
            malformed(problem);
            rowLost(problem);
        }
    }

    /** The first line of the message: parsers add where in their input, which names none of our files. */
    private static String brief(Exception problem) {
        String text = problem instanceof JsonProcessingException json
                ? "no proper JSON: " + json.getOriginalMessage()
                : String.valueOf(problem.getMessage());
        return text.length() <= LONGEST_PROBLEM ? text : text.substring(0, LONGEST_PROBLEM) + "…";
    }

    final void emit(MarketEvent event) {
        pending.add(event);
    }

    /** Tells of the current row, or of a part of it that is left out. */
    final void malformed(String problem) {
        malformed++;
        problems.malformed(file, rows.row(), problem);
    }

    final void duplicate() {
        duplicates++;
    }

    final void ignored() {
        ignored++;
    }

    /** A row that frames the recording and is not one of its rows. */
    final void notARow() {
        read--;
    }

    final RecordingException broken(String problem) {
        return new RecordingException(file + ", line " + rows.row() + ": " + problem, null);
    }

    final RowSource rows() {
        return rows;
    }

    final Path file() {
        return file;
    }

    @Override
    public final long bytesRead() {
        return rows.bytesRead();
    }

    @Override
    public final RecordingStatistics statistics() {
        BookChecks checks = checks();
        return new RecordingStatistics(
                read,
                duplicates,
                malformed,
                ignored,
                checks.bookHashesChecked(),
                checks.bookHashesMatched(),
                checks.deltaHashesChecked(),
                checks.deltaHashesMatched(),
                checks.topsChecked(),
                checks.topsMatched(),
                clock.steppedBack());
    }

    @Override
    public final void close() {
        rows.close();
    }
}
