package io.ploy.testkit.polymarket.clob;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.money.FixedPoint;
import java.math.BigDecimal;

/** Amounts as JSON numbers. */
final class Numbers {
    private static final int DECIMALS = 6;

    private Numbers() {}

    /** Whole numbers without a point, others with as many digits as they need. */
    static ObjectNode put(ObjectNode into, String name, long micros) {
        return micros % FixedPoint.ONE == 0
                ? into.put(name, micros / FixedPoint.ONE)
                : into.put(name, BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros());
    }
}
