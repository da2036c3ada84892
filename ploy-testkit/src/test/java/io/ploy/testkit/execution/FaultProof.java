package io.ploy.testkit.execution;

import io.ploy.api.notify.Alert;
import io.ploy.testkit.polymarket.fault.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What shows that a fault was answered: the alert the catalogue names for it, or what Ploy has in its place, and invariants
 * that must have been tried on something. Where the catalogue names no alert, the books alone show it.
 */
final class FaultProof {
    /** Ploy sends no batches, trades by no index of positions, and asks no node while it trades through a relayer. */
    private static final Set<Fault> NEVER = EnumSet.of(Fault.F15, Fault.F38, Fault.F62);

    private static final Map<Fault, Named> NAMED = new EnumMap<>(Fault.class);
    private static final Map<Fault, Set<String>> TRIED = new EnumMap<>(Fault.class);

    /** What is critical and may come too. */
    private static final Map<Fault, Set<String>> ALSO = Map.of(
            Fault.F24, Set.of("alert heartbeat.broken"),
            // A cancel that was confirmed and did not happen yet.
            Fault.F36, Set.of("alert order.revived"));

    /** Why a person must decide before trading goes on, and the alert that says so. */
    private static final Map<String, String> FOR_A_PERSON = Map.of(
            "illegal-evidence", "order.illegal",
            "balance-mismatch", "reconcile.diverged",
            "order-unknown", "order.unknown.person",
            "RETRY_AFTER_CONFIRM", "order.illegal",
            "FAIL_AFTER_CONFIRM", "order.illegal",
            "ALIVE_AFTER_FAIL", "order.illegal",
            "AMOUNT_CHANGED", "order.illegal",
            "FOREIGN_WRITER", "heartbeat.foreign-writer");

    static {
        for (Fault doubted : List.of(Fault.F01, Fault.F02, Fault.F03, Fault.F05, Fault.F55, Fault.F56)) {
            named(doubted, "order.unknown", "alert order.unknown", "state UNKNOWN");
            TRIED.put(doubted, Set.of("I1", "I2", "I11"));
        }
        named(Fault.F04, "an identical send", "sent again");
        TRIED.put(Fault.F04, Set.of("I1", "I4"));
        for (Fault failed : List.of(Fault.F27, Fault.F29, Fault.F31)) {
            TRIED.put(failed, Set.of("I7", "I9"));
        }
        named(Fault.F06, "balance.refusal", "alert balance.refusal");
        named(Fault.F07, "balance.refusal", "alert balance.refusal");
        named(Fault.F10, "rules.changed", "rules changed");
        named(Fault.F14, "DELAYED", "state DELAYED");
        named(Fault.F17, "venue.mode", "alert venue.mode");
        named(Fault.F18, "account.setup", "alert account.setup", "alert balance.refusal");
        named(Fault.F19, "account.setup", "alert account.setup");
        named(Fault.F21, "rules.changed", "rules changed");
        named(Fault.F22, "venue.mode", "alert venue.mode");
        named(Fault.F23, "venue.mode", "alert venue.mode");
        named(Fault.F24, "heartbeat.late", "alert heartbeat.late", "alert heartbeat.foreign-writer");
        named(Fault.F27, "settlement.reversed", "alert settlement.reversed");
        named(Fault.F28, "settlement.slow", "alert settlement.slow");
        named(Fault.F29, "settlement.corrected", "alert settlement.reversed");
        named(Fault.F31, "settlement.failure-rate", "alert settlement.reversed");
        named(Fault.F33, "order.foreign", "alert order.foreign", "alert order.illegal");
        named(Fault.F36, "fill.late", "alert fill.late");
        named(Fault.F37, "order.revived", "alert order.revived", "alert cancel.incomplete", "alert cancel.swept");
        named(Fault.F39, "reconcile.incomplete", "alert reconcile.incomplete");
        named(Fault.F40, "order.unknown.person", "alert order.unknown.person", "alert reconcile.incomplete");
        named(Fault.F41, "book.untrusted", "alert book.untrusted", "alert stream.gap", "book distrusted");
        named(Fault.F42, "book.untrusted", "alert book.untrusted", "book distrusted");
        named(Fault.F44, "stream.gap", "alert stream.gap");
        named(Fault.F48, "protocol.drift", "alert protocol.drift");
        named(Fault.F50, "stream.gap", "alert stream.gap");
        named(Fault.F53, "limit.throttled", "alert limit.throttled");
        named(Fault.F57, "clock.skew", "alert clock.skew", "alert account.setup", "alert credentials.renewed");
        named(Fault.F58, "account.geoblocked", "alert account.geoblocked");
        named(Fault.F59, "operation.no-effect", "alert operation.no-effect");
        named(Fault.F60, "resolution.undetermined", "market resolved", "rules changed");
        named(Fault.F66, "fee.mismatch", "alert balance.mismatch");
    }

    private final Set<Fault> faults;
    private final boolean alone;

    /** What the catalogue names, and what answers for it here. */
    private record Named(String name, List<String> answers) {}

    private static void named(Fault fault, String name, String... answers) {
        NAMED.put(fault, new Named(name, List.of(answers)));
    }

    private FaultProof(Set<Fault> faults, boolean alone) {
        this.faults = faults;
        this.alone = alone;
    }

    /** That of a fault alone. */
    static FaultProof of(Fault fault) {
        return new FaultProof(EnumSet.of(fault), true);
    }

    /** A day with these faults, on which each may strike or not. */
    static FaultProof ofDay(Collection<Fault> faults) {
        return new FaultProof(faults.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(faults), false);
    }

    boolean mustStrike() {
        return alone && faults.stream().noneMatch(NEVER::contains);
    }

    /** Whether a strike is one of these faults, or the one it needs. */
    boolean isOf(Fault struck) {
        return faults.contains(struck) || (struck == Fault.F02 && faults.contains(Fault.F04));
    }

    /** Whether it strikes while everything is cancelled. */
    boolean strikesSweeps() {
        return alone && faults.contains(Fault.F37);
    }

    /** Whether every fill becomes final once the faults are over. */
    boolean settles() {
        return !faults.contains(Fault.F28);
    }

    /** Whether what must answer has. */
    boolean isAnswered(Answers answers) {
        return !mustStrike()
                || faults.stream()
                        .map(NAMED::get)
                        .allMatch(named ->
                                named == null || named.answers().stream().anyMatch(answers::has));
    }

    /** What the catalogue names, and how often what answers for it came. */
    String words(Answers answers) {
        List<String> words = new ArrayList<>();
        for (Fault fault : faults) {
            Named named = NAMED.get(fault);
            if (alone && named != null) {
                words.add("for " + named.name() + ": "
                        + named.answers().stream().filter(answers::has).toList());
            }
        }
        return String.join(", ", words);
    }

    /** What should have answered and did not, and what is critical and should not have come. */
    List<String> missing(Answers answers, Map<String, Long> tried) {
        List<String> missing = new ArrayList<>();
        if (!mustStrike()) {
            return missing;
        }
        for (Fault fault : faults) {
            Named named = NAMED.get(fault);
            if (named != null && named.answers().stream().noneMatch(answers::has)) {
                missing.add("unanswered: none of " + named.answers() + " came, for " + named.name());
            }
            TRIED.getOrDefault(fault, Set.of()).stream()
                    .filter(invariant -> tried.getOrDefault(invariant, 0L) == 0)
                    .forEach(invariant -> missing.add(invariant + " was tried on nothing"));
            answers.critical().stream()
                    .filter(alert -> named == null || !named.answers().contains(alert))
                    .filter(alert -> !ALSO.getOrDefault(fault, Set.of()).contains(alert))
                    .forEach(alert -> missing.add("a critical " + alert + " that nobody names for it"));
        }
        return missing;
    }

    /** Whether what keeps orders back waits for a person, as is right, and was told. Never after one fault alone. */
    boolean needsPerson(String reason, Collection<Alert> alerts) {
        return !alone
                && FOR_A_PERSON.entrySet().stream()
                        .anyMatch(entry -> reason.contains(entry.getKey())
                                && alerts.stream()
                                        .anyMatch(alert -> alert.code().equals(entry.getValue())));
    }
}
