package io.ploy.testkit.execution;

import static io.ploy.testkit.assertions.VenueAssertions.assertThat;

import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.portfolio.Balance;
import io.ploy.api.portfolio.Position;
import io.ploy.testkit.polymarket.record.OrderRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares a room's engine, journal and wire with the truth at its venue, once it is quiet. What is wrong is told in words. */
final class Judge {
    private final TradingRoom room;
    private final WrittenDown written;
    private final List<OrderRow> venueOrders;
    private final List<String> wrong = new ArrayList<>();

    private Judge(TradingRoom room) {
        this.room = room;
        written = WrittenDown.in(room.journal());
        venueOrders = room.atVenue();
    }

    /** Judges a room in which nothing happens any more. */
    static List<String> judge(TradingRoom room) throws IOException {
        return new Judge(room).judge();
    }

    private List<String> judge() throws IOException {
        wrong.addAll(room.wire().wrong());
        wrong.addAll(written.odd());
        eachIntentHasOneOrder();
        nothingIsOpenUnnoticed();
        for (Map.Entry<String, ClientOrderId> sent : written.hashes().entrySet()) {
            Order order = room.order(sent.getValue());
            if (order != null) {
                sumsAreExact(sent.getKey(), order);
                staysWithinTheIntent(sent.getKey(), order);
            }
        }
        matchesAreEqual();
        moneyIsEqual();
        soundBalance(room.ploy().portfolio().balance()).ifPresent(wrong::add);
        try {
            assertThat(room.venue()).keepsItsInvariants();
        } catch (AssertionError e) {
            wrong.add("I14: " + e.getMessage());
        }
        keepsSecrets();
        return wrong;
    }

    /** I1. */
    private void eachIntentHasOneOrder() {
        Map<ClientOrderId, String> orders = new HashMap<>();
        for (OrderRow order : venueOrders) {
            ClientOrderId intent = written.hashes().get(order.id());
            if (intent == null) {
                wrong.add("I3: the venue has an order that is not in the journal: " + order.id());
            } else if (orders.put(intent, order.id()) != null) {
                wrong.add("I1: two orders for " + intent);
            }
        }
    }

    /** I5 and I12: what is open in the books is in doubt and was told, and what is closed in them is closed. */
    private void nothingIsOpenUnnoticed() {
        List<String> open = room.openAtVenue().stream().map(OrderRow::id).toList();
        for (Order order : room.ploy().openOrders()) {
            boolean told = order.lifecycle() == OrderLifecycle.UNKNOWN
                    && room.alerts().stream()
                            .anyMatch(alert -> alert.code().startsWith("order.unknown")
                                    && alert.subject().equals(order.id().toString()));
            String hash = order.venueOrderId().map(Object::toString).orElse("");
            if (!told && !open.contains(hash)) {
                wrong.add("I5: open in the books alone: " + order + " " + order.detail());
            }
        }
        List<String> known = room.ploy().openOrders().stream()
                .flatMap(order -> order.venueOrderId().stream())
                .map(id -> id.value())
                .toList();
        open.stream()
                .filter(hash -> !known.contains(hash))
                .forEach(hash -> wrong.add("I12: open at the venue alone: " + hash));
    }

    /** I6 and I25. */
    private void sumsAreExact(String hash, Order order) {
        List<FillReport> legs = written.legs(hash);
        long all = sum(legs);
        long failed = sum(legs.stream()
                .filter(leg -> leg.status() == SettlementStatus.FAILED)
                .toList());
        if (order.matched().micros() != all + order.unattributed().micros()) {
            wrong.add("I6: " + order.id() + " matched " + order.matched() + ", its legs " + all + " and "
                    + order.unattributed());
        }
        if (order.economic().micros() != all - failed + order.unattributed().micros()) {
            wrong.add("I6: " + order.id() + " is economically " + order.economic() + ", its legs " + (all - failed));
        }
    }

    private static long sum(List<FillReport> legs) {
        return legs.stream().mapToLong(leg -> leg.quantity().micros()).sum();
    }

    /** I2. */
    private void staysWithinTheIntent(String hash, Order order) {
        OrderRequest request = order.request();
        List<FillReport> legs = written.legs(hash);
        for (FillReport leg : legs) {
            int against = leg.price().compareTo(request.limit());
            if (request.side() == Side.BUY ? against > 0 : against < 0) {
                wrong.add("I2: " + order.id() + " traded at " + leg.price() + " with limit " + request.limit());
            }
        }
        if (request.size() instanceof OrderSize.Shares shares
                && order.matched().compareTo(shares.quantity()) > 0
                && request.side() == Side.SELL) {
            wrong.add("I2: " + order.id() + " sold " + order.matched() + " of " + shares.quantity());
        }
        long cost = legs.stream()
                .mapToLong(leg -> Cash.notional(leg.price(), leg.quantity(), java.math.RoundingMode.FLOOR)
                        .micros())
                .sum();
        long most = Cash.notional(request.limit(), request.sharesAtLimit(), java.math.RoundingMode.CEILING)
                .micros();
        if (request.side() == Side.BUY && cost > most) {
            wrong.add("I2: " + order.id() + " spent " + cost + " of " + most);
        }
    }

    /** I7 and I8, matched quantities: the venue's equal ours, order by order. */
    private void matchesAreEqual() {
        Map<String, Long> matched = new TreeMap<>();
        written.hashes().keySet().forEach(hash -> matched.put(hash, 0L));
        venueOrders.forEach(order -> matched.put(order.id(), order.matched().micros()));
        matched.forEach((hash, micros) -> {
            long legs = sum(written.legs(hash));
            if (legs != micros) {
                wrong.add("I8: " + hash + " matched " + micros + " at the venue and " + legs + " in the books");
            }
        });
    }

    /** I7 and I9. */
    private void moneyIsEqual() {
        if (!written.underWay().isEmpty()) {
            wrong.add("I32: operations without an end: " + written.underWay());
        }
        if (written.provisional() > 0) {
            return;
        }
        AccountSnapshot held = room.held();
        Cash settled = room.ploy().portfolio().balance().settled();
        if (!settled.equals(held.collateral())) {
            wrong.add("I7: cash " + held.collateral() + " at the venue, " + settled + " in the books");
        }
        Map<String, Quantity> truth = new TreeMap<>();
        held.holdings().forEach((instrument, quantity) -> {
            if (!quantity.isZero()) {
                truth.put(instrument.toString(), quantity);
            }
        });
        Map<String, Quantity> books = room.ploy().portfolio().positions().stream()
                .filter(position -> !position.confirmed().isZero())
                .collect(Collectors.toMap(
                        position -> position.instrument().toString(), Position::confirmed, (a, b) -> a, TreeMap::new));
        if (!truth.equals(books)) {
            wrong.add("I7: shares " + truth + " at the venue, " + books + " in the books");
        }
    }

    /** I13: no more is reserved than is there. */
    static Optional<String> soundBalance(Balance balance) {
        return balance.reserved().isNegative()
                        || balance.provisionalOut().isNegative()
                        || balance.provisionalIn().isNegative()
                        || balance.available().isNegative()
                ? Optional.of("I13: " + balance)
                : Optional.empty();
    }

    /** I29. */
    private void keepsSecrets() {
        String journal = new String(room.journal().bytes(), StandardCharsets.ISO_8859_1);
        String alerts = room.alerts().toString();
        for (String secret : List.of(
                room.account().privateKey().replaceFirst("^0x", ""),
                room.account().credentials().secret(),
                room.account().credentials().passphrase())) {
            if (journal.contains(secret) || alerts.contains(secret)) {
                wrong.add("I29: a secret was written down or told");
            }
        }
    }
}
