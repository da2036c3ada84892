package io.ploy.core.engine;

import io.ploy.api.portfolio.Credit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whether the venue holds more cash than the books because it paid for something. It does if what it lists since cash
 * last agreed comes to the difference; else nothing is known, since the list may lag behind the balance. Engine thread only.
 */
final class CreditWatch {
    /** How long a balance may be shown without what was paid by then. */
    private static final Duration LAG = Duration.ofMinutes(10);

    /** Amounts are listed rounded. */
    private static final long ROUNDING = 10_000;

    private final Set<Credit> booked = new HashSet<>();
    private Instant agreedAt;

    CreditWatch(Instant agreedAt) {
        this.agreedAt = agreedAt;
    }

    /** Cash of the books is what the venue said when it was asked then. */
    void agreed(Instant asked) {
        agreedAt = asked;
        booked.removeIf(credit -> credit.at().isBefore(earliest()));
    }

    private Instant earliest() {
        return agreedAt.minus(LAG);
    }

    /** What makes up a difference in micros; empty if what is listed does not. It counts as booked from now on. */
    List<Credit> take(long difference, List<Credit> listed) {
        List<Credit> found = new ArrayList<>();
        long sum = 0;
        for (Credit credit : listed) {
            if (!credit.at().isBefore(earliest()) && !booked.contains(credit)) {
                found.add(credit);
                sum = Math.addExact(sum, credit.amount().micros());
            }
        }
        if (found.isEmpty() || Math.abs(Math.subtractExact(difference, sum)) > ROUNDING) {
            return List.of();
        }
        booked.addAll(found);
        return found;
    }
}
