package io.ploy.core.performance;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.FixedPoint;
import io.ploy.core.portfolio.PositionFigures;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the worth of one instrument, and everything that must be counted again when that changes. */
final class InstrumentMark {
    /** What is marked at least, so that a mark is there when a pair comes apart. */
    private static final long ONE_SHARE = FixedPoint.ONE;

    private final InstrumentId instrument;
    private final List<HeldPosition> positions = new ArrayList<>();
    private final List<HeldEvent> events = new ArrayList<>();
    private @Nullable Market market;
    private @Nullable OrderBook book;
    private @Nullable FeeSchedule fees;
    /** Since when the book is not trusted; null while it is. */
    private @Nullable Instant untrustedSince = Instant.MIN;

    private boolean overdue = true;
    private long lastSize;
    private long lastValue;
    private boolean changed;
    private boolean resolved;

    InstrumentMark(InstrumentId instrument) {
        this.instrument = instrument;
    }

    InstrumentId instrument() {
        return instrument;
    }

    @Nullable
    Market market() {
        return market;
    }

    void marketIs(@Nullable Market latest) {
        market = latest;
    }

    /** The positions of this instrument, one for each strategy. */
    List<HeldPosition> positions() {
        return positions;
    }

    /** The events, one for each scope, that this instrument's mark counts in. */
    List<HeldEvent> events() {
        return events;
    }

    /**
     * Looks at the book again.
     *
     * @param latest null if there is none
     */
    void look(@Nullable OrderBook latest, Instant now) {
        FeeSchedule schedule = market == null ? null : market.rules().fees().orElse(null);
        if (latest == null || schedule == null || latest.trust() != BookTrust.LIVE) {
            book = null;
            if (untrustedSince == null) {
                untrustedSince = now;
            }
            return;
        }
        book = latest;
        fees = schedule;
        untrustedSince = null;
        overdue = false;
        // What is not held now has no mark that could count later, when it is bought in an untrusted book.
        long held = held();
        long size = held > 0 ? Math.max(held, ONE_SHARE) : 0;
        long value = held > 0 ? BidWalk.netMicros(latest, schedule, size) : 0;
        changed |= held > 0 && (size != lastSize || value != lastValue);
        lastSize = size;
        lastValue = value;
    }

    /** Takes over what an earlier run saw last. */
    void remember(NotedMark mark, Instant at) {
        lastSize = mark.sizeMicros();
        lastValue = mark.valueMicros();
        untrustedSince = at;
        overdue = false;
    }

    /** The payout is known: no book counts any more. */
    void resolved() {
        resolved = true;
    }

    /** Micro-shares the account holds, provisional ones included. */
    long held() {
        long sum = 0;
        for (int i = 0; i < positions.size(); i++) {
            sum = Math.addExact(sum, Math.max(0, positions.get(i).counted().economicShares()));
        }
        return sum;
    }

    /** Whether anything is held in either view. */
    boolean isHeld() {
        for (int i = 0; i < positions.size(); i++) {
            PositionFigures figures = positions.get(i).counted();
            if (figures.economicShares() > 0 || figures.confirmedShares() > 0) {
                return true;
            }
        }
        return false;
    }

    boolean isTrusted() {
        return book != null;
    }

    /** Whether there is no trusted mark now, however new the last one is. */
    boolean isUntrusted() {
        return !resolved && book == null;
    }

    /** Whether the last trusted mark is too old, or there never was one. */
    boolean isUnknown() {
        return !resolved && book == null && (overdue || lastSize == 0);
    }

    /** When the last trusted mark will be too old; null if nothing is to be waited for. */
    @Nullable
    Instant deadline(Duration grace) {
        Instant since = untrustedSince;
        return since == null || overdue || resolved || lastSize == 0 ? null : since.plus(grace);
    }

    void graceEnded() {
        overdue = true;
    }

    /** The mark if it is another than was recorded last. */
    @Nullable
    NotedMark takeChanged() {
        boolean note = changed && lastSize > 0;
        changed = false;
        return note ? new NotedMark(instrument, lastSize, lastValue) : null;
    }

    /** What so many micro-shares would bring now. Only while trusted. */
    long bidNetMicros(long size) {
        OrderBook trusted = book;
        FeeSchedule schedule = fees;
        if (trusted == null || schedule == null) {
            throw new IllegalStateException("the book of " + instrument + " is not trusted");
        }
        if (size == lastSize) {
            return lastValue;
        }
        return BidWalk.netMicros(trusted, schedule, size);
    }

    boolean hasLast() {
        return lastSize > 0;
    }

    /** What so many micro-shares would have brought when the book was trusted last. */
    long last(long size) {
        return FixedPoint.mulDiv(lastValue, size, lastSize, RoundingMode.FLOOR);
    }
}
