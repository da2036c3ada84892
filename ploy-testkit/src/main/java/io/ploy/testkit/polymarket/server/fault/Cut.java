package io.ploy.testkit.polymarket.server.fault;

/**
 * Where an answer breaks off. Over HTTP/2, where a head is one block, a cut in the head sends nothing.
 *
 * @param part which part of the answer is cut; the parts before it are sent whole
 * @param bytes of that part which are sent, not negative; of the body as it is before compression
 * @param ending what happens then
 */
public record Cut(Part part, int bytes, Ending ending) {
    /** Nothing is sent at all. */
    public static final Cut BEFORE_STATUS = new Cut(Part.HEAD, 0, Ending.CLOSE);

    /** A part of an answer. */
    public enum Part {
        /** Status line and headers, to the empty line. */
        HEAD,
        /** What follows. */
        BODY
    }

    /** Checks the size. */
    public Cut {
        if (bytes < 0) {
            throw new IllegalArgumentException("negative bytes: " + bytes);
        }
    }

    /**
     * No answer at all.
     *
     * @param ending what happens instead
     * @return a cut before the status line
     */
    public static Cut nothing(Ending ending) {
        return new Cut(Part.HEAD, 0, ending);
    }

    /**
     * A cut inside status line or headers.
     *
     * @param bytes that are sent
     * @param ending what happens then
     * @return the cut
     */
    public static Cut inHead(int bytes, Ending ending) {
        return new Cut(Part.HEAD, bytes, ending);
    }

    /**
     * A cut inside the body.
     *
     * @param bytes of the body that are sent
     * @param ending what happens then
     * @return the cut
     */
    public static Cut inBody(int bytes, Ending ending) {
        return new Cut(Part.BODY, bytes, ending);
    }
}
