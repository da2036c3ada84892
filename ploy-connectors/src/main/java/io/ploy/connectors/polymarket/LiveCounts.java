package io.ploy.connectors.polymarket;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a live channel was sent so far.
 *
 * @param frames all frames, keep-alives too
 * @param unreadable those that were no JSON
 * @param messages messages by kind, each object of a list counted
 * @param dropped messages and entries of messages left out, by reason
 * @param unknownMembers members of messages that are in no description of the venue's known here; all were skipped
 * @param checks how the books kept compared with what the venue said of them
 * @param quotes best prices sent on their own which were compared with the book kept
 * @param quotesMatched those that agreed
 */
public record LiveCounts(
        long frames,
        long unreadable,
        Map<MessageKind, Long> messages,
        Map<DropReason, Long> dropped,
        long unknownMembers,
        BookChecks checks,
        long quotes,
        long quotesMatched) {
    /** Copies the maps. */
    public LiveCounts {
        messages = Collections.unmodifiableMap(new EnumMap<>(messages));
        dropped = Collections.unmodifiableMap(new EnumMap<>(dropped));
    }
}
