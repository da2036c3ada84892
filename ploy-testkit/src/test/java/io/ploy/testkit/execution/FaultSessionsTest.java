package io.ploy.testkit.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.fault.FaultSpec;
import io.ploy.testkit.polymarket.scenario.FaultBuilder;
import io.ploy.testkit.polymarket.scenario.Profile;
import io.ploy.testkit.polymarket.scenario.Scenario;
import io.ploy.testkit.polymarket.scenario.ScenarioBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A short trading session with every fault of the catalogue, and on days of every kind; each is judged once it is quiet.
 * {@code -Dfaults.only} takes the faults whose number it matches, {@code -Dfaults.seeds} other than 20 days of every profile.
 */
@Tag("faults")
class FaultSessionsTest {
    private static final int AT_ONCE = 16;
    private static final int SEEDS = Integer.getInteger("faults.seeds", 20);
    private static final String ONLY = System.getProperty("faults.only", "F.*");

    private static final Map<Fault, Consumer<FaultBuilder>> SHORT = new EnumMap<>(Fault.class);

    static {
        Consumer<FaultBuilder> third = fault -> fault.every(3);
        Consumer<FaultBuilder> once = fault -> fault.at(Duration.ofSeconds(1));
        put(third, Fault.F01, Fault.F02, Fault.F05, Fault.F11, Fault.F12);
        put(third, Fault.F19, Fault.F26, Fault.F28, Fault.F53, Fault.F55);
        put(once, Fault.F10, Fault.F54, Fault.F58, Fault.F66);
        put(fault -> fault.at(Duration.ofSeconds(2)), Fault.F60);
        // Younger than the next comparison, which a lag of half a minute is where they are a minute apart.
        SHORT.put(Fault.F06, fault -> fault.with("lag", "900ms"));
        SHORT.put(Fault.F07, fault -> fault.with("amount", "9990"));
        SHORT.put(Fault.F08, fault -> fault.every(2).with("takerDecimals", "1"));
        SHORT.put(Fault.F09, fault -> fault.every(2).with("minShares", "20"));
        SHORT.put(Fault.F31, fault -> fault.with("against", "LOSERS").with("delay", "1s"));
        SHORT.put(Fault.F43, fault -> fault.with("most", "1"));
        SHORT.put(Fault.F51, fault -> fault.times(2));
        SHORT.put(Fault.F52, fault -> fault.with("event", "TICK_SIZE_CHANGE"));
        SHORT.put(Fault.F56, fault -> fault.every(3).with("how", "STALE"));
        SHORT.put(Fault.F03, fault -> fault.every(4).with("hold", "2s"));
        SHORT.put(Fault.F14, fault -> fault.every(2).with("delay", "1s"));
        SHORT.put(Fault.F17, fault -> fault.at(Duration.ofSeconds(1)).lasting(Duration.ofSeconds(1)));
        SHORT.put(Fault.F18, fault -> fault.at(Duration.ofSeconds(1)).lasting(Duration.ofSeconds(1)));
        SHORT.put(Fault.F20, fault -> fault.with("margin", "10m"));
        // Longer than markets are read apart.
        SHORT.put(Fault.F21, fault -> fault.at(Duration.ofSeconds(1)).lasting(Duration.ofSeconds(5)));
        SHORT.put(
                Fault.F22,
                fault -> fault.at(Duration.ofSeconds(1))
                        .with("away", "1s")
                        .with("postOnly", "1s")
                        .with("lost", "0.5"));
        SHORT.put(Fault.F23, fault -> fault.at(Duration.ofSeconds(1)).with("length", "1s"));
        SHORT.put(Fault.F25, fault -> fault.with("mined", "500ms").with("confirmed", "1s"));
        SHORT.put(Fault.F27, fault -> fault.every(2).with("delay", "1s"));
        SHORT.put(Fault.F29, fault -> fault.every(2).with("gap", "1s"));
        SHORT.put(Fault.F33, fault -> fault.with("how", "FOREIGN"));
        SHORT.put(Fault.F36, fault -> fault.every(3).with("how", "FILLED_AFTER").with("delay", "1s"));
        // Until it is noticed, by which time the market channel has told nothing for half a minute.
        SHORT.put(Fault.F41, fault -> fault.at(Duration.ofSeconds(1)).with("length", "90s"));
        SHORT.put(Fault.F45, fault -> fault.every(10));
        SHORT.put(Fault.F46, fault -> fault.every(10));
        SHORT.put(Fault.F47, fault -> fault.every(3));
        SHORT.put(Fault.F48, fault -> fault.every(10));
        SHORT.put(
                Fault.F49,
                fault -> fault.at(Duration.ofSeconds(1)).with("rate", "1000").with("length", "1s"));
        SHORT.put(Fault.F50, fault -> fault.at(Duration.ofSeconds(1)).with("length", "2s"));
        SHORT.put(Fault.F57, fault -> fault.every(5).with("how", "REFUSED"));
    }

    private static void put(Consumer<FaultBuilder> how, Fault... faults) {
        for (Fault fault : faults) {
            SHORT.put(fault, how);
        }
    }

    /** A fault that needs another comes with it. */
    private static Scenario scenario(Fault fault) {
        ScenarioBuilder scenario = Scenario.builder(fault.title());
        Duration second = Duration.ofSeconds(1);
        switch (fault) {
            // What rests is sent again. The odd answer itself needs a venue that shows the first copy to nobody:
            // DoubtMatrixTest.
            case F04 -> scenario.inject(Fault.F02, "lost", each -> each.every(4).where("type", "GTC"));
            case F48 -> scenario.inject(Fault.F48, "own", each -> each.every(5).where("channel", "USER"));
            case F43, F51 -> scenario.inject(Fault.F44, "reset", each -> each.at(second));
            case F52 -> scenario.inject(Fault.F10, "tick", each -> each.at(second));
            default -> {}
        }
        return scenario.inject(fault, fault.name(), SHORT.getOrDefault(fault, each -> {}))
                .build();
    }

    /** Trading goes on with credentials that are derived once more. */
    private static Scenario lapsed() {
        return Scenario.builder("lapsed-key")
                .inject(Fault.F57, "lapsed", fault -> fault.occasions(40).with("how", "LAPSED"))
                .build();
    }

    private static boolean isOfProcess(Fault fault) {
        return fault == Fault.F63 || fault == Fault.F64 || fault == Fault.F65;
    }

    @Test
    void everyFaultLeavesTheBooksTrue() throws Exception {
        List<FaultSession> sessions = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            if (!isOfProcess(fault) && fault.name().matches(ONLY)) {
                sessions.add(new FaultSession(
                        fault + " " + fault.title(), scenario(fault), fault.ordinal() + 1, FaultProof.of(fault)));
            }
        }
        if (Fault.F57.name().matches(ONLY)) {
            sessions.add(new FaultSession("F57 lapsed-key", lapsed(), Fault.F57.ordinal(), FaultProof.of(Fault.F57)));
        }
        judge(sessions, "fault-sessions.txt");
    }

    @Test
    void daysOfEveryKindLeaveTheBooksTrue() throws Exception {
        judge(days(), "profile-sessions.txt");
    }

    private static List<FaultSession> days() {
        List<FaultSession> sessions = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                sessions.add(new FaultSession(
                        profile.word() + " " + seed,
                        profile.scenario(),
                        seed,
                        FaultProof.ofDay(profile.scenario().faults(seed).stream()
                                .map(FaultSpec::fault)
                                .toList())));
            }
        }
        return sessions;
    }

    private static void judge(List<FaultSession> sessions, String file) throws Exception {
        ExecutorService rooms = Executors.newFixedThreadPool(AT_ONCE);
        List<FaultSession.Outcome> outcomes = new ArrayList<>();
        try {
            List<Future<FaultSession.Outcome>> running =
                    sessions.stream().map(rooms::submit).toList();
            for (Future<FaultSession.Outcome> each : running) {
                outcomes.add(each.get());
            }
        } finally {
            rooms.shutdownNow();
        }
        String table = FaultSession.table(outcomes);
        System.out.println(table);
        Files.writeString(Path.of("target", file), table);
        assertThat(outcomes)
                .allSatisfy(outcome ->
                        assertThat(outcome.wrong()).as("%s", outcome.name()).isEmpty());
    }
}
