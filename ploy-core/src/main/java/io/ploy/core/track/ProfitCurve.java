package io.ploy.core.track;

import io.ploy.api.money.Cash;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How profit went since it was zero. In micros. */
final class ProfitCurve {
    private long last;
    private long peak;
    private long drawdown;
    private long beforeDay;
    private @Nullable LocalDate day;
    private @Nullable Long worstDay;

    void sample(Instant at, long profit) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        if (!today.equals(day)) {
            endDay();
            day = today;
        }
        last = profit;
        peak = Math.max(peak, profit);
        drawdown = Math.max(drawdown, peak - profit);
    }

    private void endDay() {
        if (day != null) {
            long made = last - beforeDay;
            worstDay = worstDay == null ? made : Math.min(worstDay, made);
            beforeDay = last;
        }
    }

    Cash drawdown() {
        return Cash.ofMicros(drawdown);
    }

    /** Ends the last day. */
    Cash worstDay() {
        endDay();
        day = null;
        return worstDay == null ? Cash.ZERO : Cash.ofMicros(worstDay);
    }
}
