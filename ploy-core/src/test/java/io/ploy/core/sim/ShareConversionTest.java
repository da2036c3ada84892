package io.ploy.core.sim;

import static io.ploy.core.sim.SimTesting.ALICE;
import static io.ploy.core.sim.SimTesting.BOB;
import static io.ploy.core.sim.SimTesting.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.portfolio.Conversion;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.portfolio.Settlement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareConversionTest {
    private static final List<AccountId> ACCOUNTS = List.of(ALICE, BOB);

    private final Timeline timeline = new Timeline(START);
    private final SimulatedExchange exchange = new SimulatedExchange(timeline, ExchangeSettings.instant());
    private final List<MarketId> ids = new ArrayList<>();
    private final List<ExchangeSets> told = new ArrayList<>();

    ShareConversionTest() {
        for (String name : List.of("a", "b", "c", "d")) {
            Market market = market("event", name, EventStructure.EXCLUSIVE);
            exchange.list(market);
            ids.add(market.id());
        }
        for (AccountId account : ACCOUNTS) {
            exchange.openAccount(account, Cash.ofUsd(1_000));
        }
        exchange.observe(new ExchangeObserver() {
            @Override
            public void onSets(ExchangeSets operation) {
                told.add(operation);
            }
        });
    }

    private static Market market(String event, String name, EventStructure structure) {
        return Market.builder(
                        new MarketId("sim", name),
                        new Outcome("Yes", new InstrumentId("sim", name + "-yes")),
                        new Outcome("No", new InstrumentId("sim", name + "-no")),
                        TradingRules.builder(TickSize.CENT)
                                .fees(FeeSchedule.FREE)
                                .build())
                .event(new Event(new EventId("sim", event), "", structure, 4, List.of()))
                .build();
    }

    private Conversion of(int given) {
        return new Conversion(ids.subList(0, given), ids.subList(given, ids.size()));
    }

    private Quantity held(AccountId account, String instrument) {
        return exchange.account(account).holdings().getOrDefault(new InstrumentId("sim", instrument), Quantity.ZERO);
    }

    private void sets(AccountId account, long shares) {
        ids.forEach(market -> exchange.depositSets(account, market, Quantity.ofShares(shares)));
    }

    @Test
    void noOfTwoBecomesYesOfTheOtherTwoAndOneUsd() {
        sets(ALICE, 10);
        Cash all = exchange.totalCollateral();

        assertThat(exchange.convert(ALICE, of(2), Quantity.ofShares(4))).isTrue();

        assertThat(exchange.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(1_004));
        assertThat(held(ALICE, "a-no")).isEqualTo(Quantity.ofShares(6));
        assertThat(held(ALICE, "b-no")).isEqualTo(Quantity.ofShares(6));
        assertThat(held(ALICE, "a-yes")).isEqualTo(Quantity.ofShares(10));
        assertThat(held(ALICE, "c-yes")).isEqualTo(Quantity.ofShares(14));
        assertThat(held(ALICE, "d-no")).isEqualTo(Quantity.ofShares(10));
        assertThat(exchange.totalCollateral()).isEqualTo(all);
        assertThat(told)
                .extracting(each -> each.market().symbol() + " " + each.kind() + " " + each.first() + " "
                        + each.second() + " " + each.collateral())
                .containsExactly("a CONVERT 0 4 4", "b CONVERT 0 4 0", "c CONVERT 4 0 0", "d CONVERT 4 0 0");
    }

    @Test
    void whatCannotBeConvertedMovesNothing() {
        sets(ALICE, 10);
        exchange.list(market("other", "e", EventStructure.EXCLUSIVE));
        exchange.list(market("loose", "f", EventStructure.INDEPENDENT));
        MarketId other = new MarketId("sim", "e");
        MarketId loose = new MarketId("sim", "f");
        Quantity some = Quantity.ofShares(4);

        assertThat(exchange.convert(ALICE, of(2), Quantity.ofShares(11))).isFalse();
        assertThat(exchange.convert(ALICE, of(2), Quantity.ZERO)).isFalse();
        assertThat(exchange.convert(ALICE, new Conversion(ids.subList(0, 2), List.of(ids.get(2))), some))
                .isFalse();
        assertThat(exchange.convert(ALICE, new Conversion(ids, List.of(other)), some))
                .isFalse();
        assertThat(exchange.convert(ALICE, new Conversion(List.of(loose), List.of()), some))
                .isFalse();
        assertThat(exchange.convert(ALICE, new Conversion(List.of(new MarketId("sim", "x")), ids), some))
                .isFalse();
        exchange.resolve(Resolution.second(ids.get(3), timeline.now()));
        assertThat(exchange.convert(ALICE, of(2), some)).isFalse();
        assertThat(held(ALICE, "a-no")).isEqualTo(Quantity.ofShares(10));
        assertThat(told).isEmpty();
    }

    @Test
    void asAnOperationItIsDoneOnceHoweverOftenItIsAskedFor() {
        sets(ALICE, 10);
        Settlement settlement = exchange.settlement(ALICE);
        List<OperationEvent> heard = new ArrayList<>();
        settlement.start(heard::add);
        Operation operation = Operation.convert(new OperationId(ALICE, 1, 1), of(3), Quantity.ofShares(4));

        settlement.execute(operation);
        timeline.runUntil(timeline.now().plusSeconds(60));
        settlement.execute(operation);
        settlement.resume(operation, timeline.now());
        timeline.runUntil(timeline.now().plusSeconds(60));

        assertThat(heard.get(heard.size() - 1).status()).isEqualTo(Operation.Status.CONFIRMED);
        assertThat(exchange.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(1_008));
    }

    /** Whichever market comes true, or none: everybody is paid, and collateral is what came in. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void everybodyIsPaidWhicheverMarketComesTrue(int winner) {
        for (int seed = 0; seed < 40; seed++) {
            new Day(seed).play(winner);
        }
    }

    /** Random splits, merges and conversions of two accounts. */
    private static final class Day {
        private final ShareConversionTest room = new ShareConversionTest();
        private final Random random;

        Day(int seed) {
            random = new Random(seed);
            ACCOUNTS.forEach(account -> room.sets(account, 50));
        }

        void play(int winner) {
            for (int step = 0; step < 60; step++) {
                AccountId account = ACCOUNTS.get(random.nextInt(2));
                Quantity shares = Quantity.ofShares(1 + random.nextInt(20));
                switch (random.nextInt(3)) {
                    case 0 -> room.exchange.operate(account, kind(), room.ids.get(random.nextInt(4)), shares);
                    default -> room.exchange.convert(account, some(), shares);
                }
                assertThat(room.exchange.totalCollateral()).isEqualTo(room.exchange.collateralBroughtIn());
                for (MarketId market : room.ids) {
                    ExchangeFloor floor = room.exchange.floor(market);
                    assertThat(floor.locked()).isGreaterThanOrEqualTo(floor.supplyFirst());
                    assertThat(floor.locked()).isGreaterThanOrEqualTo(floor.supplySecond());
                    assertThat(floor.supplySecond()).isNotNegative();
                }
            }
            resolve(winner);
        }

        private Operation.Kind kind() {
            return random.nextBoolean() ? Operation.Kind.SPLIT : Operation.Kind.MERGE;
        }

        private Conversion some() {
            List<MarketId> shuffled = new ArrayList<>(room.ids);
            Collections.shuffle(shuffled, random);
            int given = 1 + random.nextInt(4);
            return new Conversion(shuffled.subList(0, given), shuffled.subList(given, 4));
        }

        private void resolve(int winner) {
            for (int i = 0; i < 4; i++) {
                MarketId market = room.ids.get(i);
                room.exchange.resolve(
                        i == winner
                                ? Resolution.first(market, room.timeline.now())
                                : Resolution.second(market, room.timeline.now()));
                for (AccountId account : ACCOUNTS) {
                    room.exchange.operate(account, Operation.Kind.REDEEM, market, Quantity.ZERO);
                }
            }
            assertThat(room.exchange.totalCollateral()).isEqualTo(room.exchange.collateralBroughtIn());
            long paid = ACCOUNTS.stream()
                    .mapToLong(account ->
                            room.exchange.account(account).collateral().micros())
                    .sum();
            // Less where none came true: each conversion gave up a USD a set in that case.
            assertThat(Cash.ofMicros(paid)).isLessThanOrEqualTo(room.exchange.collateralBroughtIn());
            assertThat(winner == 4 || Cash.ofMicros(paid).equals(room.exchange.collateralBroughtIn()))
                    .isTrue();
        }
    }

    @Test
    void namesOfMarketsMustBeUsable() {
        assertThatThrownBy(() -> new Conversion(List.of(), ids)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Conversion(ids, ids)).isInstanceOf(IllegalArgumentException.class);
    }
}
