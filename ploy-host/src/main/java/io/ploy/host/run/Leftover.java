package io.ploy.host.run;

import io.ploy.api.money.Cash;
import io.ploy.api.order.Order;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.Balance;
import io.ploy.api.portfolio.Position;
import io.ploy.core.StopReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One thing that was left when a run ended.
 *
 * @param kind order, venue-order, operation, provisional or unread
 * @param id what it is called, may be empty
 * @param detail for people
 */
record Leftover(String kind, String id, String detail) {
    static List<Leftover> of(StopReport report) {
        List<Leftover> left = new ArrayList<>();
        for (Order order : report.openOrders()) {
            left.add(new Leftover(
                    "order",
                    order.id().toString(),
                    order.lifecycle().name().toLowerCase(Locale.ROOT) + ", "
                            + order.request().side().name().toLowerCase(Locale.ROOT) + " " + order.remaining()
                            + " of " + order.request().instrument()
                            + order.venueOrderId()
                                    .map(id -> ", at the venue " + id.value())
                                    .orElse("")));
        }
        for (VenueOrderId order : report.atVenue()) {
            if (report.openOrders().stream()
                    .noneMatch(mine -> mine.venueOrderId().filter(order::equals).isPresent())) {
                left.add(new Leftover("venue-order", order.value(), "open at the venue, and not in our books"));
            }
        }
        if (report.openOperations() > 0) {
            left.add(new Leftover(
                    "operation", "", report.openOperations() + " splits, merges or redemptions without an end"));
        }
        provisional(report, left);
        if (!report.venueRead()) {
            left.add(new Leftover("unread", "", "the venue's own list of open orders could not be read whole"));
        }
        return left;
    }

    private static void provisional(StopReport report, List<Leftover> left) {
        Balance balance = report.portfolio().balance();
        if (balance.provisionalIn().equals(Cash.ZERO)
                && balance.provisionalOut().equals(Cash.ZERO)) {
            return;
        }
        left.add(new Leftover(
                "provisional",
                "cash",
                balance.provisionalOut() + " USD going out and " + balance.provisionalIn()
                        + " coming in by fills that are not final"));
        for (Position position : report.portfolio().positions()) {
            if (!position.economic().equals(position.confirmed())) {
                left.add(new Leftover(
                        "provisional",
                        position.instrument().toString(),
                        position.economic() + " shares, of which " + position.confirmed() + " are final"));
            }
        }
    }
}
