package io.ploy.core.risk;

import io.ploy.api.market.BookTrust;
import io.ploy.api.money.Price;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Nothing is priced from a book that is not trusted or was not heard of lately. */
final class BookTrustGate implements Gate {
    private final Duration maxAge;
    private final @Nullable Price blindSellFloor;

    BookTrustGate(RiskLimits limits) {
        maxAge = limits.maxBookAge();
        blindSellFloor = limits.blindSellFloor().orElse(null);
    }

    @Override
    public String name() {
        return "book-trust";
    }

    @Override
    public RiskDecision check(Candidate order) {
        BookTrust trust = order.book().trust();
        boolean current = !order.book().heardAt().plus(maxAge).isBefore(order.now());
        if ((trust == BookTrust.LIVE && current) || mayBeBlind(order)) {
            return RiskDecision.ALLOW;
        }
        return trust == BookTrust.LIVE
                ? RiskDecision.deny(
                        RiskReason.BOOK_STALE,
                        "last heard of at " + order.book().heardAt() + ", more than " + maxAge + " before "
                                + order.now())
                : RiskDecision.deny(RiskReason.BOOK_NOT_LIVE, "the book is " + trust);
    }

    private boolean mayBeBlind(Candidate order) {
        return order.isReducing()
                && blindSellFloor != null
                && !order.request().limit().isBelow(blindSellFloor);
    }
}
