package io.ploy.connectors.polymarket.stream;

import java.time.Duration;

/**
 * How a connection ended.
 *
 * @param kind what it says about trying again
 * @param after no attempt sooner than that
 * @param reason in words, for people; never a secret
 */
record Ending(Kind kind, Duration after, String reason) {
    enum Kind {
        /** It happens. */
        LOST,
        /** The venue empties the server before it goes down; everybody comes back over ten seconds. */
        DRAINED,
        /** The venue closed it in order, but not for a reason that passes by itself. */
        CLOSED,
        /** The venue turned the attempt away for now. */
        TURNED_AWAY,
        /** The venue does not accept who asks or what is said: the same again will not help. */
        REFUSED
    }

    private static final int GOING_AWAY = 1001;
    private static final int RESTARTING = 1012;
    private static final int LATER = 1013;
    private static final int UNAUTHORIZED = 4001;
    private static final int DRAINING = 4003;
    private static final int POLICY = 4008;

    static Ending lost(String reason) {
        return new Ending(Kind.LOST, Duration.ZERO, reason);
    }

    static Ending refused(String reason) {
        return new Ending(Kind.REFUSED, Duration.ZERO, reason);
    }

    static Ending closed(int code, String reason) {
        Kind kind = switch (code) {
            case DRAINING -> Kind.DRAINED;
            case UNAUTHORIZED, POLICY -> Kind.REFUSED;
            case GOING_AWAY, RESTARTING, LATER -> Kind.LOST;
            default -> Kind.CLOSED;
        };
        return new Ending(kind, Duration.ZERO, "closed by the venue with code " + code + words(reason));
    }

    static Ending turnedAway(int status, Duration after) {
        return new Ending(
                status == 401 ? Kind.REFUSED : Kind.TURNED_AWAY,
                after,
                "the venue answered HTTP " + status + " instead of opening a connection");
    }

    private static String words(String reason) {
        return reason.isBlank() ? "" : " (" + reason + ")";
    }
}
