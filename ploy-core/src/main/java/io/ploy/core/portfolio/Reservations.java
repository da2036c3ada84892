package io.ploy.core.portfolio;

import io.ploy.api.order.ClientOrderId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What open orders claim: one reservation for each, from the decision until evidence closes the order. */
final class Reservations {
    private final Map<ClientOrderId, Reservation> open = new HashMap<>();

    @Nullable
    Reservation find(ClientOrderId id) {
        return open.get(id);
    }

    Reservation get(ClientOrderId id) {
        Reservation reservation = open.get(id);
        if (reservation == null) {
            throw new IllegalArgumentException("nothing is reserved for order " + id);
        }
        return reservation;
    }

    int count() {
        return open.size();
    }

    void put(ClientOrderId id, Reservation reservation) {
        Reservation before = open.put(id, reservation);
        if (before != null) {
            giveBack(before);
        }
        claim(reservation);
    }

    void release(ClientOrderId id) {
        Reservation reservation = open.remove(id);
        if (reservation != null) {
            giveBack(reservation);
        }
    }

    /** The filled part is a matter of the ledger now; the rest stays reserved at the limit. */
    void filled(ClientOrderId id, long shares, long notional) {
        Reservation reservation = open.get(id);
        if (reservation != null) {
            giveBack(reservation);
            reservation.resize(reservation.remaining() - reservation.usedBy(shares, notional));
            claim(reservation);
        }
    }

    private static void claim(Reservation reservation) {
        StrategyPosition position = reservation.position();
        position.stake().add(reservation);
        count(reservation, position, 1);
        position.refresh();
    }

    private static void giveBack(Reservation reservation) {
        StrategyPosition position = reservation.position();
        position.stake().remove(reservation);
        count(reservation, position, -1);
        position.refresh();
    }

    private static void count(Reservation reservation, StrategyPosition position, int sign) {
        if (reservation.buys()) {
            position.reserve(sign * reservation.cash());
            position.stake().buyingMoved(sign * reservation.shares());
        } else {
            position.claim(sign * reservation.shares());
        }
    }
}
