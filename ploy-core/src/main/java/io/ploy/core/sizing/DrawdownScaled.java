package io.ploy.core.sizing;

import io.ploy.api.money.FixedPoint;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Less and less of another policy the further equity falls below its peak, and nothing at the limit.
 *
 * @param inner what is scaled, not scaled itself
 */
public record DrawdownScaled(SizingPolicy inner) implements SizingPolicy {
    /** A quarter of the full Kelly stake, scaled. */
    public static final DrawdownScaled DEFAULT = new DrawdownScaled(FractionalKelly.DEFAULT);

    /** Refuses to scale twice, which nobody means. */
    public DrawdownScaled {
        if (inner instanceof DrawdownScaled) {
            throw new IllegalArgumentException("DRAWDOWN_SCALED of DRAWDOWN_SCALED, allowed is any other policy");
        }
    }

    @Override
    public List<SizingInput> needs() {
        return Stream.concat(inner.needs().stream(), Stream.of(SizingInput.DRAWDOWN, SizingInput.DRAWDOWN_LIMIT))
                .toList();
    }

    @Override
    public long shares(SizingInputs figures) {
        long limit = figures.value(SizingInput.DRAWDOWN_LIMIT);
        long left = limit - figures.value(SizingInput.DRAWDOWN);
        return left <= 0 ? 0 : FixedPoint.mulDiv(inner.shares(figures), left, limit, RoundingMode.FLOOR);
    }

    @Override
    public String toString() {
        return "DRAWDOWN_SCALED " + inner;
    }
}
