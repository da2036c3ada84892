package io.ploy.core.signing;

import java.util.stream.Collectors;

/** A way to sign that this machine does not have. The message says why. */
final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnavailableException(String reason) {
        super(reason);
    }

    /** For what went wrong while code was loaded, which comes wrapped several times and may go on with the class path. */
    static UnavailableException because(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof UnavailableException known) {
            return known;
        }
        String beginning = root.toString().lines().limit(2).collect(Collectors.joining(" "));
        return new UnavailableException(
                beginning + "; a usual reason is a temporary folder that is mounted noexec, see -Djava.io.tmpdir");
    }
}
