package io.ploy.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.order.VenueOrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is thrown at a ledger, in whatever order and however often. */
class LedgerPropertiesTest {
    private static final int RUNS_OF_A_BATCH = 50;
    private static final int STEPS = 200;
    private static final List<OrderRequest> REQUESTS = List.of(
            LedgerRun.GTC,
            LedgerRun.GTD,
            LedgerRun.FAK,
            OrderRequest.spend(LedgerRun.YES, Cash.ofUsd(20), Price.parse("0.40")));

    static LongStream batches() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("batches")
    void onlyMovesOfTheTableHappenAndSumsStayExact(long batch) {
        for (long run = 0; run < RUNS_OF_A_BATCH; run++) {
            new Run(batch * RUNS_OF_A_BATCH + run).play();
        }
    }

    /** One random life of four orders, checked against the specification after each step. */
    private static final class Run {
        private final SplittableRandom random;
        private final Told told = new Told();
        private final OrderLedger ledger =
                new OrderLedger((instrument, side, price, quantity, role) -> LedgerRun.ESTIMATED, told);
        private final LedgerModel model = new LedgerModel();
        private final Map<FillId, SettlementStatus> toldOfLegs = new HashMap<>();
        private final List<FillReport> reports = new ArrayList<>();
        private Instant now = LedgerRun.START;
        private int heard;

        Run(long seed) {
            random = new SplittableRandom(seed);
            for (int i = 0; i < REQUESTS.size(); i++) {
                ledger.accept(id(i), strategy(i), REQUESTS.get(i), now);
                ledger.bind(id(i), hash(i));
                if (random.nextInt(4) > 0) {
                    ledger.send(id(i), now);
                }
            }
        }

        void play() {
            for (int step = 0; step < STEPS; step++) {
                now = now.plusMillis(random.nextInt(3));
                int target = random.nextInt(REQUESTS.size());
                List<OrderLifecycle> before = states();

                Set<OrderLifecycle> allowed = act(target, before.get(target));

                List<OrderLifecycle> after = states();
                assertThat(allowed).contains(after.get(target));
                before.set(target, after.get(target));
                assertThat(after).as("other orders").isEqualTo(before);
                checkAmounts(step % 10 == 0 ? random.nextInt(REQUESTS.size()) : target);
                checkLists();
                checkEvents();
                if (step % 20 == 0 || step == STEPS - 1) {
                    checkEventsAgainstLegs();
                }
            }
        }

        private Set<OrderLifecycle> act(int target, OrderLifecycle from) {
            switch (random.nextInt(10)) {
                case 0 -> {
                    ledger.askCancel(id(target), now);
                    return Set.of(from);
                }
                case 1 -> {
                    CancelAnswer.Outcome outcome = any(CancelAnswer.Outcome.values());
                    ledger.apply(new CancelAnswer(hash(target), outcome, "", now), now);
                    boolean accepted = outcome == CancelAnswer.Outcome.ACCEPTED;
                    return accepted ? after(from, LifecycleEvent.CANCELLED) : Set.of(from);
                }
                case 2 -> {
                    boolean withdrawn =
                            from == OrderLifecycle.PENDING_NEW && order(target).status() == OrderStatus.PENDING_CANCEL;
                    boolean sent = ledger.send(id(target), now);
                    assertThat(sent)
                            .isEqualTo((from == OrderLifecycle.PENDING_NEW && !withdrawn)
                                    || from == OrderLifecycle.UNKNOWN);
                    return after(from, withdrawn ? LifecycleEvent.NOT_SENT : LifecycleEvent.SEND);
                }
                case 3 -> {
                    if (random.nextInt(4) == 0) {
                        ledger.deny(id(target), RiskReason.TRADING_HALTED, "", now);
                        return after(from, LifecycleEvent.DENY);
                    }
                    return Set.of(from);
                }
                case 4, 5, 6 -> {
                    FillReport report = report(target);
                    model.fill(report);
                    ledger.apply(report, now);
                    return after(from, LifecycleEvent.PARTIAL);
                }
                default -> {
                    return see(target, from);
                }
            }
        }

        private Set<OrderLifecycle> see(int target, OrderLifecycle from) {
            OrderEvidence.Kind kind = any(OrderEvidence.Kind.values());
            Quantity matched = random.nextInt(3) == 0 ? Quantity.ofShares(random.nextInt(101)) : null;
            if (matched != null) {
                model.report(hash(target), matched);
            }
            ledger.apply(new OrderEvidence(hash(target), kind, matched, "", now), now);
            TimeInForce timeInForce = REQUESTS.get(target).timeInForce();
            Set<OrderLifecycle> allowed = after(from, LifecycleEvent.of(kind, timeInForce));
            boolean undated = kind == OrderEvidence.Kind.EXPIRED && timeInForce != TimeInForce.GTD;
            if (undated || (kind == OrderEvidence.Kind.ABSENT && from == OrderLifecycle.LIVE)) {
                allowed.addAll(after(from, LifecycleEvent.CANCELLED));
            }
            return allowed;
        }

        /** The state itself, where the event leads, and where a fill that the same evidence shows leads from there. */
        private static Set<OrderLifecycle> after(OrderLifecycle from, LifecycleEvent event) {
            Set<OrderLifecycle> allowed = EnumSet.of(from, target(from, event));
            for (OrderLifecycle to : Set.copyOf(allowed)) {
                allowed.add(target(to, LifecycleEvent.FULL));
                if (to == OrderLifecycle.REJECTED || to == OrderLifecycle.DENIED) {
                    allowed.add(target(to, LifecycleEvent.PARTIAL));
                }
            }
            return allowed;
        }

        private static OrderLifecycle target(OrderLifecycle from, LifecycleEvent event) {
            String first = SpecTables.lifecycle(from, event).split(" ")[0].replace("†", "");
            for (OrderLifecycle lifecycle : OrderLifecycle.values()) {
                if (lifecycle.name().equals(first)) {
                    return lifecycle;
                }
            }
            return from;
        }

        /** A new leg, an old one as it was, or an old one further on, further back, or with other amounts. */
        private FillReport report(int target) {
            List<FillReport> own = reports.stream()
                    .filter(report -> report.id().order().equals(hash(target)))
                    .toList();
            if (own.isEmpty() || random.nextInt(4) == 0) {
                FillReport fresh = new FillReport(
                        new FillId("t" + reports.size(), random.nextInt(2), hash(target), any(LiquidityRole.values())),
                        LedgerRun.YES,
                        Side.BUY,
                        Price.ofMicros(random.nextLong(1, 400_001)),
                        Quantity.ofMicros(random.nextLong(1, 40_000_000)),
                        fee(),
                        any(SettlementStatus.values()),
                        time(),
                        now);
                reports.add(fresh);
                return fresh;
            }
            FillReport old = own.get(random.nextInt(own.size()));
            if (random.nextInt(4) == 0) {
                return old;
            }
            boolean changed = random.nextInt(20) == 0;
            return new FillReport(
                    old.id(),
                    old.instrument(),
                    old.side(),
                    old.price(),
                    changed ? old.quantity().plus(Quantity.LOT) : old.quantity(),
                    fee(),
                    any(SettlementStatus.values()),
                    time(),
                    now);
        }

        private Cash fee() {
            return random.nextBoolean() ? null : Cash.ofMicros(random.nextLong(0, 50_000));
        }

        private Instant time() {
            return LedgerRun.START.plusSeconds(random.nextInt(10));
        }

        private <E> E any(E[] values) {
            return values[random.nextInt(values.length)];
        }

        private void checkAmounts(int i) {
            Order order = order(i);
            VenueOrderId hash = hash(i);
            assertThat(order.matched().micros()).isEqualTo(model.matched(hash));
            assertThat(order.unattributed().micros()).isEqualTo(model.matched(hash) - model.legs(hash));
            assertThat(order.economic().micros()).isEqualTo(model.economic(hash));
            assertThat(order.confirmed().micros()).isEqualTo(model.confirmed(hash));
            assertThat(order.notional().micros()).isEqualTo(model.notional(hash));
            assertThat(order.fees().micros()).isEqualTo(model.fees(hash));
            assertThat(order.isOpen() || order.remaining().isZero()).isTrue();
            boolean needsReason = !order.isOpen() && order.lifecycle() != OrderLifecycle.FILLED;
            assertThat(order.closeReason().isPresent()).isEqualTo(needsReason);
        }

        private void checkLists() {
            List<Order> open = new ArrayList<>();
            int ofAlpha = 0;
            boolean unknown = false;
            for (int i = 0; i < REQUESTS.size(); i++) {
                if (order(i).isOpen()) {
                    open.add(order(i));
                    ofAlpha += strategy(i).equals("alpha") ? 1 : 0;
                    unknown |= strategy(i).equals("alpha") && order(i).lifecycle() == OrderLifecycle.UNKNOWN;
                }
            }
            assertThat(ledger.openOrders()).isEqualTo(open);
            assertThat(ledger.openCount("alpha")).isEqualTo(ofAlpha);
            assertThat(ledger.hasUnknown("alpha", LedgerRun.YES::equals)).isEqualTo(unknown);
            assertThat(ledger.illegalCount()).isEqualTo(told.illegal.size());
        }

        /** A leg is told of at most twice: filled, and then confirmed or reversed. */
        private void checkEvents() {
            for (OrderEvent event : told.events.subList(heard, told.events.size())) {
                if (event instanceof OrderEvent.Filled filled) {
                    assertThat(toldOfLegs.put(filled.fill().id(), SettlementStatus.MATCHED))
                            .isNull();
                } else if (event instanceof OrderEvent.FillConfirmed confirmed) {
                    assertThat(toldOfLegs.put(confirmed.fill().id(), SettlementStatus.CONFIRMED))
                            .isEqualTo(SettlementStatus.MATCHED);
                } else if (event instanceof OrderEvent.FillReversed reversed) {
                    assertThat(toldOfLegs.put(reversed.fill().id(), SettlementStatus.FAILED))
                            .isEqualTo(SettlementStatus.MATCHED);
                }
            }
            heard = told.events.size();
        }

        private void checkEventsAgainstLegs() {
            toldOfLegs.forEach((leg, status) -> {
                SettlementStatus known = model.status(leg);
                assertThat(known).isNotNull();
                assertThat(known.isProvisional() ? SettlementStatus.MATCHED : known)
                        .isEqualTo(status);
            });
        }

        private List<OrderLifecycle> states() {
            List<OrderLifecycle> states = new ArrayList<>();
            for (int i = 0; i < REQUESTS.size(); i++) {
                states.add(order(i).lifecycle());
            }
            return states;
        }

        private Order order(int i) {
            return ledger.order(id(i)).orElseThrow();
        }

        private static ClientOrderId id(int i) {
            return new ClientOrderId(LedgerRun.ID.account(), 1, i + 1L);
        }

        private static VenueOrderId hash(int i) {
            return new VenueOrderId("0x" + i);
        }

        private static String strategy(int i) {
            return i % 2 == 0 ? "alpha" : "beta";
        }
    }
}
