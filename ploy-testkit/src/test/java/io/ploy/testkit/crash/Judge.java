package io.ploy.testkit.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.server.log.Exchange;
import io.ploy.testkit.polymarket.wire.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares what a client believes after its last start with what is true at the venue. What is wrong is told in words. */
final class Judge {
    private static final Set<String> FORBIDDEN =
            Set.of("order.illegal", "balance.mismatch", "reconcile.diverged", "order.foreign", "order.revived");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PolymarketSimulator venue;
    private final TestAccount account;
    private final JournalTruth journal;
    private final Belief said;
    private final List<String> wrong = new ArrayList<>();
    private final List<OrderRow> orders;
    private final AccountSnapshot held;

    private Judge(PolymarketSimulator venue, TestAccount account, JournalTruth journal, Belief said) {
        this.venue = venue;
        this.account = account;
        this.journal = journal;
        this.said = said;
        orders = venue.state().loop().ask(() -> venue.records().orders(account.account()));
        held = venue.state()
                .loop()
                .ask(() -> venue.state().exchange().account(account.account().id()));
    }

    static List<String> judge(PolymarketSimulator venue, TestAccount account, JournalTruth journal, Belief said)
            throws IOException {
        return new Judge(venue, account, journal, said).judge();
    }

    private List<String> judge() throws IOException {
        wrong.addAll(journal.odd());
        wroteBeforeItSent();
        eachIntentHasOneOrder();
        matchesAreEqual();
        nothingIsOpen();
        moneyIsEqual();
        tradingGoesOn();
        nobodyWasAlarmed();
        return wrong;
    }

    /** I3 and I4: what the venue read was written before, and what was sent twice is the same. */
    private void wroteBeforeItSent() throws IOException {
        Map<String, String> bySalt = new HashMap<>();
        for (Exchange exchange : venue.log().exchanges()) {
            boolean ours = exchange.request().api() == Api.CLOB
                    && exchange.request().method().equals("POST")
                    && exchange.request().path().equals("/order")
                    && exchange.request()
                            .header("POLY_ADDRESS")
                            .orElse("")
                            .equalsIgnoreCase(CrashVenue.signer(account));
            if (!ours) {
                continue;
            }
            String body = exchange.request().body();
            if (!journal.hasBody(body)) {
                wrong.add("these bytes left and are not in the journal: " + body);
            }
            String salt = JSON.readTree(body).path("order").path("salt").asText();
            if (!body.equals(bySalt.computeIfAbsent(salt, first -> body))) {
                wrong.add("an order was sent again with other bytes: " + body);
            }
        }
    }

    private void eachIntentHasOneOrder() {
        Map<ClientOrderId, String> hashes = new HashMap<>();
        for (OrderRow order : orders) {
            ClientOrderId intent = journal.intentOf(order.id());
            if (intent == null) {
                wrong.add("the venue has an order the journal does not know: " + order.id());
            } else {
                String other = hashes.put(intent, order.id());
                if (other != null) {
                    wrong.add("intent " + intent + " has two orders: " + other + " and " + order.id());
                }
            }
        }
    }

    private void matchesAreEqual() {
        Map<String, Long> matched = new TreeMap<>();
        journal.hashes().forEach(hash -> matched.put(hash, 0L));
        orders.forEach(order -> matched.put(order.id(), order.matched().micros()));
        matched.forEach((hash, micros) -> {
            if (journal.matched(hash) != micros) {
                wrong.add("order " + hash + " matched " + micros + " at the venue and " + journal.matched(hash)
                        + " in the books");
            }
        });
        if (journal.provisional() > 0) {
            wrong.add(journal.provisional() + " fills are not final");
        }
    }

    private void nothingIsOpen() {
        venue.state().loop().ask(() -> venue.records().open(account.account())).forEach(order -> {
            wrong.add("open at the venue: " + order.id() + " " + order.status());
        });
        said.open().forEach(order -> wrong.add("open in the books: " + order));
        // That an operation never left the process cannot be proven at once; it stays unknown, and what it needs
        // reserved.
        if (said.operations() == 0 && (!said.clean() || !said.settled())) {
            wrong.add("it did not end clean and settled: " + said);
        }
    }

    private void moneyIsEqual() {
        if (said.cash() != held.collateral().micros()) {
            wrong.add("cash is " + held.collateral().micros() + " at the venue and " + said.cash() + " in the books");
        }
        Map<String, Long> shares = new TreeMap<>();
        held.holdings().forEach((instrument, quantity) -> {
            if (!quantity.isZero()) {
                shares.put(instrument.toString(), quantity.micros());
            }
        });
        if (!shares.equals(said.shares())) {
            wrong.add("shares are " + shares + " at the venue and " + said.shares() + " in the books");
        }
    }

    private void tradingGoesOn() {
        if (said.probed() == 0) {
            wrong.add("no order went through after the last start");
        }
    }

    private void nobodyWasAlarmed() {
        for (Alert alert : journal.alerts()) {
            if (FORBIDDEN.contains(alert.code())) {
                wrong.add("alert " + alert);
            }
        }
        said.halts().forEach(halt -> wrong.add("halted: " + halt));
    }
}
