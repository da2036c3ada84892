package io.ploy.core.engine;

import static io.ploy.core.engine.SupervisedRoom.START;
import static io.ploy.core.engine.SupervisedRoom.UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.order.SettlementStatus;
import io.ploy.core.deployment.EvidenceKind;
import io.ploy.core.deployment.Stage;
import io.ploy.core.deployment.TestRegister;
import io.ploy.core.deployment.Verdict;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.risk.Domains;
import io.ploy.core.risk.RiskSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What rests on the book when the deployment it trades for may not add risk any more. */
class DeploymentWatchTest {
    private static final Duration PAPER_AGE = Duration.ofDays(7);
    private static final Duration GRACE = Duration.ofDays(1);

    private final TestRegister register = new TestRegister("hand", Domains.OTHER)
            .proven(START.minus(Duration.ofHours(1)))
            .deploy(TestRegister.OWN, "*", null, Stage.LIVE);
    private SupervisedRoom room = room(new InMemoryJournal());

    private SupervisedRoom room(JournalStore left) {
        return new SupervisedRoom(left::replay, null, null, RiskSettings.USUAL.withDeployments(register.deployments()));
    }

    private Order resting(OrderRequest request) {
        Order order = room.submit(request);
        room.advance(Duration.ofMillis(10));
        room.venue.open.add(room.name(order));
        room.venue.evidence(room.name(order), OrderEvidence.Kind.OPEN);
        assertThat(room.order(order).status()).isEqualTo(OrderStatus.LIVE);
        return order;
    }

    private Order bid(String limit) {
        return resting(OrderRequest.buy(UP, Quantity.ofShares(10), Price.parse(limit)));
    }

    private void hold(int shares) {
        Order order = bid("0.40");
        room.venue.open.remove(room.name(order));
        room.venue.fill(room.name(order), UP, "t1", shares, SettlementStatus.CONFIRMED);
        room.advance(Duration.ofMillis(10));
    }

    private void demote() {
        register.move(TestRegister.OWN, Stage.LIVE, Stage.SUSPENDED);
        room.advance(Duration.ofSeconds(2));
    }

    private List<Alert> withdrawn() {
        return room.alerts().stream()
                .filter(alert -> alert.code().equals("deployment.withdrawn"))
                .toList();
    }

    private int cancelsAsked() {
        AtomicInteger asked = new AtomicInteger();
        room.journal.replay((sequence, at, record) -> {
            if (record instanceof JournalRecord.CancelAsked) {
                asked.incrementAndGet();
            }
        });
        return asked.get();
    }

    @Test
    void aDemotionCancelsWhatAddsRiskOnceAndLeavesWhatReduces() {
        room.start();
        hold(10);
        Order buying = bid("0.38");
        resting(OrderRequest.sell(UP, Quantity.ofShares(10), Price.parse("0.42")));

        demote();
        room.advance(Duration.ofSeconds(5));

        assertThat(room.venue.cancels).containsExactly(room.name(buying));
        assertThat(cancelsAsked()).isEqualTo(1);
        assertThat(withdrawn()).singleElement().satisfies(alert -> {
            assertThat(alert.subject()).isEqualTo("hand");
            assertThat(alert.message()).contains("Deployment own", "own is suspended", "(1)");
        });
    }

    @Test
    void whatRestsOutlivesTheGraceOfExpiredEvidenceByNothing() {
        room.start();
        Order buying = bid("0.38");
        register.file(
                EvidenceKind.PAPER,
                TestRegister.BUILD,
                Verdict.PASS,
                room.timeline.now().minus(PAPER_AGE).minus(GRACE).plusSeconds(30));

        room.advance(Duration.ofSeconds(29));
        assertThat(room.venue.cancels).isEmpty();
        room.advance(Duration.ofSeconds(3));

        assertThat(room.venue.cancels).containsExactly(room.name(buying));
        assertThat(withdrawn())
                .singleElement()
                .satisfies(alert -> assertThat(alert.message()).contains("own", "ran out at"));
    }

    @Test
    void aDeploymentThatIsGoneWithItsRegisterLeavesNothingThatAddsRisk() {
        room.start();
        Order buying = bid("0.38");

        register.distrust("there is no register at register.jsonl");
        room.advance(Duration.ofSeconds(2));

        assertThat(room.venue.cancels).containsExactly(room.name(buying));
        assertThat(withdrawn())
                .singleElement()
                .satisfies(alert -> assertThat(alert.message()).contains("own", "there is no register"));
    }

    @Test
    void anOrderOnItsWayIsCancelledOnceTheVenueHasIt() {
        room.start();
        Order sent = room.submit(OrderRequest.buy(UP, Quantity.ofShares(10), Price.parse("0.38")));
        room.advance(Duration.ofMillis(10));
        demote();
        assertThat(room.venue.cancels).isEmpty();

        room.venue.open.add(room.name(sent));
        room.venue.evidence(room.name(sent), OrderEvidence.Kind.OPEN);
        room.advance(Duration.ofSeconds(2));

        assertThat(room.venue.cancels).containsExactly(room.name(sent));
        assertThat(withdrawn()).hasSize(1);
    }

    @Test
    void whatWasDemotedWhileNobodyTradedIsTakenOffAtTheNextStart() {
        room.start();
        Order left = bid("0.38");
        register.move(TestRegister.OWN, Stage.LIVE, Stage.SUSPENDED);

        SupervisedRoom again = room(room.journal);
        again.venue.open.add(room.name(left));
        again.start();
        again.advance(Duration.ofSeconds(5));

        assertThat(again.venue.cancels).containsExactly(room.name(left));
        assertThat(room.venue.cancels).isEmpty();
    }

    @Test
    void aSecondDemotionIsTheSameAgain() {
        room.start();
        Order first = bid("0.38");
        demote();
        room.venue.open.clear();
        room.venue.cancelled(room.name(first), Quantity.ZERO);
        register.move(TestRegister.OWN, Stage.SUSPENDED, Stage.CANARY);
        room.advance(Duration.ofSeconds(2));

        Order second = bid("0.37");
        register.move(TestRegister.OWN, Stage.CANARY, Stage.PAPER);
        room.advance(Duration.ofSeconds(2));

        assertThat(room.venue.cancels).containsExactly(room.name(first), room.name(second));
        assertThat(withdrawn()).hasSize(2);
        assertThat(withdrawn().get(1).message()).contains("own is paper");
    }
}
