package io.ploy.api.portfolio;

import io.ploy.api.Stable;
import java.time.Instant;

/**
 * An operation moved on.
 *
 * @param operation which
 * @param status where it is now
 * @param detail in words, for people; may be empty
 * @param at engine time
 */
@Stable
public record OperationEvent(Operation operation, Operation.Status status, String detail, Instant at) {}
