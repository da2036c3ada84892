package io.ploy.core.backtest;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import io.ploy.api.market.Recording;
import io.ploy.api.market.RecordingFormat;
import io.ploy.api.market.RecordingProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The recordings that are found where somebody said, to be read as one, and the files of the named folders that are none.
 *
 * <p><b>Threading.</b> Immutable once found.
 */
public final class DataSet {
    private final List<Entry> entries = new ArrayList<>();
    private final List<SkippedFile> skipped = new ArrayList<>();

    private DataSet() {}

    /**
     * Finds recordings: a file must be one, a folder is searched, without its sub-folders.
     *
     * @param paths files and folders
     * @param formats what they may be written in
     * @return one recording or several
     * @throws BacktestException if a path cannot be read, a file is in none of the formats, or nothing is found
     */
    public static DataSet find(List<Path> paths, List<RecordingFormat> formats) {
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

    /**
     * Opens them as one recording, in the order of reception; at the same time, in the order of their names.
     *
     * @param problems told of rows that are left out
     * @return to be closed by the caller
     * @throws io.ploy.api.market.RecordingException if one cannot be opened or its beginning makes no sense
     */
    public Recording open(RecordingProblems problems) {
        return new MergedRecordings(this, problems);
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
