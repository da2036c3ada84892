package io.ploy.connectors.polymarket.order;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.TimeInForce;
import io.ploy.connectors.polymarket.VenueMarket;
import java.time.Duration;
import java.time.Instant;

/** Whether what is asked for can be an order at all, apart from its amounts. */
final class DraftCheck {
    /** The largest whole number up to which the venue, which reads it as a floating-point number, knows all. */
    static final long LARGEST_SALT = (1L << 53) - 1;

    /** Before the venue was there; an earlier time is a clock that was never set. */
    private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Duration shortestLife;

    DraftCheck(OrderOptions options) {
        this.shortestLife = options.shortestLife();
    }

    /**
     * Looks at what is asked for.
     *
     * @return how the order may trade
     * @throws io.ploy.api.order.OrderRefusedException naming the field that is wrong
     */
    OrderTerms check(OrderDraft draft, VenueMarket market) {
        OrderRequest request = draft.request();
        checkMarket(draft.market(), market.market(), request.instrument());
        if (draft.salt() < 1 || draft.salt() > LARGEST_SALT) {
            throw Refusal.of(OrderField.SALT, draft.salt(), "1 to " + LARGEST_SALT);
        }
        if (draft.decidedAt().isBefore(EARLIEST) || draft.decidedAt().isAfter(LATEST)) {
            throw Refusal.of(OrderField.TIMESTAMP, draft.decidedAt(), "a time from " + EARLIEST + " to " + LATEST);
        }
        return new OrderTerms(request.timeInForce(), expiration(request, draft.decidedAt()), request.isPostOnly());
    }

    private static void checkMarket(Market planned, Market current, InstrumentId instrument) {
        if (!planned.id().equals(current.id())) {
            throw Refusal.of("market", current.id(), "the market the order was planned for, " + planned.id());
        }
        if (!current.has(instrument)) {
            throw Refusal.of(
                    "instrument",
                    instrument,
                    "an outcome of " + current.id() + ": " + current.first().instrument() + " or "
                            + current.second().instrument());
        }
    }

    private long expiration(OrderRequest request, Instant decidedAt) {
        if (request.timeInForce() != TimeInForce.GTD) {
            return 0;
        }
        Instant expiresAt = request.expiresAt().orElseThrow();
        Instant earliest = decidedAt.plus(shortestLife);
        if (expiresAt.isBefore(earliest)) {
            throw Refusal.of(
                    "expiration",
                    expiresAt,
                    earliest + " or later, which is " + shortestLife.toSeconds() + " seconds after the decision");
        }
        return expiresAt.getEpochSecond();
    }
}
