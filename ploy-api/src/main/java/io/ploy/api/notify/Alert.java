package io.ploy.api.notify;

import io.ploy.api.Stable;
import java.time.Instant;

/**
 * Something a person should know.
 *
 * @param severity how soon
 * @param code what it is, such as {@code settlement.reversed}; see the alert catalogue
 * @param subject what it touches: an order, a market, an account, a strategy
 * @param message what happened, what Ploy did and what the person should do; never a secret
 * @param at engine time
 */
@Stable
public record Alert(AlertSeverity severity, String code, String subject, String message, Instant at) {}
