package io.ploy.testkit.execution;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.SettlementStatus;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What engine and connector did about a fault, by their own words: alerts, halts and holds, causes of breakers, what was
 * refused, what was found illegal, and the states that only trouble leads to. Each with how often, as a catalogue names it.
 */
final class Answers {
    /** What a session itself does. */
    private static final Set<String> OWN = Set.of("account.halted", "cancel.swept");

    private static final Set<OrderLifecycle> TROUBLE = EnumSet.of(
            OrderLifecycle.UNKNOWN,
            OrderLifecycle.DELAYED,
            OrderLifecycle.UNMATCHED,
            OrderLifecycle.REJECTED,
            OrderLifecycle.EXPIRED);
    private static final Pattern HOLD = Pattern.compile("([a-z][a-z-]+) \\(engine: ");

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<MarketId, Market> markets = new HashMap<>();
    private final Set<String> legs = new HashSet<>();
    private final Set<String> critical = new TreeSet<>();

    private Answers() {}

    /**
     * Collects them.
     *
     * @param alerts of engine and connector
     * @param denied what was refused inside Ploy, as reason and detail
     */
    static Answers of(Collection<Alert> alerts, JournalStore journal, Collection<TradingRoom.Denial> denied) {
        Answers answers = new Answers();
        alerts.stream().filter(alert -> !OWN.contains(alert.code())).forEach(answers::take);
        journal.replay((sequence, at, record) -> answers.take(record));
        denied.forEach(answers::take);
        return answers;
    }

    private void count(String answer) {
        counts.merge(answer, 1, Integer::sum);
    }

    private void take(Alert alert) {
        count("alert " + alert.code());
        if (alert.severity() == AlertSeverity.CRITICAL) {
            critical.add("alert " + alert.code());
        }
    }

    private void take(TradingRoom.Denial denial) {
        count("denied " + denial.reason());
        Matcher hold = HOLD.matcher(denial.detail());
        while (hold.find()) {
            count("held " + hold.group(1));
        }
    }

    private void take(JournalRecord record) {
        if (record instanceof JournalRecord.OrderMoved moved && TROUBLE.contains(moved.to())) {
            count("state " + moved.to());
        } else if (record instanceof JournalRecord.OrderMoved moved
                && moved.reason()
                        .filter(reason -> reason.name().equals("NOT_FOUND"))
                        .isPresent()) {
            count("state NOT_FOUND");
        } else if (record instanceof JournalRecord.CauseMoved cause
                && cause.change().set()) {
            count("cause " + cause.change().cause());
        } else if (record instanceof JournalRecord.IllegalEvidence illegal) {
            count("illegal " + illegal.code());
        } else if (record instanceof JournalRecord.Reconciled compared
                && compared.verdict() != JournalRecord.Reconciled.Verdict.CLEAN) {
            count("compared " + compared.verdict());
        } else if (record instanceof JournalRecord.FillObserved fill
                && (fill.report().status() == SettlementStatus.FAILED
                        || fill.report().status() == SettlementStatus.RETRYING)
                && legs.add(fill.report().status() + " " + fill.report().id())) {
            count("leg " + fill.report().status());
        } else if (record instanceof JournalRecord.MarketObserved observed) {
            Market now = observed.market();
            Market before = markets.put(now.id(), now);
            if (before != null && (!before.rules().equals(now.rules()) || before.status() != now.status())) {
                count("rules changed");
            }
        } else if (record instanceof JournalRecord.Resolved) {
            count("market resolved");
        }
    }

    /** Counts what else answered. */
    Answers and(String answer, long times) {
        if (times > 0) {
            counts.merge(answer, (int) times, Integer::sum);
        }
        return this;
    }

    /** The alerts that were critical. */
    Set<String> critical() {
        return critical;
    }

    boolean has(String answer) {
        return counts.containsKey(answer);
    }

    /** How often each came. */
    Map<String, Integer> counts() {
        return counts;
    }
}
