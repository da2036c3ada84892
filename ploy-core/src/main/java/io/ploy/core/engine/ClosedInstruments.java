package io.ploy.core.engine;

import io.ploy.api.market.InstrumentId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Instruments that take no new orders until a person decides. Engine thread only. */
final class ClosedInstruments {
    private final Map<InstrumentId, String> reasons = new HashMap<>();

    void close(InstrumentId instrument, String why) {
        reasons.putIfAbsent(instrument, why);
    }

    /** Answers whether it was closed. */
    boolean reopen(InstrumentId instrument) {
        return reasons.remove(instrument) != null;
    }

    /** Why an instrument takes no orders, or null if it does. */
    @Nullable
    String reason(InstrumentId instrument) {
        return reasons.get(instrument);
    }
}
