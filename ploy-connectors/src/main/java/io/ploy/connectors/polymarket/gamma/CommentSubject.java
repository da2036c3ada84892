package io.ploy.connectors.polymarket.gamma;

/**
 * What comments are about.
 *
 * @param kind an event or a series
 * @param id the catalogue's number of it
 */
public record CommentSubject(Kind kind, String id) {
    /** What can be commented on. */
    public enum Kind {
        /** An event. */
        EVENT("Event"),
        /** A series. */
        SERIES("Series");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
