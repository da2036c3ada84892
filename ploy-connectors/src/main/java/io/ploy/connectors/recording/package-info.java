/**
 * Recordings of market data: Ploy's own format, read and written, and readers of other recorders' files.
 *
 * <p>Every reader streams: its memory does not grow with the recording. A row that cannot be read is counted, told to the
 * {@link io.ploy.api.market.RecordingProblems} and left out; a file that breaks off is a
 * {@link io.ploy.api.market.RecordingException}.
 */
@NullMarked
package io.ploy.connectors.recording;

import org.jspecify.annotations.NullMarked;
