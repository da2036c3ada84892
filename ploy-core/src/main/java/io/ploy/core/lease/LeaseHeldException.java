package io.ploy.core.lease;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another process holds the lease. */
public final class LeaseHeldException extends LeaseException {
    private static final long serialVersionUID = 1L;

    private final String holder;
    private final String host;
    private final @Nullable Instant endsAt;

    LeaseHeldException(String lease, String holder, String host, @Nullable Instant endsAt) {
        super(
                "the lease of " + lease + " is held by " + holder + " on " + host
                        + (endsAt == null
                                ? " until that process ends"
                                : ", which ends at " + endsAt + " unless renewed")
                        + ". Stop that process, or wait for its lease to end.",
                null);
        this.holder = holder;
        this.host = host;
        this.endsAt = endsAt;
    }

    /** What the holder calls itself. */
    public String holder() {
        return holder;
    }

    /** The holder's host. */
    public String host() {
        return host;
    }

    /** When it ends unless it is renewed; absent where it ends with the process. */
    public Optional<Instant> endsAt() {
        return Optional.ofNullable(endsAt);
    }
}
