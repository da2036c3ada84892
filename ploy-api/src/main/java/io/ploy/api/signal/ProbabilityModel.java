package io.ploy.api.signal;

import io.ploy.api.Experimental;
import io.ploy.api.market.InstrumentId;
import java.util.Optional;

/**
 * Says how likely an outcome is.
 *
 * <p><b>Threading.</b> Called on the engine thread: answers from what it has at once, never waits.
 */
@Experimental
public interface ProbabilityModel {
    /**
     * What the model thinks now.
     *
     * @param instrument about which outcome
     * @return absent if the model has no opinion, which is a legal answer
     */
    Optional<Advice> advice(InstrumentId instrument);
}
