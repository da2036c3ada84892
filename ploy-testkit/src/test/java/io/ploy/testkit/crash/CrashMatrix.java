package io.ploy.testkit.crash;

import static io.ploy.testkit.assertions.VenueAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Kills and restarts processes as planned, several at a time, and tells what was found. */
final class CrashMatrix implements AutoCloseable {
    private static final int PARALLEL = Integer.getInteger("crash.parallel", 2);
    private static final int RUNS_BETWEEN_WORDS = 50;

    private final List<Plan> plans;
    private final long seed;
    private final Path folder;
    private final CrashVenue venue;
    private final Deque<TestAccount> anyKind = new ArrayDeque<>();
    private final Deque<TestAccount> withOperations = new ArrayDeque<>();
    private final CrashTable table = new CrashTable();

    /**
     * One run.
     *
     * @param point where it is killed; null at a random moment
     * @param number which passage of the point, from 1; which random moment
     */
    record Plan(@Nullable CrashPoint point, int number) {
        String name() {
            return point == null ? "a random moment" : point.name();
        }
    }

    /** Runs keep what they write in a folder. */
    CrashMatrix(List<Plan> plans, long seed, Path folder) {
        this.plans = plans;
        this.seed = seed;
        this.folder = folder;
        // Every fourth account does no operations; there are enough whatever the runs need.
        venue = new CrashVenue(seed, 4 * plans.size() + 4);
        for (TestAccount account : venue.simulator().accounts()) {
            (account.account().kind() == WalletKind.EOA ? anyKind : withOperations).add(account);
        }
    }

    /** Fails if anything was wrong. */
    CrashTable run() throws Exception {
        say("crash matrix: " + plans.size() + " runs, again with -Dcrash.seed=" + seed);
        ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
        List<Future<Outcome>> running = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try {
            for (Plan plan : plans) {
                running.add(threads.submit(run(plan)));
            }
            for (Future<Outcome> future : running) {
                Outcome outcome = future.get();
                table.add(outcome);
                if (table.runs() % RUNS_BETWEEN_WORDS == 0) {
                    say(table.runs() + " of " + plans.size() + " runs, " + wrong.size() + " wrong");
                }
                outcome.wrong().forEach(text -> wrong.add(outcome.point() + ": " + text));
            }
        } finally {
            threads.shutdownNow();
        }
        report();
        assertThat(wrong).as("with -Dcrash.seed=%s", seed).isEmpty();
        assertThat(venue.simulator()).keepsItsInvariants();
        return table;
    }

    private Callable<Outcome> run(Plan plan) {
        CrashPoint point = plan.point();
        boolean operations = point == null ? plan.number() % 2 == 0 : point.isOfOperations();
        TestAccount account = (operations ? withOperations : anyKind).remove();
        return () -> {
            long drawn = (seed * 31 + plan.name().hashCode()) * 31 + plan.number();
            CrashRun run = new CrashRun(venue, account, folder.resolve(account.name()), drawn, plan.name());
            Outcome outcome = point == null ? run.atRandom() : run.at(point, plan.number());
            if (!outcome.wrong().isEmpty()) {
                say(outcome + " as " + account.name());
            }
            return outcome;
        };
    }

    private void report() throws Exception {
        String text = table.text();
        say(text);
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Files.writeString(target.resolve("crash-matrix.txt"), "seed " + seed + "\n" + text + "\n");
    }

    @Override
    public void close() {
        venue.close();
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
