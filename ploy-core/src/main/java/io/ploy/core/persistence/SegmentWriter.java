package io.ploy.core.persistence;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal's one thread that writes: takes what queued up, writes it, flushes, says so. What fails is tried again with
 * the same bytes in the same place until it works or the journal closes.
 */
final class SegmentWriter implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentWriter.class);

    private final CommitQueue queue;
    private final SegmentFolder folder;
    private final NextSegment next;
    private final Duration retryEvery;
    private SegmentFile current;

    SegmentWriter(CommitQueue queue, SegmentFolder folder, NextSegment next, SegmentFile current, Duration retryEvery) {
        this.retryEvery = retryEvery;
        this.queue = queue;
        this.folder = folder;
        this.next = next;
        this.current = current;
    }

    @Override
    public void run() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                Batch batch = queue.take(!next.isUnfinished());
                if (batch != null) {
                    goesOn = commit(batch);
                } else if (queue.isDrained()) {
                    goesOn = false;
                } else {
                    prepareNext();
                }
            }
        } catch (RuntimeException | Error e) {
            queue.died("the journal's thread stopped: " + e);
            throw e;
        } finally {
            release();
        }
    }

    /** Answers false if it gave up. */
    private boolean commit(Batch batch) {
        int done = 0;
        while (done < batch.length()) {
            try {
                done = commitPart(batch, done);
            } catch (IOException e) {
                if (!queue.failed(reason(e), retryEvery)) {
                    return false;
                }
            }
        }
        queue.done(batch);
        return true;
    }

    private int commitPart(Batch batch, int from) throws IOException {
        byte[] bytes = batch.bytes();
        int until = fitting(batch, from);
        if (until == from) {
            SegmentFile full = current;
            current = next.take(Frame.sequence(bytes, from));
            full.close();
            until = fitting(batch, from);
        }
        current.append(bytes, from, until);
        queue.flushed(until == batch.length() ? batch.lastSequence() : Frame.sequence(bytes, until) - 1);
        return until;
    }

    /** How far the batch's frames go into the current segment. */
    private int fitting(Batch batch, int from) {
        if (current.fits(batch.length() - from)) {
            return batch.length();
        }
        byte[] bytes = batch.bytes();
        int until = from;
        while (until < batch.length() && current.fits(Frame.end(bytes, until) - from)) {
            until = Frame.end(bytes, until);
        }
        // The first frame of a segment goes in however large it is, else a large one would find no place at all.
        return until == from && current.isEmpty() ? Frame.end(bytes, from) : until;
    }

    private void prepareNext() {
        try {
            next.prepare();
        } catch (IOException e) {
            // Not needed yet: when it is, it is tried again, and only then is it a failure.
            LOG.warn("could not prepare the journal's next segment in {}", folder, e);
        }
    }

    private String reason(IOException e) {
        return "writing to " + folder + " failed: " + e;
    }

    private void release() {
        try (folder;
                next;
                SegmentFile last = current) {
            LOG.debug("closing {}", last.path());
        } catch (IOException e) {
            LOG.warn("could not close the files of the journal in {}", folder, e);
        }
    }
}
