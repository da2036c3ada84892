package io.ploy.core.history;

import io.ploy.api.notify.AlertSeverity;
import java.time.Instant;

/**
 * People were told something.
 *
 * @param sequence of its record; the key
 * @param at engine time
 * @param severity how soon to look
 * @param code what it is
 * @param subject what it touches
 * @param message in words
 */
public record AlertRow(long sequence, Instant at, AlertSeverity severity, String code, String subject, String message)
        implements HistoryRow {}
