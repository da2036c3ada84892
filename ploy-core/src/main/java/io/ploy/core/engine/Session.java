package io.ploy.core.engine;

import io.ploy.api.order.AccountId;
import java.time.Clock;

/** One run of the engine: what its ids and its chance are made from. */
record Session(AccountId account, long epoch, EngineSettings settings, Clock clock) {}
