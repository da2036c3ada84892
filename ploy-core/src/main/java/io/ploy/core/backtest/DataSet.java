package io.ploy.core.backtest;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import io.ploy.api.market.RecordingFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The recordings a backtest reads, and the files of the named folders it does not. */
final class DataSet {
    private final List<Entry> entries = new ArrayList<>();
    private final List<SkippedFile> skipped = new ArrayList<>();

    /** Finds recordings: a file must be one, a folder is searched, without its sub-folders. */
    static DataSet find(List<Path> paths, List<RecordingFormat> formats) {
        DataSet data = new DataSet();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                data.addFolder(path, formats);
            } else if (Files.isReadable(path)) {
                RecordingFormat format = recognise(path, formats)
                        .orElseThrow(() -> new BacktestException(
                                path + " is not a recording in any installed format (" + names(formats) + ")", null));
                data.add(path, format);
            } else {
                throw new BacktestException(path + " does not exist or cannot be read", null);
            }
        }
        if (data.entries.isEmpty()) {
            throw new BacktestException(
                    "no recording found in " + paths + "; installed formats are " + names(formats), null);
        }
        data.entries.sort(
                Comparator.comparing(entry -> String.valueOf(entry.path().getFileName())));
        return data;
    }

    private static String names(List<RecordingFormat> formats) {
        return formats.isEmpty()
                ? "none: is the connectors plugin installed?"
                : String.join(", ", formats.stream().map(RecordingFormat::name).toList());
    }

    private static Optional<RecordingFormat> recognise(Path file, List<RecordingFormat> formats) {
        return formats.stream().filter(format -> format.accepts(file)).findFirst();
    }

    private void addFolder(Path folder, List<RecordingFormat> formats) {
        List<Path> files;
        try (Stream<Path> listing = Files.list(folder)) {
            files = listing.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new BacktestException("folder " + folder + " cannot be listed: " + e.getMessage(), e);
        }
        for (Path file : files) {
            Optional<RecordingFormat> format = recognise(file, formats);
            if (format.isPresent()) {
                add(file, format.get());
            } else {
                skipped.add(
                        new SkippedFile(String.valueOf(file.getFileName()), "no installed recording format reads it"));
            }
        }
    }

    private void add(Path path, RecordingFormat format) {
        try {
            entries.add(new Entry(
                    path,
                    format,
                    Files.size(path),
                    MoreFiles.asByteSource(path).hash(Hashing.sha256()).toString()));
        } catch (IOException e) {
            throw new BacktestException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    List<Entry> entries() {
        return entries;
    }

    List<SkippedFile> skipped() {
        return skipped;
    }

    long bytes() {
        return entries.stream().mapToLong(Entry::bytes).sum();
    }

    /** One recording to be read. */
    record Entry(Path path, RecordingFormat format, long bytes, String sha256) {}
}
