package io.ploy.testkit.junit;

/** No failure of its own: goes with one, to say which venue it happened at. */
final class FailedAtVenue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedAtVenue(String message) {
        super(message, null, false, false);
    }
}
