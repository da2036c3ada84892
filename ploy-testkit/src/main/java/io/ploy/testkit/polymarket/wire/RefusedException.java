package io.ploy.testkit.polymarket.wire;

/** A request is refused with the venue's own words. Thrown in either half of an answer; the server sends it. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient WireAnswer answer;

    /**
     * A refusal of the usual shape, {@code {"error":"..."}}.
     *
     * @param status HTTP status
     * @param error the venue's words
     */
    public RefusedException(int status, String error) {
        this(error, WireAnswer.json(status, "{\"error\":" + quoted(error) + "}"));
    }

    /**
     * A refusal of another shape.
     *
     * @param error in words
     * @param answer what is sent
     */
    public RefusedException(String error, WireAnswer answer) {
        super(error, null, false, false);
        this.answer = answer;
    }

    /**
     * What is sent.
     *
     * @return the answer
     */
    public WireAnswer answer() {
        return answer;
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
