package io.ploy.core.engine;

import static io.ploy.core.engine.SupervisedRoom.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import io.ploy.core.breaker.Cause;
import io.ploy.core.breaker.Reset;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Severity;
import io.ploy.core.breaker.Stop;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the engine stops by itself, and how people let it go on: through orders, restarts and decisions. */
class RiskDeskTest {
    private static final Scope HAND = Scope.strategy("hand");

    private SupervisedRoom room = new SupervisedRoom().start();

    private Order filled(int shares, String trade) {
        Order order = room.submit(OrderRequest.buy(UP, Quantity.ofShares(shares), Price.parse("0.40")));
        room.advance(Duration.ofMillis(10));
        room.venue.open.add(room.name(order));
        room.venue.fill(room.name(order), UP, trade, shares, SettlementStatus.CONFIRMED);
        room.venue.open.remove(room.name(order));
        room.advance(Duration.ofMillis(10));
        return order;
    }

    /** Why the gates refused an order, if they did. */
    private Optional<RiskReason> refusal(Order order) {
        List<RiskReason> reasons = new ArrayList<>();
        room.journal.replay((sequence, at, record) -> {
            if (record instanceof JournalRecord.RiskDecided decided
                    && decided.audit().order().equals(order.id())
                    && !decided.audit().allowed()) {
                decided.audit().verdicts().forEach(verdict -> reasons.add(verdict.reason()));
            }
        });
        return reasons.isEmpty() ? Optional.empty() : Optional.of(reasons.get(reasons.size() - 1));
    }

    private Order resting(String limit) {
        Order order = room.submit(OrderRequest.buy(UP, Quantity.ofShares(10), Price.parse(limit)));
        room.advance(Duration.ofMillis(10));
        room.venue.open.add(room.name(order));
        room.venue.evidence(room.name(order), OrderEvidence.Kind.OPEN);
        return order;
    }

    /** Bought at 0.40, worth what is bid. */
    private void bid(String price) {
        room.ploy.onMarketEvent(new MarketEvent.BookSnapshot(
                room.timeline.now(),
                UP,
                TickSize.CENT,
                List.of(new BookLevel(Price.parse(price), Quantity.ofShares(1_000))),
                List.of(new BookLevel(Price.parse("0.42"), Quantity.ofShares(1_000)))));
        room.advance(Duration.ofSeconds(1));
    }

    private void limit(Limit limit, Object value) {
        RiskLimits limits = room.ploy.operator().limits();
        room.ploy.operator().useLimits(limits.toBuilder().set(limit, value).build(), true, "ann", "a test");
    }

    @Test
    void aDaysLossStopsNewRiskCancelsWhatRestsAndOutlastsARestartUntilAPersonResetsIt() {
        limit(Limit.MAX_STRATEGY_DAY_LOSS, Cash.ofUsd(5));
        filled(50, "t1");
        Order resting = resting("0.38");
        assertThat(room.order(resting).status()).isEqualTo(OrderStatus.LIVE);

        bid("0.30");

        assertThat(room.ploy.operator().causes().get(HAND))
                .extracting(Cause::name)
                .contains("daily-loss");
        assertThat(room.venue.cancels).contains(room.name(resting));
        assertThat(room.alertCodes()).contains("risk.tripped");
        room.venue.cancelled(room.name(resting), Quantity.ZERO);
        room.venue.open.clear();
        assertThat(refusal(room.bid())).contains(RiskReason.TRADING_REDUCE_ONLY);
        Order exit = room.submit(OrderRequest.sell(UP, Quantity.ofShares(10), Price.parse("0.38")));
        assertThat(refusal(exit)).isEmpty();
        room.advance(Duration.ofMillis(10));
        room.venue.sold(room.name(exit), UP, "t2", 10);
        room.advance(Duration.ofMillis(10));

        room = new SupervisedRoom(room.journal, null).start();
        assertThat(room.ploy.operator().causes().get(HAND))
                .extracting(Cause::name)
                .contains("daily-loss");
        assertThat(refusal(room.bid())).contains(RiskReason.TRADING_REDUCE_ONLY);

        bid("0.38");
        List<String> causes = room.ploy.operator().causes().get(HAND).stream()
                .map(Cause::name)
                .toList();
        assertThat(room.ploy.operator().reset(HAND, causes, "ann", "seen"))
                .allSatisfy((cause, answer) -> assertThat(answer).isEqualTo(Reset.Answer.CLEARED));
        assertThat(room.ploy.operator().causes()).doesNotContainKey(HAND);
        assertThat(refusal(room.bid())).isEmpty();
    }

    @Test
    void doubtStopsNewRiskInItsMarketUntilItIsResolved() {
        Order order = room.bid();
        room.advance(Duration.ofMillis(10));
        room.venue.evidence(room.name(order), OrderEvidence.Kind.DOUBT);
        room.advance(Duration.ofMillis(10));

        Scope market = Scope.market(SupervisedRoom.MARKET.id().toString());
        assertThat(room.ploy.operator().causes()).containsKey(market);
        assertThat(refusal(room.bid())).isPresent();

        room.venue.open.add(room.name(order));
        room.advance(Duration.ofSeconds(5));

        assertThat(room.ploy.operator().causes()).doesNotContainKey(market);
        assertThat(refusal(room.submit(OrderRequest.buy(UP, Quantity.ofShares(10), Price.parse("0.39")))))
                .isEmpty();
    }

    @Test
    void aPersonHaltsAScopeAndLetsItGoOnInTwoSteps() {
        Order resting = resting("0.38");

        room.ploy.operator().stop(HAND, Stop.HALT, "ann", "looks odd");
        room.advance(Duration.ofMillis(10));

        assertThat(room.venue.cancels).contains(room.name(resting));
        room.venue.open.clear();
        room.venue.cancelled(room.name(resting), Quantity.ZERO);
        assertThat(refusal(room.bid())).contains(RiskReason.TRADING_HALTED);

        assertThat(room.ploy.operator().reset(HAND, List.of("kill-switch"), "ann", "found it"))
                .containsEntry("kill-switch", Reset.Answer.CLEARED);
        assertThat(refusal(room.bid())).contains(RiskReason.TRADING_REDUCE_ONLY);
        room.advance(Duration.ofMinutes(3));
        assertThat(room.ploy.operator().causes().get(HAND))
                .extracting(Cause::name)
                .containsExactly("second-step");

        room.ploy.operator().reset(HAND, List.of("second-step"), "ann", "go on");
        assertThat(room.ploy.operator().causes()).doesNotContainKey(HAND);
        assertThat(refusal(room.bid())).isEmpty();
    }

    @Test
    void aHaltOfTheAccountIsLeftInTwoStepsToo() {
        filled(10, "t1");
        room.ploy.killSwitch().engage("ann", "looks odd");
        room.advance(Duration.ofSeconds(1));
        assertThat(room.ploy.operator().reset(Scope.ACCOUNT, List.of("second-step"), "ann", "in a hurry"))
                .containsEntry("second-step", Reset.Answer.STILL_HALTED);

        assertThat(room.ploy.operator().reset(Scope.ACCOUNT, List.of("kill-switch", "second-step"), "ann", "found it"))
                .containsEntry("kill-switch", Reset.Answer.CLEARED)
                .containsEntry("second-step", Reset.Answer.STILL_HALTED);

        assertThat(refusal(room.bid())).contains(RiskReason.TRADING_REDUCE_ONLY);
        assertThat(refusal(room.submit(OrderRequest.sell(UP, Quantity.ofShares(10), Price.parse("0.38")))))
                .isEmpty();
        assertThat(accountCauses()).containsExactly("second-step", "unreconciled");
        room.advance(Duration.ofSeconds(5));
        assertThat(accountCauses()).containsExactly("second-step");

        room = new SupervisedRoom(room.journal, null).start();
        assertThat(accountCauses()).containsExactly("second-step");
        assertThat(refusal(room.bid())).contains(RiskReason.TRADING_REDUCE_ONLY);
        assertThat(room.ploy.operator().reset(Scope.ACCOUNT, List.of("second-step"), "ann", "go on"))
                .containsEntry("second-step", Reset.Answer.CLEARED);
        assertThat(accountCauses()).isEmpty();
    }

    private List<String> accountCauses() {
        return room.ploy.operator().causes().getOrDefault(Scope.ACCOUNT, List.of()).stream()
                .map(Cause::name)
                .toList();
    }

    @Test
    void theKillSwitchLetsNothingNewThroughWhenItIsReleased() {
        room.ploy.killSwitch().engage("ann", "looks odd");
        room.advance(Duration.ofSeconds(1));

        room.ploy.killSwitch().release("ann", "found it");

        assertThat(room.ploy.killSwitch().isEngaged()).isFalse();
        assertThat(refusal(room.bid())).contains(RiskReason.TRADING_REDUCE_ONLY);
        room.goOn();
        assertThat(refusal(room.bid())).isEmpty();
    }

    @Test
    void aPausedStrategyIsRefusedItsOwnOrders() {
        room.ploy.operator().stop(HAND, Stop.PAUSE, "ann", "a break");

        assertThat(refusal(room.bid())).isPresent();
        assertThat(room.ploy.operator().causes().get(HAND).get(0).severity()).isEqualTo(Severity.REDUCE);
    }

    @Test
    void aMarketWithoutATrustedBookLosesItsRestingOrdersAndGetsThemNoMore() {
        Order resting = resting("0.38");
        room.advance(Duration.ofSeconds(1));
        room.ploy.onMarketEvent(new MarketEvent.BookDistrusted(room.timeline.now(), UP, BookTrust.STALE, "silence"));

        room.advance(Duration.ofSeconds(29));
        assertThat(room.venue.cancels).as("%s", room.alerts()).isEmpty();
        room.advance(Duration.ofSeconds(3));

        assertThat(room.venue.cancels).contains(room.name(resting));
        assertThat(room.ploy.operator().causes())
                .containsKey(Scope.market(SupervisedRoom.MARKET.id().toString()));
    }

    @Test
    void aHoldingWithoutAMarkForAMinuteStopsItsMarket() {
        Scope market = Scope.market(SupervisedRoom.MARKET.id().toString());
        filled(10, "t1");
        bid("0.38");
        room.ploy.onMarketEvent(new MarketEvent.BookDistrusted(room.timeline.now(), UP, BookTrust.STALE, "silence"));

        room.advance(Duration.ofSeconds(59));
        assertThat(room.ploy.operator().causes().get(market))
                .extracting(Cause::name)
                .containsExactly("feed");
        room.advance(Duration.ofSeconds(3));

        assertThat(room.ploy.operator().causes().get(market))
                .extracting(Cause::name)
                .containsExactly("feed", "mark-unknown");
        bid("0.38");
        room.advance(Duration.ofSeconds(12));
        assertThat(room.ploy.operator().causes()).doesNotContainKey(market);
    }

    @Test
    void anEventThatIsSoldAtALossStopsAStrategyUntilAPersonForgivesIt() {
        limit(Limit.MAX_LOSING_STREAK, 1);
        filled(12, "t1");
        assertThat(refusal(room.submit(OrderRequest.buy(UP, Quantity.ofShares(10), Price.parse("0.36")))))
                .as("nothing is closed yet")
                .isEmpty();
        sold("t2", 6);
        assertThat(refusal(room.submit(OrderRequest.buy(UP, Quantity.ofShares(10), Price.parse("0.35")))))
                .as("size is open")
                .isEmpty();
        sold("t3", 6);

        assertThat(refusal(room.submit(OrderRequest.buy(UP, Quantity.ofShares(10), Price.parse("0.34")))))
                .contains(RiskReason.LOSS_STREAK);
        assertThat(room.ploy.operator().reset(HAND, List.of("loss-streak"), "ann", "seen"))
                .containsEntry("loss-streak", Reset.Answer.CLEARED);
        assertThat(refusal(room.submit(OrderRequest.buy(UP, Quantity.ofShares(10), Price.parse("0.33")))))
                .isEmpty();
        assertThat(room.ploy.operator().reset(HAND, List.of("loss-streak"), "ann", "seen"))
                .containsEntry("loss-streak", Reset.Answer.NOT_SET);
    }

    private void sold(String trade, int shares) {
        Order order = room.submit(OrderRequest.sell(UP, Quantity.ofShares(shares), Price.parse("0.38")));
        assertThat(refusal(order)).isEmpty();
        room.advance(Duration.ofMillis(10));
        room.venue.sold(room.name(order), UP, trade, shares);
        room.advance(Duration.ofMillis(10));
    }

    @Test
    void limitsAreLoosenedOnlyOnPurpose() {
        RiskLimits looser = room.ploy.operator().limits().toBuilder()
                .set(Limit.MAX_OPEN_ORDERS, 60)
                .build();

        assertThatThrownBy(() -> room.ploy.operator().useLimits(looser, false, "ann", "bold"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxOpenOrders 50 to 60");
        room.ploy.operator().useLimits(looser, true, "ann", "bold");
        assertThat(room.ploy.operator().limits()).isEqualTo(looser);
    }
}
