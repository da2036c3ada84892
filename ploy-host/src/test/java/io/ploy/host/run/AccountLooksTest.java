package io.ploy.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.AccountCheck.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class AccountLooksTest {
    private static final List<AccountCheck> GOOD = List.of(new AccountCheck("key", Verdict.GOOD, "signs"));
    private static final List<AccountCheck> ODD = List.of(new AccountCheck("clock", Verdict.WARNING, "is slow"));
    private static final List<AccountCheck> BAD = List.of(new AccountCheck("restrictions", Verdict.BAD, "closed only"));

    private final List<List<AccountCheck>> told = new CopyOnWriteArrayList<>();

    private AccountLooks looks(Callable<List<AccountCheck>> look, Duration whileGood, Duration whileBad) {
        return new AccountLooks(look, told::add, new AccountLooks.Pace(whileGood, whileBad, Duration.ofMillis(50)));
    }

    @Test
    void itLooksBeforeTheStartAndThenNowAndThen() {
        BlockingQueue<List<AccountCheck>> answers = new LinkedBlockingQueue<>(List.of(GOOD, ODD));
        try (AccountLooks looks = looks(answers::take, Duration.ofMillis(1), Duration.ofDays(1))) {
            looks.begin();

            await().untilAsserted(() -> assertThat(told).containsSubsequence(GOOD, ODD));
        }
    }

    @Test
    void whileSomethingIsBadItLooksAgainSoon() {
        BlockingQueue<List<AccountCheck>> answers = new LinkedBlockingQueue<>(List.of(BAD, BAD, GOOD));
        try (AccountLooks looks = looks(answers::take, Duration.ofDays(1), Duration.ofMillis(1))) {
            looks.begin();

            await().untilAsserted(() -> assertThat(told).endsWith(BAD, BAD, GOOD));
        }
    }

    @Test
    void oneBadLookAmongGoodOnesIsNotTold() {
        BlockingQueue<List<AccountCheck>> answers = new LinkedBlockingQueue<>(List.of(GOOD, BAD, ODD, BAD, BAD));
        try (AccountLooks looks = looks(answers::take, Duration.ofMillis(1), Duration.ofMillis(1))) {
            looks.begin();

            await().untilAsserted(() -> assertThat(told).endsWith(GOOD, ODD, BAD));
        }
    }

    @Test
    void aLookThatFailsIsBad() {
        try (AccountLooks looks = looks(
                () -> {
                    throw new IOException("no network");
                },
                Duration.ofDays(1),
                Duration.ofDays(1))) {
            looks.begin();

            await().untilAsserted(() -> assertThat(told).isNotEmpty());
            assertThat(told.get(told.size() - 1).toString()).contains("BAD", "no network");
        }
    }

    @Test
    void aStartDoesNotWaitForeverAndTradesNothingUntilTheLookIsThere() {
        CountDownLatch answer = new CountDownLatch(1);
        try (AccountLooks looks = looks(
                () -> {
                    answer.await();
                    return GOOD;
                },
                Duration.ofDays(1),
                Duration.ofDays(1))) {
            looks.begin();
            assertThat(told.toString()).contains("BAD", "nobody has looked at it yet");

            answer.countDown();

            await().untilAsserted(() -> assertThat(told).endsWith(GOOD));
        }
    }
}
