package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.event.EngineListener;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.Position;
import io.ploy.core.Ploy;
import io.ploy.core.history.CashRow;
import io.ploy.core.history.HistoryProjection;
import io.ploy.core.history.HistoryRow;
import io.ploy.core.history.HistoryTable;
import io.ploy.core.history.MemoryTables;
import io.ploy.core.history.OrderRow;
import io.ploy.core.history.PositionRow;
import io.ploy.core.history.RunRow;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.sim.ExchangeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of a journal say what the engine that wrote it knew. */
class HistoryOfEngineTest {
    private final InMemoryJournal journal = new InMemoryJournal();
    private final Map<String, Order> orders = new TreeMap<>();
    private final Map<FillId, Instant> seen = new HashMap<>();
    private final Map<FillId, Fill> fills = new LinkedHashMap<>();
    private final Map<String, OperationEvent> operations = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rowsAreWhatTheEngineKnew(long seed) {
        Room room = room(seed);
        try (Ploy ploy = room.start()) {
            for (int step = 0; step < 12; step++) {
                room.run(ploy, Duration.ofSeconds(91));
                assertSame(projected(), ploy);
            }
            ploy.stop(Duration.ofMinutes(3));
            assertSame(projected(), ploy);
        }
        MemoryTables tables = projected();
        assertThat(orders).hasSizeGreaterThan(50);
        assertThat(fills).hasSizeGreaterThan(20);
        assertThat(tables.rows(HistoryTable.OPERATIONS))
                .extracting(row -> row.kind())
                .contains(Operation.Kind.SPLIT, Operation.Kind.REDEEM);
        assertThat(tables.rows(HistoryTable.RUNS))
                .singleElement()
                .extracting(RunRow::end)
                .isEqualTo(RunRow.End.CLOSED);
    }

    @Test
    void aMorningOfMarketsIsRememberedAfterTheirBooksAreGone() {
        Room room = room(9);
        try (Ploy ploy = room.start()) {
            room.run(ploy, Duration.ofMinutes(390));
            ploy.stop(Duration.ofMinutes(3));
            assertSame(projected(), ploy);
        }
    }

    @Test
    void theSameRecordsGiveTheSameRowsFromWhereverTheyAreGiven() {
        Room room = room(4);
        try (Ploy ploy = room.start()) {
            room.run(ploy, Duration.ofMinutes(11));
        }
        List<HistoryRow> whole = projected().given();
        for (long after : new long[] {1, 17, journal.lastSequence() / 2, journal.lastSequence()}) {
            MemoryTables rest = new MemoryTables();
            journal.replay(new HistoryProjection(rest, after));

            assertThat(rest.given())
                    .isEqualTo(
                            whole.stream().filter(row -> row.sequence() > after).toList());
        }
        MemoryTables twice = projected();
        Map<?, ?> once = new TreeMap<>(Map.of("tables", Map.copyOf(twice.all())));
        journal.replay(new HistoryProjection(twice));

        assertThat(Map.of("tables", Map.copyOf(twice.all()))).isEqualTo(once);
    }

    private Room room(long seed) {
        ExchangeSettings settings = ExchangeSettings.builder()
                .seed(seed)
                .settlementFailureRate(0.1)
                .retries(0.2, Duration.ofSeconds(3))
                .build();
        return new Room(seed, settings, journal, new RandomTrader()).listener(new EngineListener() {
            @Override
            public void onOrder(OrderEvent event) {
                orders.put(event.order().id().toString(), event.order());
                if (event instanceof OrderEvent.Filled filled) {
                    fills.put(filled.fill().id(), filled.fill());
                    seen.putIfAbsent(filled.fill().id(), filled.fill().at());
                } else if (event instanceof OrderEvent.FillConfirmed confirmed) {
                    fills.put(confirmed.fill().id(), confirmed.fill());
                } else if (event instanceof OrderEvent.FillReversed reversed) {
                    fills.put(reversed.fill().id(), reversed.fill());
                }
            }

            @Override
            public void onOperation(OperationEvent event) {
                operations.put(event.operation().id().toString(), event);
            }
        });
    }

    private MemoryTables projected() {
        MemoryTables tables = new MemoryTables();
        HistoryProjection projection = new HistoryProjection(tables);
        journal.replay(projection);
        assertThat(projection.skipped()).isZero();
        return tables;
    }

    private void assertSame(MemoryTables tables, Ploy ploy) {
        Map<String, OrderRow> rows = tables.rows(HistoryTable.ORDERS).stream()
                .collect(Collectors.toMap(row -> row.order().toString(), row -> row));
        orders.forEach((id, order) ->
                assertThat(describe(rows.get(id))).as("order %s", id).isEqualTo(describe(current(ploy, order))));
        assertThat(tables.rows(HistoryTable.FILLS).stream()
                        .map(row -> row.fill() + " " + row.settlement() + " " + row.fee() + " " + row.notional() + " "
                                + row.at() + " " + row.late())
                        .sorted())
                .isEqualTo(fills.values().stream()
                        .map(fill -> fill.id() + " " + fill.settlement() + " " + fill.fee() + " " + fill.notional()
                                + " " + seen.get(fill.id()) + " " + fill.late())
                        .sorted()
                        .toList());
        assertThat(summed(tables.rows(HistoryTable.POSITIONS))).isEqualTo(held(ploy));
        List<CashRow> cash = tables.rows(HistoryTable.CASH_ENTRIES);
        assertThat(cash.stream().mapToLong(row -> row.amount().micros()).sum())
                .isEqualTo(ploy.portfolio().balance().economic().micros());
        assertThat(cash.get(cash.size() - 1).balance())
                .isEqualTo(ploy.portfolio().balance().economic());
        assertThat(tables.rows(HistoryTable.OPERATIONS).stream()
                        .filter(row -> row.status() != Operation.Status.REQUESTED)
                        .map(row -> row.operation() + " " + row.status())
                        .sorted())
                .isEqualTo(operations.values().stream()
                        .map(event -> event.operation().id() + " " + event.status())
                        .sorted()
                        .toList());
    }

    /** As it is now if it is open, else as it was told last. */
    private static Order current(Ploy ploy, Order told) {
        return ploy.openOrders().stream()
                .filter(open -> open.id().equals(told.id()))
                .findFirst()
                .orElse(told);
    }

    private static String describe(OrderRow row) {
        return row.status() + " " + row.strategy() + " " + row.instrument() + " " + row.side() + " " + row.quantity()
                + " " + row.limit() + " matched " + row.matched() + " economic " + row.economic() + " confirmed "
                + row.confirmed() + " " + row.notional() + " " + row.fees() + " " + row.closeReason() + " "
                + row.createdAt();
    }

    private static String describe(Order order) {
        return order.status() + " " + order.strategy() + " "
                + order.request().instrument() + " " + order.request().side() + " "
                + order.request().sharesAtLimit() + " " + order.request().limit() + " matched " + order.matched()
                + " economic " + order.economic() + " confirmed " + order.confirmed() + " " + order.notional() + " "
                + order.fees() + " " + order.closeReason().orElse(null) + " " + order.createdAt();
    }

    private static Map<String, List<Long>> summed(List<PositionRow> rows) {
        Map<String, List<Long>> sums = new TreeMap<>();
        for (PositionRow row : rows) {
            add(
                    sums,
                    row.instrument().toString(),
                    List.of(
                            row.economic().micros(),
                            row.confirmed().micros(),
                            row.cost().micros(),
                            row.realised().micros(),
                            row.fees().micros()));
        }
        sums.values().removeIf(HistoryOfEngineTest::isNothing);
        return sums;
    }

    private static Map<String, List<Long>> held(Ploy ploy) {
        Map<String, List<Long>> sums = new TreeMap<>();
        for (Position position : ploy.portfolio().positions()) {
            add(
                    sums,
                    position.instrument().toString(),
                    List.of(
                            position.economic().micros(),
                            position.confirmed().micros(),
                            position.cost().micros(),
                            position.realised().micros(),
                            position.fees().micros()));
        }
        sums.values().removeIf(HistoryOfEngineTest::isNothing);
        return sums;
    }

    private static boolean isNothing(List<Long> figures) {
        return figures.stream().allMatch(figure -> figure == 0);
    }

    private static void add(Map<String, List<Long>> sums, String key, List<Long> figures) {
        sums.merge(key, figures, (first, second) -> {
            List<Long> sum = new ArrayList<>();
            for (int i = 0; i < first.size(); i++) {
                sum.add(first.get(i) + second.get(i));
            }
            return sum;
        });
    }
}
