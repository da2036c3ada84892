package io.ploy.core.signing;

/** A way to sign that this machine does not have. The message says why. */
final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnavailableException(String reason) {
        super(reason);
    }

    /** For what went wrong while code was loaded, which comes wrapped several times. */
    static UnavailableException because(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof UnavailableException known ? known : new UnavailableException(root.toString());
    }
}
