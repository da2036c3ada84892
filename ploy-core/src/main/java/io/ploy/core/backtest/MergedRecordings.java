package io.ploy.core.backtest;

import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.Recording;
import io.ploy.api.market.RecordingProblems;
import io.ploy.api.market.RecordingStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Several recordings read as one, in the order of reception; at the same time, in the order of their names. */
final class MergedRecordings implements Recording {
    private final List<Source> sources = new ArrayList<>();
    private final PriorityQueue<Source> heads = new PriorityQueue<>(MergedRecordings::compare);

    MergedRecordings(DataSet data, RecordingProblems problems) {
        try {
            for (DataSet.Entry entry : data.entries()) {
                Source source = new Source(entry, entry.format().open(entry.path(), problems), sources.size());
                sources.add(source);
                push(source);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void push(Source source) {
        source.head = source.recording.next().orElse(null);
        if (source.head != null) {
            heads.add(source);
        }
    }

    private static int compare(Source one, Source other) {
        MarketEvent mine = one.head;
        MarketEvent theirs = other.head;
        int byTime = mine == null || theirs == null ? 0 : mine.at().compareTo(theirs.at());
        return byTime != 0 ? byTime : Integer.compare(one.place, other.place);
    }

    @Override
    public Optional<MarketEvent> next() {
        Source source = heads.poll();
        if (source == null || source.head == null) {
            return Optional.empty();
        }
        MarketEvent event = source.head;
        push(source);
        return Optional.of(event);
    }

    @Override
    public long bytesRead() {
        long sum = 0;
        for (Source source : sources) {
            sum += source.recording.bytesRead();
        }
        return sum;
    }

    List<DataFile> files() {
        List<DataFile> files = new ArrayList<>();
        for (Source source : sources) {
            files.add(new DataFile(
                    String.valueOf(source.entry.path().getFileName()),
                    source.entry.format().name(),
                    source.entry.bytes(),
                    source.entry.sha256(),
                    source.recording.statistics()));
        }
        return files;
    }

    @Override
    public RecordingStatistics statistics() {
        RecordingStatistics sum = RecordingStatistics.NONE;
        for (Source source : sources) {
            sum = sum.plus(source.recording.statistics());
        }
        return sum;
    }

    @Override
    public void close() {
        sources.forEach(source -> source.recording.close());
    }

    private static final class Source {
        private final DataSet.Entry entry;
        private final Recording recording;
        private final int place;
        private @Nullable MarketEvent head;

        private Source(DataSet.Entry entry, Recording recording, int place) {
            this.entry = entry;
            this.recording = recording;
            this.place = place;
        }
    }
}
