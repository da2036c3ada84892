package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderInput;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.risk.RiskAudit;
import io.ploy.core.persistence.JournalRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order that replaces another is sent once the other is gone, for what is left. */
class ReplaceTest {
    private final SupervisedRoom room = new SupervisedRoom().start();
    private Order old;
    private VenueOrderId name;

    @BeforeEach
    void anOrderRests() {
        old = room.bid();
        name = room.name(old);
        room.venue.evidence(name, OrderEvidence.Kind.LIVE);
    }

    @Test
    void nothingIsSentUntilTheFinalSizeOfTheOldOrderIsShown() {
        room.hand().replace(old.id(), bid("0.41", 10));
        room.venue.answerCancel(name, CancelAnswer.Outcome.ACCEPTED);
        assertThat(room.venue.sent).hasSize(1);

        room.venue.fill(name, SupervisedRoom.UP, "trade", 3, SettlementStatus.MATCHED);
        room.venue.cancelled(name, Quantity.ofShares(3));

        assertThat(room.venue.sent).hasSize(2);
        assertThat(room.hand().openOrders()).singleElement().satisfies(order -> {
            assertThat(order.request().sharesAtLimit()).isEqualTo(Quantity.ofShares(7));
            assertThat(order.request().limit()).isEqualTo(Price.parse("0.41"));
        });
    }

    @Test
    void anOrderThatFillsInsteadIsNotReplaced() {
        room.hand().replace(old.id(), bid("0.41", 10));
        room.venue.fill(name, SupervisedRoom.UP, "trade", 10, SettlementStatus.MATCHED);
        room.advance(Duration.ofMinutes(2));

        assertThat(room.venue.sent).hasSize(1);
    }

    @Test
    void whatMatchedBeforeDoesNotCountTowardsTheReplacement() {
        room.venue.fill(name, SupervisedRoom.UP, "trade", 4, SettlementStatus.MATCHED);
        room.hand().replace(old.id(), bid("0.41", 10));
        room.venue.cancelled(name, Quantity.ofShares(4));

        assertThat(room.hand().openOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.request().sharesAtLimit()).isEqualTo(Quantity.ofShares(10)));
    }

    @Test
    void onlyTheNewestReplacementIsSent() {
        room.hand().replace(old.id(), bid("0.41", 10));
        room.hand().replace(old.id(), bid("0.39", 6));
        room.venue.cancelled(name, Quantity.ZERO);

        assertThat(room.venue.sent).hasSize(2);
        assertThat(room.hand().openOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.request().limit()).isEqualTo(Price.parse("0.39")));
    }

    @Test
    void anOrderInDoubtIsReplacedOnlyOnceItsDoubtIsOver() {
        room.venue.evidence(name, OrderEvidence.Kind.DOUBT);
        room.venue.readable = false;
        room.hand().replace(old.id(), bid("0.41", 10));

        room.advance(Duration.ofMinutes(1));

        assertThat(room.venue.sent).hasSize(1);
        room.venue.readable = true;
        room.advance(Duration.ofSeconds(1));
        room.book();
        room.venue.cancelled(name, Quantity.ZERO);
        assertThat(room.venue.sent).hasSize(2);
    }

    @Test
    void aReplacementIsHeldAgainstTheAgeOfItsInputsOnceTheOldOrderIsGone() {
        OrderInput price = new OrderInput("BTC/USD", room.timeline.now(), Duration.ofSeconds(1));
        room.hand().replace(old.id(), bid("0.41", 10).basedOn(price));
        room.advance(Duration.ofMillis(1001));
        room.book();

        room.venue.cancelled(name, Quantity.ZERO);

        assertThat(room.venue.sent).hasSize(1);
        assertThat(refusals()).singleElement().satisfies(audit -> {
            assertThat(audit.request().inputs()).containsExactly(price);
            assertThat(audit.verdicts()).extracting(RiskAudit.Verdict::reason).containsExactly(RiskReason.SIGNAL_STALE);
        });
    }

    private List<RiskAudit> refusals() {
        List<RiskAudit> refusals = new ArrayList<>();
        room.journal.replay((sequence, at, record) -> {
            if (record instanceof JournalRecord.RiskDecided decided) {
                refusals.add(decided.audit());
            }
        });
        return refusals;
    }

    @Test
    void anOrderIsReplacedByItsLikeOnly() {
        assertThatThrownBy(() -> room.hand()
                        .replace(
                                old.id(),
                                OrderRequest.buy(SupervisedRoom.DOWN, Quantity.ofShares(10), Price.parse("0.41"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be replaced");
        assertThatThrownBy(() -> room.hand()
                        .replace(old.id(), OrderRequest.spend(SupervisedRoom.UP, Cash.ofUsd(5), Price.parse("0.41"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sized in shares");
        assertThatThrownBy(() ->
                        room.hand().replace(old.id(), OrderRequest.buySized(SupervisedRoom.UP, Price.parse("0.41"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("how many shares");
        assertThat(room.venue.cancels).isEmpty();
    }

    private static OrderRequest bid(String price, long shares) {
        return OrderRequest.buy(SupervisedRoom.UP, Quantity.ofShares(shares), Price.parse(price));
    }
}
