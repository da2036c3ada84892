package io.ploy.connectors.recording;

/** The rows of a file, one at a time, as bytes that stay valid until the next row. */
interface RowSource extends AutoCloseable {
    /** Goes on to the next row; false at the end. */
    boolean next();

    byte[] buffer();

    int offset();

    int length();

    /** Counts from 1; 0 before the first. */
    long row();

    /** Whether the row was longer than is kept; its bytes are then not there. */
    boolean tooLong();

    /** Whether the row ended where rows end, rather than where the file does. */
    boolean complete();

    long bytesRead();

    @Override
    void close();
}
