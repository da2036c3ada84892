package io.ploy.host.journal;

import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalVisitor;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.host.console.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of segment files. */
final class SegmentLocation implements JournalLocation {
    private final Path folder;

    private SegmentLocation(Path folder) {
        this.folder = folder;
    }

    static SegmentLocation of(Path folder) {
        SegmentLocation location = new SegmentLocation(folder);
        if (location.segments().isEmpty()) {
            throw CommandFailure.badInput("There is no journal in " + folder + ": no file journal-*.seg in it.");
        }
        return location;
    }

    private List<Path> segments() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("journal-[0-9]+\\.seg"))
                    .toList();
        } catch (IOException e) {
            throw CommandFailure.badInput("Cannot read " + folder + ": " + e + ".", e);
        }
    }

    @Override
    public long read(JournalVisitor visitor) {
        return SegmentJournal.read(folder, visitor).tornBytes();
    }

    @Override
    public void append(JournalRecord record) {
        OneRecord.append(SegmentJournal.open(folder), record);
    }

    @Override
    public String size() {
        List<Path> segments = segments();
        long bytes = 0;
        for (Path segment : segments) {
            bytes += SqliteLocation.bytes(segment);
        }
        return segments.size() + " segment file" + (segments.size() == 1 ? "" : "s") + ", "
                + SqliteLocation.mebibytes(bytes);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
