package io.ploy.connectors.polymarket;

/** What became of a frame. */
public enum FrameOutcome {
    /** It said something of a market the channel knows, or of a new one. */
    USED,
    /** Nothing of it was of use: a keep-alive, kinds or markets not known, answers that came too late. */
    UNUSED,
    /** It was no JSON, or far too large. Nothing was taken in, and no book was distrusted for it. */
    UNREADABLE
}
