package io.ploy.strategies.dumphedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.Position;
import io.ploy.api.strategy.StrategyState;
import io.ploy.strategies.fake.FakeContext;
import io.ploy.strategies.fake.FakeOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestartTest {
    private static Position position(InstrumentId instrument, String shares, String cost, String fees) {
        Quantity held = Quantity.parse(shares);
        return new Position(instrument, held, held, held, Cash.parse(cost), Cash.ZERO, Cash.parse(fees));
    }

    /** A new run that inherits the ledger and the memory of an old one. */
    private static Scene restart(Scene old, String... parameters) {
        Scene fresh = Scene.begin(
                old.market(),
                context -> {
                    for (InstrumentId side : List.of(Scene.UP, Scene.DOWN)) {
                        Position closedOnly = withoutOpenOrders(old.context, side);
                        context.inherit(closedOnly);
                    }
                    for (Order order : old.context.openOrders()) {
                        context.inherit((FakeOrder) order);
                    }
                    context.inherit(old.saved());
                },
                parameters);
        fresh.context.advanceTo(old.context.now());
        return fresh;
    }

    /** The fake adds what its own orders hold, so what open orders filled is left out here. */
    private static Position withoutOpenOrders(FakeContext context, InstrumentId side) {
        Position all = context.position(side);
        long economic = all.economic().micros();
        long confirmed = all.confirmed().micros();
        long cost = all.cost().micros();
        long fees = all.fees().micros();
        for (Order order : context.openOrders()) {
            if (order.request().instrument().equals(side)) {
                economic -= order.economic().micros();
                confirmed -= order.confirmed().micros();
                cost -= order.notional().micros();
                fees -= order.fees().micros();
            }
        }
        return new Position(
                side,
                Quantity.ofMicros(economic),
                Quantity.ofMicros(confirmed),
                Quantity.ofMicros(confirmed),
                Cash.ofMicros(cost),
                Cash.ZERO,
                Cash.ofMicros(fees));
    }

    @Test
    void aNakedLegIsTakenUpWithItsCostAndHedged() {
        Scene fresh = restart(Scene.begin().naked());

        assertThat(fresh.phase()).isEqualTo(Phase.NAKED);
        Near.near(fresh.trade().pair().first().unitCost(), 0.396492, 1e-9);
        fresh.left(120).quote("0.44", "0.45");
        assertThat(fresh.last().instrument()).isEqualTo(Scene.DOWN);
        assertThat(fresh.last().limit()).isEqualTo(Price.parse("0.56"));
    }

    @Test
    void anOrderOnItsWayIsTakenUp() {
        Scene sent = restart(Scene.begin().crash());
        assertThat(sent.phase()).isEqualTo(Phase.LEG1_SENT);

        Scene doubted = Scene.begin().crash();
        doubted.context.doubt(doubted.context.lastOrder());
        assertThat(restart(doubted).phase()).isEqualTo(Phase.DOUBT);

        Scene hedging = Scene.begin().naked().hedgeSent();
        ClientOrderId hedge = hedging.context.lastOrder();
        hedging.context.fill(hedge, "0.55", "5");
        Scene fresh = restart(hedging);
        assertThat(fresh.phase()).isEqualTo(Phase.LEG2_SENT);
        fresh.context.fill(hedge, "0.55", "15");
        assertThat(fresh.phase()).isEqualTo(Phase.HEDGED);
        assertThat(fresh.sent()).isZero();

        Scene selling = Scene.begin("endPolicy", "SELL")
                .naked()
                .left(20.5)
                .quote("0.40", "0.41")
                .left(20);
        assertThat(restart(selling).phase()).isEqualTo(Phase.UNWINDING);
    }

    @Test
    void aMergeIsNotAskedForAgain() {
        Scene fresh = restart(Scene.begin().hedged());

        assertThat(fresh.phase()).isEqualTo(Phase.SETTLING);
        assertThat(fresh.context.merges()).isEmpty();
    }

    @Test
    void holdingsThatNobodyRemembersAreBlocked() {
        Scene scene = Scene.begin(
                        Scene.market(null), context -> context.inherit(position(Scene.UP, "20", "7.6", "0.33")))
                .quote("0.51", "0.52");

        assertThat(scene.phase()).isEqualTo(Phase.BLOCKED);
        scene.crash().hedgeSent().left(15);
        assertThat(scene.sent()).isZero();
        assertThat(scene.context.recordingLogger().count("error")).isEqualTo(1);
        scene.resolve();
        assertThat(scene.strategy.trade(Scene.MARKET)).isEmpty();
    }

    @Test
    void anOrderThatNobodyRemembersIsBlocked() {
        Scene old = Scene.begin().crash();

        Scene fresh =
                Scene.begin(old.market(), context -> context.inherit(old.context.fakeOrder(old.context.lastOrder())));

        assertThat(fresh.phase()).isEqualTo(Phase.BLOCKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "damaged", "test:window\t1\t2\t3", "test:window\tx\t2\t3\t4\t0", "nocolon\t1\t2\t3\t4\t0"})
    void aMemoryThatCannotBeReadBlocksWhatIsHeld(String text) {
        Scene old = Scene.begin().naked();
        Consumer<FakeContext> damaged = context -> {
            context.inherit(old.context.position(Scene.UP));
            context.inherit(new StrategyState(SavedWindows.VERSION, text.getBytes(StandardCharsets.UTF_8)));
        };

        assertThat(Scene.begin(old.market(), damaged).phase()).isEqualTo(Phase.BLOCKED);
    }

    @Test
    void aMemoryOfAnotherVersionBlocksWhatIsHeld() {
        Scene old = Scene.begin().naked();

        Scene fresh = Scene.begin(old.market(), context -> {
            context.inherit(old.context.position(Scene.UP));
            context.inherit(
                    new StrategyState(SavedWindows.VERSION + 1, old.saved().bytes()));
        });

        assertThat(fresh.phase()).isEqualTo(Phase.BLOCKED);
    }

    @Test
    void theLedgerIsBelievedAboutHowMuchIsHeld() {
        Scene old = Scene.begin().naked();

        Scene fresh = Scene.begin(old.market(), context -> {
            context.inherit(position(Scene.UP, "12", "4.56", "0.2"));
            context.inherit(old.saved());
        });

        assertThat(fresh.trade().pair().first().economic()).isEqualTo(12_000_000);
        Near.near(fresh.trade().pair().first().unitCost(), 4.76 / 12, 1e-6);
    }

    @Test
    void aFillOfAnEarlierRunThatFailsIsFollowedThroughTheLedger() {
        Scene old = Scene.begin().naked();
        Fill fill = old.lastFill();
        Scene fresh = restart(old);
        fresh.context.inherit(Position.flat(Scene.UP));
        FakeOrder order = old.context
                .fakeOrder(fill.order())
                .reversed(fill.quantity(), fill.notional(), fill.fee(), fresh.context.now());

        fresh.context.tell(new OrderEvent.FillReversed(order, fill, fresh.context.now()));

        assertThat(fresh.phase()).isEqualTo(Phase.WATCHING);
        assertThat(fresh.trade().pair().isHeld()).isFalse();
    }

    @Test
    void aFillOfAnEarlierRunThatSettlesMayBeHedged() {
        Scene old = Scene.begin().crash();
        Fill fill = old.context.fill(old.context.lastOrder(), "0.38", "20");
        Scene fresh = restart(old);
        fresh.hedgeSent();
        assertThat(fresh.sent()).isZero();
        fresh.context.inherit(position(Scene.UP, "20", "7.6", "0.32984"));

        fresh.context.tell(
                new OrderEvent.FillConfirmed(old.context.fakeOrder(fill.order()), fill, fresh.context.now()));

        assertThat(fresh.sent()).isEqualTo(1);
    }

    @Test
    void windowsNotSeenYetStayRemembered() {
        Scene old = Scene.begin().naked();
        StrategyState memory = old.saved();
        Scene fresh = Scene.begin(
                Scene.market(
                        new MarketId("test", "later"),
                        new InstrumentId("test", "a"),
                        new InstrumentId("test", "b"),
                        "later",
                        null,
                        null),
                context -> context.inherit(memory));

        fresh.strategy.onStop();

        assertThat(fresh.saved()).isEqualTo(memory);
    }

    @Test
    void whatIsOverIsForgotten() {
        Scene scene = Scene.begin().hedged();
        assertThat(new String(scene.saved().bytes(), StandardCharsets.UTF_8)).contains("test:window");

        scene.context.operation(scene.context.merges().get(0), Operation.Status.CONFIRMED);
        scene.resolve();

        assertThat(scene.saved().bytes()).isEmpty();
    }

    /** Killed after every step of a whole trade and started again, what is owed is known at once. */
    @Test
    void killedAtEveryStepTheTradeGoesOn() {
        List<Consumer<Scene>> steps = new ArrayList<>();
        steps.add(Scene::crash);
        steps.add(scene -> scene.context.fill(id(1), "0.38", "12"));
        steps.add(scene -> scene.context.kill(id(1)));
        steps.add(scene -> scene.context.confirmAll(id(1)));
        steps.add(Scene::hedgeSent);
        steps.add(scene -> scene.context.fill(id(2), "0.55", "7"));
        steps.add(scene -> scene.context.kill(id(2)));
        steps.add(scene -> scene.context.fill(id(3), "0.55", "5"));
        Phase[] expected = {
            Phase.LEG1_SENT,
            Phase.NAKED,
            Phase.NAKED,
            Phase.NAKED,
            Phase.LEG2_SENT,
            Phase.LEG2_SENT,
            Phase.LEG2_SENT,
            Phase.HEDGED
        };

        for (int killedAfter = 1; killedAfter <= steps.size(); killedAfter++) {
            Scene scene = Scene.begin();
            steps.subList(0, killedAfter).forEach(step -> step.accept(scene));
            assertThat(scene.phase()).isEqualTo(expected[killedAfter - 1]);

            Scene fresh = restart(scene);

            assertThat(fresh.phase()).isEqualTo(expected[killedAfter - 1]);
            assertThat(fresh.trade().pair().first().economic())
                    .isEqualTo(scene.trade().pair().first().economic());
            assertThat(fresh.trade().pair().second().economic())
                    .isEqualTo(scene.trade().pair().second().economic());
            Near.near(
                    fresh.trade().pair().first().unitCost(),
                    scene.trade().pair().first().unitCost(),
                    1e-6);
            assertThat(fresh.sent()).isZero();
        }
    }

    private static ClientOrderId id(long number) {
        return new ClientOrderId(new AccountId("test"), 2, number);
    }
}
