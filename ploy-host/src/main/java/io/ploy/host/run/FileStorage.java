package io.ploy.host.run;

import io.ploy.core.lease.FileLease;
import io.ploy.core.lease.Lease;
import io.ploy.core.lease.LeaseHolder;
import io.ploy.core.persistence.JournalException;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.host.config.JournalPlace;
import java.nio.file.Files;
import java.nio.file.Path;

/** Segment files in a folder, and the lease in a folder beside it. */
record FileStorage(JournalPlace.Files place) implements Storage {
    @Override
    public Lease takeLease(LeaseHolder holder) {
        return FileLease.take(beside(place.folder()), holder);
    }

    /** Beside a journal, since what is inside its own folder is all its own. */
    static Path beside(Path journal) {
        return journal.resolveSibling(journal.getFileName() + ".lease");
    }

    @Override
    public JournalStore openJournal(long token) {
        return SegmentJournal.open(place.folder());
    }

    @Override
    public String probe() {
        return probe(place.folder());
    }

    static String probe(Path journal) {
        Path at = journal.toAbsolutePath();
        while (at != null && Files.notExists(at)) {
            at = at.getParent();
        }
        if (at == null || !Files.isWritable(at)) {
            throw new JournalException(at + " cannot be written to, and " + journal + " would be there");
        }
        return at.equals(journal.toAbsolutePath()) ? "is there" : "is new";
    }
}
