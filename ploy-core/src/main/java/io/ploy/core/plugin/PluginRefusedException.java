package io.ploy.core.plugin;

import org.jspecify.annotations.Nullable;

/** Why a plugin cannot be used; becomes a {@link RefusedPlugin}. */
final class PluginRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    PluginRefusedException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** What was found, why it cannot be used and what to do. */
    String reason() {
        return reason;
    }
}
