package io.ploy.core.deployment;

import static io.ploy.core.deployment.Facts.BUILD;
import static io.ploy.core.deployment.Facts.ENGINE;
import static io.ploy.core.deployment.Facts.ID;
import static io.ploy.core.deployment.Facts.JAR;
import static io.ploy.core.deployment.Facts.NOON;
import static io.ploy.core.deployment.Facts.PARAMETERS;
import static io.ploy.core.deployment.Facts.created;
import static io.ploy.core.deployment.Facts.draft;
import static io.ploy.core.deployment.Facts.evidence;
import static io.ploy.core.deployment.Facts.filed;
import static io.ploy.core.deployment.Facts.promotedTo;
import static io.ploy.core.deployment.Facts.register;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EvidenceCheckTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final EvidenceCheck check = new EvidenceCheck(ID, BUILD, EvidenceRules.DEFAULT);

    private static RegisterSnapshot live(Evidence... filed) {
        return in(Stage.LIVE, filed);
    }

    private static RegisterSnapshot in(Stage stage, Evidence... filed) {
        List<RegisterEntry> all = new ArrayList<>();
        all.add(created(draft(ID)));
        all.addAll(List.of(promotedTo(ID, stage)));
        for (Evidence each : filed) {
            all.add(filed(each));
        }
        return register(all.toArray(RegisterEntry[]::new));
    }

    private static RegisterSnapshot complete() {
        return live(
                evidence(EvidenceKind.BACKTEST, NOON),
                evidence(EvidenceKind.PAPER, NOON),
                evidence(EvidenceKind.CANARY, NOON));
    }

    @Test
    void completeEvidenceForExactlyWhatRunsIsEnough() {
        assertThat(check.check(complete(), NOON).code()).isEqualTo(EvidenceCode.OK);
        assertThat(check.check(complete(), NOON).until()).isEqualTo(NOON.plus(Duration.ofDays(7)));
    }

    @Test
    void aChangedByteOfTheArtifactOrTheParametersBlocks() {
        for (int i = 0; i < 64; i++) {
            assertBlocked(new Build(flipped(JAR, i), PARAMETERS, ENGINE));
            assertBlocked(new Build(JAR, flipped(PARAMETERS, i), ENGINE));
        }
    }

    @Test
    void anotherLineOfTheEngineBlocks() {
        Build running = new Build(JAR, PARAMETERS, new EngineVersion("0.2.0"));

        EvidenceStatus status = new EvidenceCheck(ID, running, EvidenceRules.DEFAULT).check(complete(), NOON);

        assertThat(status.code()).isEqualTo(EvidenceCode.MISMATCH);
        assertThat(status.detail()).contains("engine 0.1 instead of 0.2");
    }

    private static void assertBlocked(Build running) {
        EvidenceStatus status = new EvidenceCheck(ID, running, EvidenceRules.DEFAULT).check(complete(), NOON);

        assertThat(status.code()).isEqualTo(EvidenceCode.MISMATCH);
        assertThat(status.code().allowsIncreasing()).isFalse();
        assertThat(status.detail()).contains("is not what deployment dump-15m was written down with", "instead of");
    }

    private static String flipped(String hex, int at) {
        return hex.substring(0, at) + (hex.charAt(at) == '0' ? '1' : '0') + hex.substring(at + 1);
    }

    @Test
    void evidenceOfAnotherBuildIsAMismatchAndOfNoneIsMissing() {
        Build other = new Build(JAR, flipped(PARAMETERS, 3), ENGINE);

        EvidenceStatus near =
                check.check(live(evidence(EvidenceKind.BACKTEST, other, Verdict.PASS, NOON, NOON, NOON)), NOON);
        EvidenceStatus none = check.check(live(), NOON);

        assertThat(near.code()).isEqualTo(EvidenceCode.MISMATCH);
        assertThat(near.detail()).contains("evidence 6 has parameters ", "ploy backtest ");
        assertThat(none.code()).isEqualTo(EvidenceCode.MISSING);
        assertThat(none.detail())
                .contains("a backtest that passes is needed", "ploy backtest ", "--deployment dump-15m");
    }

    @ParameterizedTest
    @EnumSource
    void eachKindIsNeededForLive(EvidenceKind missing) {
        Evidence[] others = List.of(EvidenceKind.values()).stream()
                .filter(kind -> kind != missing)
                .map(kind -> evidence(kind, NOON))
                .toArray(Evidence[]::new);

        EvidenceStatus status = check.check(live(others), NOON);

        assertThat(status.code()).isEqualTo(EvidenceCode.MISSING);
        assertThat(status.detail()).contains("a " + missing.word() + " that passes");
    }

    @Test
    void aCanaryNeedsNoCanaryAndPaperNeedsNothing() {
        RegisterSnapshot canary =
                in(Stage.CANARY, evidence(EvidenceKind.BACKTEST, NOON), evidence(EvidenceKind.PAPER, NOON));

        assertThat(check.check(canary, NOON).code()).isEqualTo(EvidenceCode.OK);
        assertThat(check.check(in(Stage.PAPER), NOON).code()).isEqualTo(EvidenceCode.OK);
        assertThat(check.check(in(Stage.BACKTEST), NOON).code()).isEqualTo(EvidenceCode.OK);
    }

    @Test
    void anAgeCountsToItsSecondAndThenOnlyHedgingIsLeftForADayAndThenNothing() {
        assertRunsOut(NOON.plus(DAY.multipliedBy(30)), evidenceAt(EvidenceKind.BACKTEST, NOON));
        assertRunsOut(NOON.plus(Duration.ofDays(7)), evidenceAt(EvidenceKind.PAPER, NOON));
        assertRunsOut(NOON.plus(DAY.multipliedBy(30)), evidenceAt(EvidenceKind.CANARY, NOON));
    }

    private static Evidence evidenceAt(EvidenceKind kind, Instant at) {
        return evidence(kind, at);
    }

    @Test
    void dataCountToTheirSecondWhateverTheAgeOfTheBacktest() {
        Instant dataEnd = NOON.minus(DAY.multipliedBy(20));

        assertRunsOut(
                dataEnd.plus(DAY.multipliedBy(45)),
                evidence(EvidenceKind.BACKTEST, BUILD, Verdict.PASS, dataEnd.minus(DAY), dataEnd, NOON));
    }

    private void assertRunsOut(Instant last, Evidence first) {
        List<Evidence> all = new ArrayList<>();
        for (EvidenceKind kind : EvidenceKind.values()) {
            all.add(kind == first.kind() ? first : evidence(kind, last));
        }
        RegisterSnapshot register = live(all.toArray(Evidence[]::new));

        assertThat(check.check(register, last).code()).isEqualTo(EvidenceCode.OK);
        EvidenceStatus after = check.check(register, last.plus(SECOND));
        assertThat(after.code()).isEqualTo(EvidenceCode.GRACE);
        assertThat(after.code().allowsIncreasing()).isFalse();
        assertThat(after.code().allowsHedging()).isTrue();
        assertThat(check.check(register, last.plus(DAY)).code()).isEqualTo(EvidenceCode.GRACE);
        EvidenceStatus over = check.check(register, last.plus(DAY).plus(SECOND));
        assertThat(over.code()).isEqualTo(EvidenceCode.EXPIRED);
        assertThat(over.code().allowsHedging()).isFalse();
        assertThat(over.detail()).contains("ran out at " + last);
        assertThat(check.check(register, last).code())
                .as("a clock that goes back")
                .isEqualTo(EvidenceCode.OK);
    }

    @Test
    void aPaperRecordOfTooFewDaysOrEntriesFails() {
        Evidence brief = evidence(
                EvidenceKind.PAPER,
                BUILD,
                Verdict.PASS,
                NOON.minus(Duration.ofDays(7)).plus(SECOND),
                NOON,
                NOON);
        Evidence exact = evidence(EvidenceKind.PAPER, BUILD, Verdict.PASS, NOON.minus(Duration.ofDays(7)), NOON, NOON);

        assertThat(withPaper(brief).code()).isEqualTo(EvidenceCode.FAILED);
        assertThat(withPaper(exact).code()).isEqualTo(EvidenceCode.OK);
        assertThat(withPaper(withEntries(exact, 49)).code()).isEqualTo(EvidenceCode.FAILED);
        assertThat(withPaper(withEntries(exact, 49)).detail()).contains("49 entries; needed are 7 days and 50");
        assertThat(withPaper(withEntries(exact, 50)).code()).isEqualTo(EvidenceCode.OK);
    }

    private EvidenceStatus withPaper(Evidence paper) {
        return check.check(
                live(evidence(EvidenceKind.BACKTEST, NOON), paper, evidence(EvidenceKind.CANARY, NOON)), NOON);
    }

    private static Evidence withEntries(Evidence from, int entries) {
        return new Evidence(
                from.kind(),
                from.build(),
                from.data(),
                from.from(),
                from.to(),
                Facts.figures(entries),
                from.verdict(),
                from.reportSha256(),
                from.createdAt(),
                from.by());
    }

    @Test
    void theNewestOfAKindDecides() {
        Evidence failed = evidence(EvidenceKind.BACKTEST, BUILD, Verdict.FAIL, NOON.minus(DAY), NOON, NOON);

        EvidenceStatus after = check.check(
                in(Stage.CANARY, evidence(EvidenceKind.PAPER, NOON), evidence(EvidenceKind.BACKTEST, NOON), failed),
                NOON);
        EvidenceStatus before = check.check(
                in(Stage.CANARY, evidence(EvidenceKind.PAPER, NOON), failed, evidence(EvidenceKind.BACKTEST, NOON)),
                NOON);

        assertThat(after.code()).isEqualTo(EvidenceCode.FAILED);
        assertThat(before.code()).isEqualTo(EvidenceCode.OK);
    }

    @Test
    void aWarningCountsOnlyOnceAPersonAcceptsIt() {
        Evidence warns = evidence(EvidenceKind.BACKTEST, BUILD, Verdict.WARN, NOON.minus(DAY), NOON, NOON);
        List<RegisterEntry> entries = new ArrayList<>();
        entries.add(created(draft(ID)));
        entries.addAll(List.of(promotedTo(ID, Stage.CANARY)));
        entries.add(filed(evidence(EvidenceKind.PAPER, NOON)));
        entries.add(filed(warns));
        RegisterSnapshot before = register(entries.toArray(RegisterEntry[]::new));
        entries.add(new RegisterEntry.WarningAccepted(6));
        RegisterSnapshot accepted = register(entries.toArray(RegisterEntry[]::new));

        assertThat(check.check(before, NOON).code()).isEqualTo(EvidenceCode.FAILED);
        assertThat(check.check(before, NOON).detail()).contains("ploy evidence accept register.jsonl 6 --by NAME");
        assertThat(check.check(accepted, NOON).code()).isEqualTo(EvidenceCode.OK);
        assertThat(accepted.evidence(6).orElseThrow().acceptedBy()).contains("anna");
    }

    @Test
    void evidenceFromTheFutureCountsWhenItsTimeHasCome() {
        RegisterSnapshot register = in(
                Stage.CANARY, evidence(EvidenceKind.BACKTEST, NOON.plus(SECOND)), evidence(EvidenceKind.PAPER, NOON));

        assertThat(check.check(register, NOON).code()).isEqualTo(EvidenceCode.FAILED);
        assertThat(check.check(register, NOON).detail()).contains("is a clock wrong?");
        assertThat(check.check(register, NOON.plus(SECOND)).code()).isEqualTo(EvidenceCode.OK);
    }

    @Test
    void aRegisterThatCannotBeBelievedHasNoEvidence() {
        EvidenceStatus status = check.check(RegisterSnapshot.untrusted("r", "r, line 3: changed"), NOON);

        assertThat(status.code()).isEqualTo(EvidenceCode.MISSING);
        assertThat(status.detail()).contains("r, line 3: changed");
    }

    @Test
    void everySecondOfTwoMonthsIsWhatAFreshCheckSays() {
        RegisterSnapshot register = live(
                evidence(EvidenceKind.BACKTEST, NOON),
                evidence(EvidenceKind.PAPER, NOON.plus(DAY.multipliedBy(25))),
                evidence(EvidenceKind.CANARY, NOON.plus(DAY.multipliedBy(2))));

        for (long hour = 0; hour < 24 * 40; hour++) {
            for (long second = -1; second <= 1; second++) {
                Instant now = NOON.plus(Duration.ofHours(hour)).plusSeconds(second);
                EvidenceStatus fresh = new EvidenceCheck(ID, BUILD, EvidenceRules.DEFAULT).check(register, now);
                assertThat(check.check(register, now).code()).as(now.toString()).isEqualTo(fresh.code());
            }
        }
    }

    @Test
    void askingAgainAllocatesNothing() {
        RegisterSnapshot register = complete();
        Instant[] times = new Instant[1_000];
        for (int i = 0; i < times.length; i++) {
            times[i] = NOON.plusMillis(i);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] bytes = new long[20];

        for (int round = 0; round < bytes.length; round++) {
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (Instant time : times) {
                if (check.check(register, time).code() != EvidenceCode.OK) {
                    throw new AssertionError();
                }
            }
            bytes[round] =
                    threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        }

        assertThat(bytes[bytes.length - 1]).isLessThan(times.length);
    }
}
