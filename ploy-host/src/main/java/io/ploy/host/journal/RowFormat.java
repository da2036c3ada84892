package io.ploy.host.journal;

/** How rows are written into files and pipes. */
public enum RowFormat {
    /** Comma-separated values by RFC 4180, a heading first. */
    CSV,
    /** One JSON object a line. */
    JSONL
}
