package io.ploy.core.engine;

import io.ploy.api.order.AccountId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * One run of the engine: what its ids and its chance are made from.
 *
 * @param supervision how it looks after what it hears nothing of, or null where that cannot happen
 */
record Session(
        AccountId account,
        long epoch,
        EngineSettings settings,
        @Nullable Supervision supervision,
        Clock clock) {}
