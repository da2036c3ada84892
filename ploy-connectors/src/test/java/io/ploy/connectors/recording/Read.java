package io.ploy.connectors.recording;

import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.Recording;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.RecordingFormat;
import io.ploy.api.market.RecordingStatistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A recording read to its end, or to where it breaks off. */
record Read(
        List<MarketEvent> events,
        List<String> problems,
        RecordingStatistics statistics,
        @Nullable RecordingException failure) {
    static Read all(RecordingFormat format, Path file) {
        List<MarketEvent> events = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (Recording recording = format.open(file, (where, line, problem) -> problems.add(line + ": " + problem))) {
            RecordingException failure = null;
            try {
                for (Optional<MarketEvent> event = recording.next(); event.isPresent(); event = recording.next()) {
                    events.add(event.get());
                }
            } catch (RecordingException e) {
                failure = e;
            }
            return new Read(events, problems, recording.statistics(), failure);
        }
    }

    <T extends MarketEvent> List<T> only(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    boolean inOrder() {
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).at().isBefore(events.get(i - 1).at())) {
                return false;
            }
        }
        return true;
    }
}
