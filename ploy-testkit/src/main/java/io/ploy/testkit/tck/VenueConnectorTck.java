package io.ploy.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.Sweep;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.venue.VenueConnector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link VenueConnector} must do, tried against a running venue that a subclass supplies with each test: a
 * simulated one, since orders are really placed. The venue may be slow, but it must be sound: what it says it must do.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
public abstract class VenueConnectorTck extends ConnectionTck {
    private static final VenueOrderId UNKNOWN = new VenueOrderId("0x" + "5e".repeat(32));

    /** For classes that extend it. */
    protected VenueConnectorTck() {}

    /** The bytes are made once, and are the order. */
    @Test
    public void oneDraftMakesOneOrderAndNothingLeaves() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            OrderDraft draft = trial.draft(bid(trial));
            PreparedOrder first = trial.gateway().prepare(draft, trial.now().plusSeconds(5));
            PreparedOrder again = trial.gateway().prepare(draft, trial.now().plusSeconds(5));
            PreparedOrder other = trial.prepare(bid(trial));

            assertThat(again.venueOrderId()).isEqualTo(first.venueOrderId());
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(first.id()).isEqualTo(draft.id());
            assertThat(other.venueOrderId()).isNotEqualTo(first.venueOrderId());
            assertThat(ordersTaken(bid(trial))).isZero();
        }
    }

    /** An order that rests is evidence, can be found, and can be taken back. */
    @Test
    public void anOrderRestsIsFoundAndIsCancelled() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            trial.awaitStream();
            PreparedOrder order = trial.rest(bid(trial));

            assertThat(trial.lookUp(order.venueOrderId()).result()).isEqualTo(LookUp.Result.FOUND);
            trial.awaitKind(order, Kind.OPEN);
            assertThat(ordersTaken(bid(trial))).isEqualTo(1);

            trial.gateway().cancel(order.venueOrderId());
            assertThat(trial.awaitCancelAnswer(order.venueOrderId()).outcome())
                    .isEqualTo(CancelAnswer.Outcome.ACCEPTED);
            trial.awaitKind(order, Kind.CANCELLED);
            assertThat(trial.kinds(order.venueOrderId()))
                    .doesNotContain(Kind.REFUSED, Kind.NOT_SENT, Kind.MATCHED, Kind.DOUBT);
        }
    }

    /** What matched is told leg by leg until it is final, and is then held. */
    @Test
    public void anOrderFillsSettlesAndIsThenHeld() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            Price highest = trial.market().rules().tickSize().highest();
            PreparedOrder order = trial.prepare(
                    OrderRequest.buy(instrument(trial), SIZE, highest).fillOrKill());
            trial.gateway().send(order);
            trial.awaitKind(order, Kind.MATCHED);
            Patience.until("every leg to be confirmed", trial::told, () -> isConfirmed(trial, order));

            assertThat(trial.legs(order).values()).allSatisfy(leg -> {
                assertThat(leg.instrument()).isEqualTo(instrument(trial));
                assertThat(leg.side()).isEqualTo(Side.BUY);
                assertThat(leg.price()).isLessThanOrEqualTo(highest);
            });
            Quantity bought = bought(trial, order);
            assertThat(bought).isGreaterThanOrEqualTo(SIZE);
            assertThat(holdings().holdings()).isEqualTo(Map.of(instrument(trial), bought));
            awaitReadAsHeld(trial);
        }
    }

    /** An order is an order, however often its bytes go out. */
    @Test
    public void anOrderThatIsSentTwiceIsOneOrderAndIsNotBelievedGone() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            PreparedOrder order = trial.rest(bid(trial));
            int before = trial.evidence(order.venueOrderId()).size();

            trial.gateway().send(order);
            Patience.until(
                    "an answer to the second send",
                    trial::told,
                    () -> trial.evidence(order.venueOrderId()).size() > before);
            assertThat(trial.lookUp(order.venueOrderId()).result()).isEqualTo(LookUp.Result.FOUND);
            trial.awaitKind(order, Kind.OPEN);

            assertThat(ordersTaken(bid(trial))).isEqualTo(1);
            assertThat(trial.kinds(order.venueOrderId()))
                    .as("evidence of an order that is open")
                    .doesNotContain(
                            Kind.REFUSED, Kind.NOT_SENT, Kind.KILLED, Kind.CANCELLED, Kind.EXPIRED, Kind.ABSENT);
        }
    }

    /** A refusal is certain, and says why. */
    @Test
    public void whatTheVenueRefusesIsRefusedWithItsWords() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            Price lowest = trial.market().rules().tickSize().lowest();
            long unaffordable = 2
                    * FixedPoint.ONE
                    / lowest.micros()
                    * (holdings().collateral().micros() / FixedPoint.ONE + 1);
            OrderRequest intent = OrderRequest.buy(instrument(trial), Quantity.ofShares(unaffordable), lowest);
            PreparedOrder order = trial.prepare(intent);
            trial.gateway().send(order);
            trial.awaitKind(order, Kind.REFUSED);

            assertThat(trial.evidence(order.venueOrderId()))
                    .filteredOn(each -> each.kind() == Kind.REFUSED)
                    .allSatisfy(each -> assertThat(each.text()).isNotBlank());
            assertThat(trial.kinds(order.venueOrderId())).doesNotContain(Kind.LIVE, Kind.MATCHED, Kind.DOUBT);
            assertThat(ordersTaken(intent)).isZero();
        }
    }

    /** What cannot be made exactly as asked is not made. */
    @Test
    public void aPriceOffTheStepIsRefusedBeforeItLeaves() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            TickSize tick = trial.market().rules().tickSize();
            Price between = Price.ofMicros(tick.micros() + tick.micros() / 2);

            assertThatThrownBy(() -> trial.prepare(OrderRequest.buy(instrument(trial), SIZE, between)))
                    .isInstanceOf(OrderRefusedException.class);
        }
    }

    /** Late is never. */
    @Test
    public void anOrderThatIsTooLateIsNotSent() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            PreparedOrder late =
                    trial.gateway().prepare(trial.draft(bid(trial)), trial.now().minus(Duration.ofSeconds(1)));
            trial.gateway().send(late);
            Patience.until(
                    "word of the late order",
                    trial::told,
                    () -> !trial.kinds(late.venueOrderId()).isEmpty());

            assertThat(trial.kinds(late.venueOrderId())).containsOnly(Kind.NOT_SENT);
            assertThat(ordersTaken(bid(trial))).isZero();
        }
    }

    /** Nothing is made up of an order that nobody knows. */
    @Test
    public void anOrderTheVenueNeverSawIsNeitherFoundNorCancelled() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            trial.awaitStream();
            trial.gateway().cancel(UNKNOWN);
            PreparedOrder known = trial.rest(bid(trial));

            assertThat(trial.lookUp(UNKNOWN).result()).isEqualTo(LookUp.Result.MISSING);
            assertThat(trial.lookUp(known.venueOrderId()).result()).isEqualTo(LookUp.Result.FOUND);

            assertThat(trial.awaitCancelAnswer(UNKNOWN).outcome()).isNotEqualTo(CancelAnswer.Outcome.ACCEPTED);
            assertThat(trial.kinds(UNKNOWN)).isSubsetOf(Kind.ABSENT, Kind.DOUBT);
        }
    }

    /** What is open is read whole, whoever asks. */
    @Test
    public void aSweepNamesEveryOpenOrderAndNoOther() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            trial.awaitStream();
            PreparedOrder first = trial.rest(bid(trial));
            PreparedOrder second = trial.rest(bid(trial));

            Sweep both = trial.sweep();
            trial.gateway().cancel(first.venueOrderId());
            trial.awaitKind(first, Kind.CANCELLED);
            Sweep one = trial.sweep();

            assertThat(both.open()).containsExactlyInAnyOrder(first.venueOrderId(), second.venueOrderId());
            assertThat(one.open()).containsExactly(second.venueOrderId());
            assertThat(one.beganAt()).isBeforeOrEqualTo(one.at());
            assertThat(trial.kinds(second.venueOrderId())).contains(Kind.OPEN);
        }
    }

    /** The way out, also for what the engine does not know. */
    @Test
    public void cancellingEverythingClosesEveryOrder() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            trial.awaitStream();
            List<PreparedOrder> orders = List.of(trial.rest(bid(trial)), trial.rest(bid(trial)));

            trial.gateway().cancelAll();

            for (PreparedOrder order : orders) {
                trial.awaitKind(order, Kind.CANCELLED);
                assertThat(trial.awaitCancelAnswer(order.venueOrderId()).outcome())
                        .isEqualTo(CancelAnswer.Outcome.ACCEPTED);
            }
            assertThat(trial.sweep().open()).isEmpty();
        }
    }

    /** Who knows that something may be missed can ask for it. */
    @Test
    public void theStreamOfTheAccountIsSaidToBeThere() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            trial.awaitStream();
        }
    }

    /** Nothing held is an answer; nothing read is none. */
    @Test
    public void theReaderNamesWhatItIsAskedForAlsoWhereNothingIsHeld() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            Set<InstrumentId> asked = Set.of(
                    trial.market().first().instrument(), trial.market().second().instrument());
            AccountSnapshot read =
                    trial.account.reader().read(asked).toCompletableFuture().join();

            assertThat(read.holdings().keySet()).containsAll(asked);
            assertThat(read.holdings().values()).containsOnly(Quantity.ZERO);
        }
    }

    /** A gateway has one engine. */
    @Test
    public void aGatewayStartsOnce() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            assertThatThrownBy(() -> trial.gateway().start(trial)).isInstanceOf(IllegalStateException.class);
        }
    }

    /** What is read is what is held. */
    @Test
    public void theReaderReadsWhatTheAccountHolds() {
        try (ConnectorTrial trial = trial(context(alerts::add))) {
            awaitReadAsHeld(trial);
        }
    }

    private static boolean isConfirmed(ConnectorTrial trial, PreparedOrder order) {
        return !bought(trial, order).isBelow(SIZE)
                && trial.legs(order).values().stream().allMatch(leg -> leg.status() == SettlementStatus.CONFIRMED);
    }

    private static Quantity bought(ConnectorTrial trial, PreparedOrder order) {
        return trial.legs(order).values().stream().map(FillReport::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    /** Indexers lag, so it may take a few reads. */
    private void awaitReadAsHeld(ConnectorTrial trial) {
        List<AccountSnapshot> read = new ArrayList<>();
        Patience.until("what is held to be read: " + holdings(), () -> read, () -> {
            AccountSnapshot now =
                    trial.account.reader().read().toCompletableFuture().join();
            read.add(now);
            AccountSnapshot truth = holdings();
            return now.complete()
                    && now.collateral().equals(truth.collateral())
                    && now.holdings().equals(truth.holdings());
        });
    }
}
