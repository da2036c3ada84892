package io.ploy.testkit.execution;

import static io.ploy.testkit.assertions.VenueAssertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.portfolio.Balance;
import io.ploy.api.portfolio.Position;
import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.record.TradeRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares a room's engine, journal and wire with the truth at its venue, once it is quiet. What is wrong is told in words. */
final class Judge {
    private final TradingRoom room;
    private final WrittenDown written;
    private final List<OrderRow> venueOrders;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Long> tried = new TreeMap<>();

    private Judge(TradingRoom room) {
        this.room = room;
        written = WrittenDown.in(room.journal());
        venueOrders = room.atVenue();
    }

    /** Judges a room in which nothing happens any more. */
    static List<String> judge(TradingRoom room) throws IOException {
        return of(room).wrong();
    }

    /** The same, with what was looked at. */
    static Judge of(TradingRoom room) throws IOException {
        Judge judge = new Judge(room);
        judge.judge();
        return judge;
    }

    /** What is wrong, in words. */
    List<String> wrong() {
        return wrong;
    }

    /** How many things each invariant was tried on: sends, orders, legs, doubts. */
    Map<String, Long> tried() {
        return tried;
    }

    private void judge() throws IOException {
        wrong.addAll(room.wire().wrong());
        tried.put("I3", (long) room.wire().sent().size());
        tried.put("I4", (long) room.wire().sentAgain());
        wrong.addAll(written.odd());
        eachIntentHasOneOrder();
        staysWithinTheIntents();
        wrong.addAll(SentInTime.wrong(room.journal(), room.wire()));
        tried.put("I21", (long) room.wire().sent().size());
        DoubtsEnd doubts =
                DoubtsEnd.in(room.journal(), room.wire(), TradingRoom.quick().absentAfter());
        wrong.addAll(doubts.wrong());
        tried.put("I11", (long) doubts.ended());
        nothingIsOpenUnnoticed();
        for (Map.Entry<String, ClientOrderId> sent : written.hashes().entrySet()) {
            Order order = room.order(sent.getValue());
            if (order != null) {
                sumsAreExact(sent.getKey(), order);
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
    }

    /** I1. */
    private void eachIntentHasOneOrder() {
        tried.put("I1", (long) written.hashes().size());
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
        tried.merge("I6", 1L, Long::sum);
        tried.merge("I8", (long) legs.size(), Long::sum);
        long all = sum(legs);
        long failed = sum(legs.stream()
                .filter(leg -> leg.status() == SettlementStatus.FAILED)
                .toList());
        tried.merge(
                "I9",
                legs.stream()
                        .filter(leg -> leg.status() == SettlementStatus.FAILED)
                        .count(),
                Long::sum);
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

    /** I2, by the venue's own trades. */
    private void staysWithinTheIntents() throws IOException {
        // A rate that changes under way is measured afterwards, from balances.
        boolean feesMoved = room.venue().faultLog().firings().stream().anyMatch(firing -> firing.fault() == Fault.F66);
        Map<String, List<TradeRow.Party>> legs = new HashMap<>();
        for (TradeRow trade : room.tradesAtVenue()) {
            Stream.concat(Stream.of(trade.taker()), trade.makers().stream())
                    .filter(party -> written.hashes().containsKey(party.order()))
                    .forEach(party -> legs.computeIfAbsent(party.order(), unseen -> new ArrayList<>())
                            .add(party));
        }
        WithinIntent intents = new WithinIntent();
        for (Map.Entry<String, PreparedOrder> prepared : written.prepared().entrySet()) {
            ClientOrderId id = prepared.getValue().id();
            OrderRequest request = written.request(id);
            intents.signed(prepared.getValue(), request)
                    .executed(
                            id,
                            request,
                            feesMoved ? null : written.fees(id),
                            legs.getOrDefault(prepared.getKey(), List.of()));
        }
        wrong.addAll(intents.wrong());
        tried.put("I2", (long) written.prepared().size());
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
        tried.put("I7", 1L + held.holdings().size());
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
