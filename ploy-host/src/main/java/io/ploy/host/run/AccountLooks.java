package io.ploy.host.run;

import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.AccountCheck.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Looks at the account for as long as a run lasts: before it trades, then now and then, and again soon while something is bad.
 * Once it was found fit, what is bad is told when two looks in a row found it: one that could not be read means little.
 *
 * <p><b>Threading.</b> Looks on a thread of its own, since a look waits for the network.
 */
final class AccountLooks implements AutoCloseable {
    private static final AccountCheck NOT_YET =
            new AccountCheck("account", Verdict.BAD, "nobody has looked at it yet; the look goes on");

    private final Callable<List<AccountCheck>> look;
    private final Consumer<List<AccountCheck>> told;
    private final Pace pace;
    private final CountDownLatch lookedOnce = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread worker = new Thread(this::lookOn, "ploy-account-looks");
    private boolean looked;

    /**
     * How often it looks.
     *
     * @param whileGood after a look that found nothing bad
     * @param whileBad after any other
     * @param patience how long a start waits for the first look
     */
    record Pace(Duration whileGood, Duration whileBad, Duration patience) {
        static final Pace USUAL = new Pace(Duration.ofHours(6), Duration.ofMinutes(1), Duration.ofSeconds(20));
    }

    /**
     * Nobody looks yet.
     *
     * @param look finds out; may wait
     * @param told of each look, on its thread
     */
    AccountLooks(Callable<List<AccountCheck>> look, Consumer<List<AccountCheck>> told, Pace pace) {
        this.look = look;
        this.told = told;
        this.pace = pace;
        worker.setDaemon(true);
    }

    /** Looks for the first time, and waits for that a while; what it finds out later is told then. */
    void begin() {
        worker.start();
        try {
            if (lookedOnce.await(pace.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tellUnlessLooked();
    }

    private void lookOn() {
        try {
            Duration pause;
            boolean badBefore = true;
            do {
                List<AccountCheck> found = found();
                boolean bad = found.stream().anyMatch(check -> check.verdict() == Verdict.BAD);
                if (!bad || badBefore) {
                    tell(found);
                }
                lookedOnce.countDown();
                badBefore = bad;
                pause = bad ? pace.whileBad() : pace.whileGood();
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tell(List<AccountCheck> found) {
        looked = true;
        told.accept(found);
    }

    private synchronized void tellUnlessLooked() {
        if (!looked) {
            told.accept(List.of(NOT_YET));
        }
    }

    private List<AccountCheck> found() throws InterruptedException {
        try {
            return look.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return List.of(new AccountCheck("account", Verdict.BAD, "the look at it failed: " + e.getMessage()));
        }
    }

    @Override
    public void close() {
        closed.countDown();
        worker.interrupt();
    }
}
