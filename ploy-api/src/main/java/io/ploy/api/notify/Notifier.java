package io.ploy.api.notify;

import io.ploy.api.Stable;

/**
 * Carries alerts to people. A {@code ServiceLoader} provider or given to the builder.
 *
 * <p><b>Threading.</b> Called on a thread of its own, one alert at a time, never on the engine thread. It may wait, for
 * some seconds at most.
 *
 * <p><b>Errors.</b> An exception is logged and counted; the next alert is tried all the same.
 */
@FunctionalInterface
@Stable
public interface Notifier {
    /**
     * Delivers one alert.
     *
     * @param alert what to tell
     */
    void notify(Alert alert);
}
