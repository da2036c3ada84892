package io.ploy.testkit.polymarket.wire;

/** Answers the requests of one HTTP service, in two halves, so that the venue's one thread does only what only it can. */
@FunctionalInterface
public interface RestService {
    /**
     * Reads a request and checks what needs no venue state: JSON, signatures, limits of size.
     *
     * @param request as it came in
     * @return the other half, run once on the venue's thread
     */
    Turn receive(WireRequest request);

    /** The half that runs on the venue's thread. */
    @FunctionalInterface
    interface Turn {
        /**
         * Does what was asked.
         *
         * @return the answer
         */
        WireAnswer take();
    }
}
