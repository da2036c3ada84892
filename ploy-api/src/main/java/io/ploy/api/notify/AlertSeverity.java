package io.ploy.api.notify;

import io.ploy.api.Stable;

/** How soon a person must look. */
@Stable
public enum AlertSeverity {
    /** Good to know. */
    INFO,
    /** Look today. */
    WARNING,
    /** Look now. */
    CRITICAL
}
