package io.ploy.core.deployment;

/** A line of the register was changed or is missing, so nothing in it can be believed. The message names file and line. */
public final class RegisterDamagedException extends RegisterException {
    private static final long serialVersionUID = 1L;

    /**
     * Says where.
     *
     * @param message file, line and what is wrong there
     */
    public RegisterDamagedException(String message) {
        super(message);
    }
}
