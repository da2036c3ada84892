package io.ploy.connectors.polymarket.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many threads at the turnstile, in time that moves on when all of them wait. */
class CrowdedTurnstileTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final long SECOND = 1_000_000_000;
    private static final Call BOOK = Call.get(Service.CLOB, "/book");
    private static final Call ORDER = Call.of(Service.CLOB, Purpose.ORDER, "POST", "/order");
    private static final Call CANCEL = Call.of(Service.CLOB, Purpose.CANCEL, "DELETE", "/order");
    private static final Call TIME = Call.get(Service.CLOB, "/time");
    private static final int TOTAL = 50;
    private static final int BOOKS = 20;
    private static final SignerTier TIER = new SignerTier("small", 10, 15, 12, 18, false);

    private final List<Passage> passages = Collections.synchronizedList(new ArrayList<>());

    /** Who passed when, and how long it waited. */
    private record Passage(Call call, String signer, long at, long waited) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void limitsHoldAndCancelsAreNeverStarvedHoweverManyCome(int seed) throws Exception {
        int threads = 24;
        SteppedTime time = new SteppedTime(NOW, threads);
        Turnstile turnstile = turnstile(time);

        crowd(time, threads, thread -> {
            SplittableRandom random = new SplittableRandom(seed * 1_000L + thread);
            for (int i = 0; i < 40; i++) {
                time.pause(Duration.ofMillis(random.nextInt(150)));
                pass(turnstile, time, thread < 3 ? CANCEL : anything(random), "0x" + random.nextInt(2));
            }
        });

        assertWindow(passage -> true, TOTAL);
        assertWindow(passage -> passage.call().path().equals("/book"), BOOKS);
        assertWindow(passage -> passage.call().purpose() != Purpose.CANCEL, TOTAL - TOTAL / 10);
        for (String signer : List.of("0x0", "0x1")) {
            assertBudget(Purpose.ORDER, signer, TIER.orders(), TIER.orderBurst());
            assertBudget(Purpose.CANCEL, signer, TIER.cancels(), TIER.cancelBurst());
        }
        assertThat(passages)
                .filteredOn(passage -> passage.call().purpose() == Purpose.CANCEL)
                .allSatisfy(cancel -> assertThat(cancel.waited()).isLessThan(2 * SECOND));
    }

    @Test
    void cancelsOvertakeOrdersThatWait() throws Exception {
        int threads = 31;
        SteppedTime time = new SteppedTime(NOW, threads);
        Turnstile turnstile = turnstile(time);

        crowd(time, threads, thread -> {
            if (thread < 30) {
                for (int i = 0; i < 5; i++) {
                    pass(turnstile, time, ORDER, "0x" + thread);
                }
            } else {
                time.pause(Duration.ofMillis(500));
                pass(turnstile, time, CANCEL, "0x0");
            }
        });

        Passage cancel = passages.stream()
                .filter(passage -> passage.call().purpose() == Purpose.CANCEL)
                .findFirst()
                .orElseThrow();
        assertThat(cancel.waited()).isZero();
        assertThat(passages)
                .filteredOn(passage -> passage.call().purpose() == Purpose.ORDER && passage.at() > cancel.at())
                .as("orders that waited longer")
                .hasSizeGreaterThan(100);
    }

    @Test
    void cancelGoesFirstWhenAPlaceBecomesFree() throws Exception {
        int threads = 6;
        SteppedTime time = new SteppedTime(NOW, threads);
        List<RateRule> oneASecond = List.of(RateRule.total(Service.CLOB, 1, Duration.ofSeconds(1)));
        Turnstile turnstile =
                new Turnstile(new LimitSettings(oneASecond, List.of(TIER), 0, Duration.ofSeconds(1)), time);

        crowd(time, threads, thread -> {
            time.pause(Duration.ofMillis(100L * thread));
            pass(turnstile, time, thread == 5 ? CANCEL : ORDER, "0x" + thread);
        });

        assertThat(passages)
                .extracting(passage -> passage.call().purpose() + " " + passage.signer() + " " + passage.at() / SECOND)
                .containsExactly(
                        "ORDER 0x0 0", "CANCEL 0x5 1", "ORDER 0x1 2", "ORDER 0x2 3", "ORDER 0x3 4", "ORDER 0x4 5");
    }

    @Test
    void sameCallMayBeOnItsWaySeveralTimes() throws Exception {
        int threads = 8;
        SteppedTime time = new SteppedTime(NOW, threads);
        Turnstile turnstile = turnstile(time);

        crowd(time, threads, thread -> {
            turnstile.enter(TIME, new Deadline(time, Duration.ofMinutes(10)));
            passages.add(new Passage(TIME, "", time.nanos(), 0));
        });

        assertThat(passages)
                .extracting(passage -> passage.at() / SECOND)
                .containsExactly(0L, 0L, 1L, 1L, 2L, 2L, 3L, 3L);
    }

    @Test
    void ordersOfOneSignerPassInTheOrderTheyCame() throws Exception {
        int threads = 10;
        SteppedTime time = new SteppedTime(NOW, threads);
        Turnstile turnstile = turnstile(time);

        crowd(time, threads, thread -> {
            time.pause(Duration.ofMillis(thread));
            pass(turnstile, time, ORDER.costing(thread % 2 == 0 ? 14 : 1), "0x0");
        });

        assertThat(passages)
                .extracting(passage -> passage.call().tokens())
                .containsExactly(14, 1, 14, 1, 14, 1, 14, 1, 14, 1);
    }

    private static Turnstile turnstile(SteppedTime time) {
        List<RateRule> rules = List.of(
                RateRule.total(Service.CLOB, TOTAL, Duration.ofSeconds(1)),
                RateRule.of(Service.CLOB, "GET", 2, Duration.ofSeconds(1), "/time"),
                RateRule.of(Service.CLOB, "GET", BOOKS, Duration.ofSeconds(1), "/book"));
        return new Turnstile(new LimitSettings(rules, List.of(TIER), 10, Duration.ofSeconds(1)), time);
    }

    private static Call anything(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> BOOK;
            case 2 -> Call.get(Service.CLOB, "/price");
            case 3 -> ORDER;
            default -> ORDER.costing(1 + random.nextInt(5));
        };
    }

    private void pass(Turnstile turnstile, SteppedTime time, Call call, String signer) {
        long waited =
                turnstile.enter(call.authorized(new SignedBy(signer)), new Deadline(time, Duration.ofMinutes(10)));
        passages.add(new Passage(call, signer, time.nanos(), waited));
    }

    private interface Visitor {
        void visit(int thread) throws InterruptedException;
    }

    private static void crowd(SteppedTime time, int threads, Visitor visitor) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                all.add(pool.submit(() -> {
                    try {
                        visitor.visit(thread);
                    } finally {
                        time.leave();
                    }
                    return thread;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void assertWindow(Predicate<Passage> which, int limit) {
        List<Long> times =
                passages.stream().filter(which).map(Passage::at).sorted().toList();
        for (int i = limit; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - limit)).isGreaterThanOrEqualTo(SECOND);
        }
    }

    private void assertBudget(Purpose purpose, String signer, int rate, int burst) {
        List<Passage> own = passages.stream()
                .filter(passage ->
                        passage.call().purpose() == purpose && passage.signer().equals(signer))
                .toList();
        for (int from = 0; from < own.size(); from++) {
            long sum = 0;
            for (int to = from; to < own.size(); to++) {
                sum += own.get(to).call().tokens();
                long span = own.get(to).at() - own.get(from).at();
                assertThat((sum - burst) * SECOND).isLessThanOrEqualTo(span * rate);
            }
        }
    }
}
