package io.ploy.testkit.crash;

import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.core.Ploy;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.testkit.crash.Crash.When;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** One account's life: it trades, is killed, is started again, perhaps killed again, and judged at the end. */
final class CrashRun {
    private static final Duration LONG = Duration.ofSeconds(45);
    private static final Duration SHORT = Duration.ofMillis(1500);
    private static final int RANDOM_WITHIN_MILLIS = 5_000;

    private final CrashVenue venue;
    private final TestAccount account;
    private final Path folder;
    private final ChildSettings settings;
    private final long seed;
    private final String name;
    private int starts;

    CrashRun(CrashVenue venue, TestAccount account, Path folder, long seed, String name) throws IOException {
        this.venue = venue;
        this.account = account;
        this.seed = seed;
        this.name = name;
        this.folder = Files.createDirectories(folder);
        settings = ChildSettings.of(venue.simulator(), account, folder.resolve("journal"), seed);
    }

    /** Killed at the so-manyth passage of a point. */
    Outcome at(CrashPoint point, int passage) throws Exception {
        boolean struck = switch (point.when()) {
            case OPENING, TRADING -> tradeUntil(point, passage, LONG);
            case STOPPING -> tradeUntil(point, passage, SHORT);
            case RECOVERING -> recoverUntil(point, passage);
        };
        return recover(struck);
    }

    private boolean tradeUntil(CrashPoint point, int passage, Duration time) throws Exception {
        ChildProcess child = start(settings.trading(time, point.when(), point.step(), passage));
        if (point.isOfTheWire()) {
            venue.killAt(account, point.step(), passage, child::kill);
        }
        int code = child.end();
        venue.spare(account);
        return killed(child, code);
    }

    /** First killed with something in doubt, then while it finds out. */
    private boolean recoverUntil(CrashPoint point, int passage) throws Exception {
        CrashPoint first = point.isOfOperations() ? CrashPoint.EXECUTED : CrashPoint.HANDED_OVER;
        if (!tradeUntil(first, first.passage() + 5 * passage % 7, LONG)) {
            return false;
        }
        ChildProcess child = start(settings.recovering(point.step(), passage));
        return killed(child, child.end());
    }

    /** Killed with SIGKILL at a random moment; every third time once more while it finds out. */
    Outcome atRandom() throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        ChildProcess child = start(settings.trading(Duration.ofMillis(2_500), When.OPENING, "", 1));
        boolean struck = killWithin(child, random.nextInt(RANDOM_WITHIN_MILLIS));
        if (random.nextInt(3) == 0) {
            killWithin(start(settings.recovering("", 1)), random.nextInt(RANDOM_WITHIN_MILLIS));
        }
        return recover(struck);
    }

    private static boolean killWithin(ChildProcess child, int millis) throws Exception {
        if (child.awaitEnd(millis)) {
            return killed(child, child.end());
        }
        child.kill();
        child.end();
        return true;
    }

    private static boolean killed(ChildProcess child, int code) throws IOException {
        if (code != 0 && code != Crash.KILLED) {
            throw new IllegalStateException("a process ended with " + code + ": " + child.complaints());
        }
        return code == Crash.KILLED;
    }

    private ChildProcess start(ChildSettings told) throws IOException {
        return ChildProcess.start(told, folder, "start-" + ++starts);
    }

    private Outcome recover(boolean struck) throws Exception {
        ChildProcess child = start(settings.recovering("", 1));
        int code = child.end();
        if (code != 0) {
            return new Outcome(name, struck, Map.of(), 0, List.of("it ended with " + code + ": " + child.complaints()));
        }
        JournalTruth journal = JournalTruth.read(folder.resolve("journal"));
        Belief said = Belief.parse(child.said());
        List<String> wrong = new ArrayList<>(Judge.judge(venue.simulator(), account, journal, said));
        wrong.addAll(readAgain(said));
        return new Outcome(name, struck, ends(journal), said.millis(), wrong);
    }

    /** I15 and I16: what the journal alone gives is what the process knew at its end. */
    private List<String> readAgain(Belief said) {
        List<String> wrong = new ArrayList<>();
        try (Ploy ploy = Ploy.builder(account.account().id(), new NoGateway())
                .journal(SegmentJournal.open(folder.resolve("journal")))
                .build()) {
            List<Order> open = ploy.openOrders();
            if (!open.isEmpty()) {
                wrong.add("read again, these are open: " + open);
            }
            long reserved = ploy.portfolio().balance().reserved().micros();
            if (reserved != 0 && said.operations() == 0) {
                wrong.add("read again, cash is reserved for nothing: " + reserved);
            }
            long cash = ploy.portfolio().balance().settled().micros();
            if (cash != said.cash()) {
                wrong.add("read again, cash is " + cash + ", and was " + said.cash());
            }
            Map<String, Long> shares = new TreeMap<>();
            ploy.portfolio().positions().stream()
                    .filter(position -> !position.confirmed().isZero())
                    .forEach(position -> shares.put(
                            position.instrument().toString(),
                            position.confirmed().micros()));
            if (!shares.equals(said.shares())) {
                wrong.add("read again, shares are " + shares + ", and were " + said.shares());
            }
        }
        return wrong;
    }

    private Map<String, Integer> ends(JournalTruth journal) {
        PolymarketSimulator simulator = venue.simulator();
        Map<String, Integer> ends = new TreeMap<>();
        for (ClientOrderId intent : journal.intents()) {
            OrderLifecycle last = journal.lifecycle(intent);
            // Evidence whose move was not written any more moves the order when it is read again.
            ends.merge(last.isOpen() ? "closed by reading" : last.name(), 1, Integer::sum);
        }
        int taken = simulator
                .state()
                .loop()
                .ask(() -> simulator.records().orders(account.account()))
                .size();
        ends.put("at the venue", taken);
        return ends;
    }
}
