package io.ploy.core.signing;

/** What a keystore file says cannot be right, or is of a kind that is not known. Never shows key material. */
final class MalformedKeystoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedKeystoreException(String message) {
        super(message);
    }
}
