package io.ploy.connectors.polymarket.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnstileTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Call BOOK = Call.get(Service.CLOB, "/book");
    private static final Call ORDER = Call.of(Service.CLOB, Purpose.ORDER, "POST", "/order");
    private static final Call CANCEL = Call.of(Service.CLOB, Purpose.CANCEL, "DELETE", "/order");

    private final ManualTime time = new ManualTime(NOW);

    @Test
    void waitsForTheWindowOfItsKind() {
        Turnstile turnstile = turnstile(List.of(RateRule.of(Service.CLOB, "GET", 2, SECOND, "/book")));

        assertThat(enter(turnstile, BOOK)).isZero();
        assertThat(enter(turnstile, BOOK)).isZero();
        assertThat(enter(turnstile, BOOK)).isEqualTo(SECOND.toNanos());
        assertThat(enter(turnstile, Call.get(Service.CLOB, "/price"))).isZero();
    }

    @Test
    void requestThatCountsTwiceWaitsForTheSlowerLimit() {
        Turnstile turnstile = turnstile(List.of(
                RateRule.of(Service.CLOB, "GET", 1, SECOND, "/book"),
                RateRule.of(Service.CLOB, "GET", 2, Duration.ofMinutes(1), "/book")));

        assertThat(enter(turnstile, BOOK)).isZero();
        assertThat(enter(turnstile, BOOK)).isEqualTo(SECOND.toNanos());
        assertThat(enter(turnstile, BOOK)).isEqualTo(Duration.ofSeconds(59).toNanos());
    }

    @Test
    void waitsNoLongerThanItsDeadlineAndSaysHowLongItWouldHaveBeen() {
        Turnstile turnstile = turnstile(List.of(RateRule.of(Service.CLOB, "GET", 1, Duration.ofMinutes(10), "/book")));
        enter(turnstile, BOOK);

        RequestException failure = refused(turnstile, BOOK);

        assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
        assertThat(failure).hasMessageContaining("rate limit: would have to wait 600000 ms");
        assertThat(failure.retryAfter()).contains(Duration.ofMinutes(10));
        assertThat(time.nanos()).isZero();
    }

    @Test
    void partOfATotalIsKeptForCancels() {
        Turnstile turnstile = turnstile(List.of(RateRule.total(Service.CLOB, 10, SECOND)));
        for (int i = 0; i < 9; i++) {
            assertThat(enter(turnstile, BOOK)).isZero();
        }

        assertThat(enter(turnstile, CANCEL)).isZero();
        assertThat(enter(turnstile, CANCEL)).isEqualTo(SECOND.toNanos());
    }

    @Test
    void readMayNotUseWhatIsKeptForCancels() {
        Turnstile turnstile = turnstile(List.of(RateRule.total(Service.CLOB, 10, SECOND)));
        for (int i = 0; i < 9; i++) {
            enter(turnstile, BOOK);
        }

        assertThat(enter(turnstile, BOOK)).isEqualTo(SECOND.toNanos());
    }

    @Test
    void limitOfOneStillLetsAReadThrough() {
        Turnstile turnstile = turnstile(List.of(RateRule.total(Service.CLOB, 1, SECOND)));

        assertThat(enter(turnstile, BOOK)).isZero();
    }

    @Test
    void signersHaveBudgetsOfTheirOwn() {
        Turnstile turnstile = turnstile(List.of());

        assertThat(enter(turnstile, by("0xa", ORDER.costing(60)))).isZero();
        assertThat(enter(turnstile, by("0xb", ORDER.costing(60)))).isZero();
        assertThat(enter(turnstile, by("0xa", ORDER.costing(40)))).isEqualTo(SECOND.toNanos());
        assertThat(turnstile.report())
                .containsExactly(
                        new SignerReport("0xa", "standard", 0, 120, 0),
                        new SignerReport("0xb", "standard", 40, 120, 0));
    }

    @Test
    void requestsThatDoNotSayWhoseTheyAreShareABudget() {
        Turnstile turnstile = turnstile(List.of());
        enter(turnstile, ORDER.costing(60));

        assertThat(enter(turnstile, ORDER)).isPositive();
    }

    @Test
    void ordersAndCancelsHaveSeparateBudgets() {
        Turnstile turnstile = turnstile(List.of());
        enter(turnstile, ORDER.costing(60));

        assertThat(enter(turnstile, CANCEL.costing(120))).isZero();
    }

    @Test
    void readsUseNoBudget() {
        Turnstile turnstile = turnstile(List.of());

        enter(turnstile, by("0xa", BOOK));

        assertThat(turnstile.report()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ORDER,61,60", "CANCEL,121,120"})
    void batchThatCanNeverPassIsRefusedAtOnce(Purpose purpose, int cost, int burst) {
        Turnstile turnstile = turnstile(List.of());
        Call batch = Call.of(Service.CLOB, purpose, "POST", "/orders").costing(cost);

        RequestException failure = refused(turnstile, batch);

        assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
        assertThat(failure)
                .hasMessageContaining("costs " + cost)
                .hasMessageContaining("tier standard allows " + burst + " at once; split it");
        assertThat(failure.retryAfter()).isEmpty();
    }

    @Test
    void cancelsMayGoIntoDebtWhereTheTierAllowsIt() {
        Turnstile turnstile = turnstile(List.of());
        enter(turnstile, CANCEL.costing(119));

        assertThat(enter(turnstile, CANCEL.costing(100))).isZero();
        assertThat(enter(turnstile, CANCEL)).isEqualTo(SECOND.toNanos() * 100 / 80);
    }

    @Test
    void cancelsWaitForTheirWholeCostWhereTheTierAllowsNoDebt() {
        Turnstile turnstile = turnstile(List.of());
        enter(turnstile, CANCEL);
        learn(turnstile, CANCEL, 200, null, "Poly-RateLimit-Tier", "platinum");
        time.advance(Duration.ofSeconds(10));
        enter(turnstile, CANCEL.costing(1_350));

        assertThat(enter(turnstile, CANCEL.costing(900))).isEqualTo(SECOND.toNanos());
    }

    @Test
    void tierIsLearnedFromAnswers() {
        Turnstile turnstile = turnstile(List.of());
        enter(turnstile, ORDER);

        learn(turnstile, ORDER, 200, null, "Poly-RateLimit-Tier", "Elite");

        assertThat(turnstile.report()).containsExactly(new SignerReport("", "elite", 59, 120, 0));
        time.advance(SECOND);
        assertThat(turnstile.report()).containsExactly(new SignerReport("", "elite", 659, 1_320, 0));
    }

    @Test
    void unknownTierChangesNothing() {
        Turnstile turnstile = turnstile(List.of());
        enter(turnstile, ORDER);

        learn(turnstile, ORDER, 200, null, "Poly-RateLimit-Tier", "obsidian");

        assertThat(turnstile.report()).containsExactly(new SignerReport("", "standard", 59, 120, 0));
    }

    @ParameterizedTest
    @CsvSource({"5,5", "59,59", "60,59", "-20,0", "nonsense,59", "99999999999,59"})
    void budgetIsNeverBelievedToBeMoreThanTheVenueSays(String remaining, long left) {
        Turnstile turnstile = turnstile(List.of());
        enter(turnstile, ORDER);

        learn(turnstile, ORDER, 200, null, "Poly-RateLimit-Remaining", remaining);

        assertThat(turnstile.report().get(0).orders()).isEqualTo(left);
    }

    @Test
    void debtOfCancelsIsBelieved() {
        Turnstile turnstile = turnstile(List.of());
        enter(turnstile, CANCEL);

        learn(turnstile, CANCEL, 200, null, "Poly-RateLimit-Remaining", "-79");

        assertThat(enter(turnstile, CANCEL)).isEqualTo(SECOND.toNanos());
    }

    @Test
    void emptyBudgetRestsUntilTheVenueSays() {
        Turnstile turnstile = turnstile(List.of());
        enter(turnstile, ORDER);

        learn(
                turnstile,
                ORDER,
                200,
                null,
                "Poly-RateLimit-Remaining",
                "0",
                "Poly-RateLimit-Reset",
                "" + NOW.plusSeconds(3).getEpochSecond());

        assertThat(enter(turnstile, ORDER)).isEqualTo(SECOND.toNanos() * 3);
    }

    @Test
    void refusalForASignersLimitsPausesThatSignersOrdersOnly() {
        Turnstile turnstile = turnstile(List.of(RateRule.of(Service.CLOB, "POST", 100, SECOND, "/order")));
        enter(turnstile, by("0xa", ORDER));

        learn(turnstile, by("0xa", ORDER), 429, Duration.ofSeconds(2), "Poly-RateLimit-Remaining", "0");

        assertThat(enter(turnstile, by("0xb", ORDER))).isZero();
        assertThat(enter(turnstile, by("0xa", CANCEL))).isZero();
        assertThat(enter(turnstile, by("0xa", ORDER))).isEqualTo(SECOND.toNanos() * 2);
    }

    @Test
    void refusalWithoutASignersLimitsPausesTheKindOfRequest() {
        Turnstile turnstile = turnstile(List.of(
                RateRule.of(Service.CLOB, "GET", 100, SECOND, "/book"), RateRule.total(Service.CLOB, 100, SECOND)));

        learn(turnstile, BOOK, 429, Duration.ofSeconds(2));

        assertThat(enter(turnstile, Call.get(Service.CLOB, "/price"))).isZero();
        assertThat(enter(turnstile, BOOK)).isEqualTo(SECOND.toNanos() * 2);
    }

    @Test
    void refusalOfAKindWithoutLimitPausesItsServiceButNotCancelsAndNotOthers() {
        Turnstile turnstile = turnstile(List.of(
                RateRule.total(Service.CLOB, 100, SECOND),
                RateRule.total(Service.GAMMA, 100, SECOND),
                new RateRule(Set.of(Service.values()), Set.of(), List.of(), 100, SECOND)));

        learn(turnstile, Call.get(Service.CLOB, "/time"), 429, Duration.ofSeconds(2));

        assertThat(enter(turnstile, Call.get(Service.GAMMA, "/events"))).isZero();
        assertThat(enter(turnstile, CANCEL)).isZero();
        assertThat(enter(turnstile, BOOK)).isEqualTo(SECOND.toNanos() * 2);
    }

    @Test
    void refusalThatDoesNotSayHowLongPausesForTheUsualTime() {
        Turnstile turnstile = turnstile(List.of(RateRule.of(Service.CLOB, "GET", 100, SECOND, "/book")));

        learn(turnstile, BOOK, 429, null);

        assertThat(enter(turnstile, BOOK)).isEqualTo(SECOND.toNanos());
    }

    @Test
    void warningsAreCounted() {
        Turnstile turnstile = turnstile(List.of());

        learn(turnstile, by("0xa", ORDER), 200, null, "Poly-RateLimit-Warning", "true");
        learn(turnstile, by("0xa", ORDER), 200, null, "Poly-RateLimit-Warning", "false");
        learn(turnstile, by("0xa", CANCEL), 200, null, "Poly-RateLimit-Warning", "TRUE");

        assertThat(turnstile.report()).extracting(SignerReport::warnings).containsExactly(2L);
    }

    @Test
    void withoutTiersSignersAreNotLimited() {
        Turnstile turnstile = new Turnstile(new LimitSettings(List.of(), List.of(), 10, SECOND), time);

        assertThat(enter(turnstile, ORDER.costing(1_000))).isZero();
        assertThat(turnstile.report()).isEmpty();
    }

    private Turnstile turnstile(List<RateRule> rules) {
        return new Turnstile(new LimitSettings(rules, VenueLimits.tiers(), 10, SECOND), time);
    }

    private long enter(Turnstile turnstile, Call call) {
        return turnstile.enter(call, new Deadline(time, Duration.ofMinutes(2)));
    }

    private RequestException refused(Turnstile turnstile, Call call) {
        return catchThrowableOfType(RequestException.class, () -> enter(turnstile, call));
    }

    private void learn(Turnstile turnstile, Call call, int status, @Nullable Duration retryAfter, String... headers) {
        turnstile.learn(call, new Answer(status, Headers.of(headers), new byte[0]), time.now(), retryAfter);
    }

    private static Call by(String signer, Call call) {
        return call.authorized(new SignedBy(signer));
    }
}
