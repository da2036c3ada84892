package io.ploy.testkit.polymarket.server.log;

import io.ploy.testkit.polymarket.server.fault.Cut;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * A request and what was really sent for it.
 *
 * @param at venue time of the answer
 * @param request what came in
 * @param processed whether the venue saw it
 * @param answer what was sent, or would have been but for the cut; 101 for a WebSocket; absent if there was none
 * @param cut where the answer broke off
 */
public record Exchange(
        Instant at, WireRequest request, boolean processed, Optional<WireAnswer> answer, Optional<Cut> cut) {}
