package io.ploy.core.risk;

import io.ploy.api.market.BookTrust;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import java.time.Duration;

/** Nothing is priced from a book that is not trusted or was not heard of lately. */
final class BookTrustGate implements Gate {
    @Override
    public String name() {
        return "book-trust";
    }

    @Override
    public RiskDecision check(Candidate order) {
        BookTrust trust = order.book().trust();
        long maxAge = order.limits().raw(Limit.MAX_BOOK_AGE);
        boolean current = maxAge == Long.MAX_VALUE
                || Duration.between(order.book().heardAt(), order.now()).compareTo(Duration.ofNanos(maxAge)) <= 0;
        if ((trust == BookTrust.LIVE && current) || mayBeBlind(order)) {
            return RiskDecision.ALLOW;
        }
        return trust == BookTrust.LIVE
                ? RiskDecision.deny(
                        RiskReason.BOOK_STALE,
                        "last heard of at " + order.book().heardAt() + ", more than " + Limit.MAX_BOOK_AGE.text(maxAge)
                                + " before " + order.now())
                : RiskDecision.deny(RiskReason.BOOK_NOT_LIVE, "the book is " + trust);
    }

    private static boolean mayBeBlind(Candidate order) {
        long floor = order.limits().raw(Limit.BLIND_SELL_FLOOR);
        return order.isReducing() && floor > 0 && order.request().limit().micros() >= floor;
    }
}
