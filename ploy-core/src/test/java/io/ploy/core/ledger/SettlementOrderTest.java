package io.ploy.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.SettlementStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Settlement messages may come in any order and any number: what they leave behind is the same. */
class SettlementOrderTest {
    private static final Cash MEASURED = Cash.parse("0.0345");

    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "FAILED"})
    void everyPermutationOfATradesMessagesLeavesTheSame(SettlementStatus end) {
        List<FillReport> messages = messages("a", end);
        String expected = endOf(messages);

        List<List<FillReport>> orders = permutations(messages);

        assertThat(orders)
                .hasSize(720)
                .allSatisfy(order -> assertThat(endOf(order)).isEqualTo(expected));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "FAILED"})
    void repeatingMessagesChangesNothing(SettlementStatus end) {
        SplittableRandom random = new SplittableRandom(11);
        List<FillReport> messages = messages("a", end);
        String expected = endOf(messages);

        for (int run = 0; run < 500; run++) {
            List<FillReport> shuffled = new ArrayList<>(messages);
            for (int i = 0; i < 10; i++) {
                FillReport repeated = messages.get(random.nextInt(messages.size()));
                shuffled.add(random.nextInt(shuffled.size() + 1), repeated);
            }
            for (int i = shuffled.size() - 1; i > 0; i--) {
                shuffled.set(i, shuffled.set(random.nextInt(i + 1), shuffled.get(i)));
            }

            assertThat(endOf(shuffled)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIVE", "UNKNOWN", "CANCELLED", "REJECTED"})
    void tradesThatFailLeaveTheAmountsAsIfTheyHadNeverBeen(OrderLifecycle state) {
        SplittableRandom random = new SplittableRandom(12);
        for (int run = 0; run < 300; run++) {
            LedgerRun with = LedgerRun.in(state, LedgerRun.GTC);
            LedgerRun without = LedgerRun.in(state, LedgerRun.GTC);
            for (int trade = 0; trade < 6; trade++) {
                boolean fails = random.nextBoolean();
                String shares = random.nextInt(1, 30) + "." + random.nextInt(100_000, 1_000_000);
                String price = "0." + random.nextInt(100_000, 400_000);
                SettlementStatus first = random.nextBoolean() ? SettlementStatus.MATCHED : SettlementStatus.RETRYING;
                with.fill("t" + trade, shares, price, null, first, 1);
                if (fails) {
                    with.fill("t" + trade, shares, price, MEASURED, SettlementStatus.FAILED, 2);
                } else {
                    without.fill("t" + trade, shares, price, null, first, 1);
                }
            }

            assertThat(with.order().economic()).isEqualTo(without.order().economic());
            assertThat(with.order().notional()).isEqualTo(without.order().notional());
            assertThat(with.order().fees()).isEqualTo(without.order().fees());
        }
    }

    private static List<FillReport> messages(String trade, SettlementStatus end) {
        return List.of(
                report(trade, SettlementStatus.QUEUED, 1),
                report(trade, SettlementStatus.MATCHED, 2),
                report(trade, SettlementStatus.MINED, 3),
                report(trade, SettlementStatus.RETRYING, 4),
                report(trade, SettlementStatus.MINED, 5),
                LedgerRun.report(trade, "40", "0.377777", MEASURED, end, 6));
    }

    private static FillReport report(String trade, SettlementStatus status, int second) {
        return LedgerRun.report(trade, "40", "0.377777", null, status, second);
    }

    /** Everything about the order that outlives the messages. */
    private static String endOf(List<FillReport> messages) {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        run.fill("other", "10", SettlementStatus.CONFIRMED);
        messages.forEach(message -> run.ledger.apply(message, run.tick()));
        Order order = run.order();
        assertThat(run.told.illegal).isEmpty();
        return String.join(
                " ",
                order.status().toString(),
                order.matched().toString(),
                order.economic().toString(),
                order.confirmed().toString(),
                order.remaining().toString(),
                order.notional().toString(),
                order.fees().toString());
    }

    private static List<List<FillReport>> permutations(List<FillReport> messages) {
        if (messages.isEmpty()) {
            return List.of(List.of());
        }
        List<List<FillReport>> all = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            List<FillReport> rest = new ArrayList<>(messages);
            FillReport head = rest.remove(i);
            for (List<FillReport> tail : permutations(rest)) {
                List<FillReport> order = new ArrayList<>(List.of(head));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
