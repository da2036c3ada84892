package io.ploy.connectors.polymarket.clob;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A builder's key, without its secrets.
 *
 * @param key names it
 * @param createdAt when it was made, or null if not said
 * @param revokedAt when it was withdrawn, or null if it was not
 */
public record BuilderKey(
        String key, @Nullable Instant createdAt, @Nullable Instant revokedAt) {}
