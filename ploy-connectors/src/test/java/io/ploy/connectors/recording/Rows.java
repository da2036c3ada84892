package io.ploy.connectors.recording;

import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.RecordingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows held in memory, for tests that read very many very small recordings. */
final class Rows implements RowSource {
    private final List<byte[]> rows;
    private int next;

    Rows(byte[]... rows) {
        this.rows = List.of(rows);
    }

    /** The events of the last row alone, and the one problem it made, if any. */
    record LastRow(List<MarketEvent> events, @Nullable String problem) {}

    /** Reads all rows; any exception but the missing end of a recording is a failure of the test. */
    static LastRow last(RowRecording recording, List<String> problems, int eventsBefore) {
        List<MarketEvent> events = new ArrayList<>();
        try (recording) {
            for (Optional<MarketEvent> event = nextUnlessEnded(recording);
                    event.isPresent();
                    event = nextUnlessEnded(recording)) {
                events.add(event.get());
            }
        }
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).at().isBefore(events.get(i - 1).at())) {
                throw new AssertionError("time went back in " + events);
            }
        }
        if (problems.size() > 1 || recording.statistics().malformed() != problems.size()) {
            throw new AssertionError("problems told: " + problems + ", counted " + recording.statistics());
        }
        return new LastRow(events.subList(eventsBefore, events.size()), problems.isEmpty() ? null : problems.get(0));
    }

    private static Optional<MarketEvent> nextUnlessEnded(RowRecording recording) {
        try {
            return recording.next();
        } catch (RecordingException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean next() {
        return next++ < rows.size();
    }

    @Override
    public byte[] buffer() {
        return rows.get(next - 1);
    }

    @Override
    public int offset() {
        return 0;
    }

    @Override
    public int length() {
        return buffer().length;
    }

    @Override
    public long row() {
        return next;
    }

    @Override
    public boolean tooLong() {
        return false;
    }

    @Override
    public boolean complete() {
        return true;
    }

    @Override
    public long bytesRead() {
        return 0;
    }

    @Override
    public void close() {}
}
