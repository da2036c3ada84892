package io.ploy.api.order;

import io.ploy.api.Experimental;
import java.util.Optional;

/**
 * Follows a venue's clock: reads it now and then by itself.
 *
 * <p><b>Threading.</b> Any thread; answers at once, from memory.
 */
@Experimental
@FunctionalInterface
public interface VenueClock {
    /**
     * What was read last.
     *
     * @return absent until the venue's time could be read for the first time
     */
    Optional<ClockReading> lastReading();
}
