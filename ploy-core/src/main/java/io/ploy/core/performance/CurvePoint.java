package io.ploy.core.performance;

import java.time.Instant;

/**
 * A stretch of a curve, up to the next point. In micros.
 *
 * @param from when it begins
 * @param last equity less flows at its end
 * @param lowest of the stretch
 * @param highest of the stretch
 * @param drawdown the deepest of the stretch, 0 or more
 */
public record CurvePoint(Instant from, long last, long lowest, long highest, long drawdown) {}
