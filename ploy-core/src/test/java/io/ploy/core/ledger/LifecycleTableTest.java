package io.ploy.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Quantity;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the lifecycle table: as data against the specification, and as what a ledger does. */
class LifecycleTableTest {
    static Stream<Arguments> everyCell() {
        return Arrays.stream(OrderLifecycle.values())
                .flatMap(from -> Arrays.stream(LifecycleEvent.values()).map(event -> Arguments.of(from, event)));
    }

    @ParameterizedTest
    @MethodSource("everyCell")
    void cellIsTheSpecifications(OrderLifecycle from, LifecycleEvent event) {
        LifecycleCell cell = LifecycleTable.cell(from, event);

        assertThat(cell).hasToString(SpecTables.lifecycle(from, event));
        assertThat(LifecycleCell.parse(cell.toString())).isEqualTo(cell);
    }

    @ParameterizedTest
    @MethodSource("everyCell")
    void ledgerDoesWhatTheSpecificationSays(OrderLifecycle from, LifecycleEvent event) {
        LedgerRun run = LedgerRun.in(from, requestFor(from, event));
        long stale = run.ledger.staleCount();
        Order before = run.order();

        perform(run, event);

        Expected expected = Expected.of(from, event);
        assertThat(run.state()).isEqualTo(expected.to);
        assertThat(run.told.illegal).isEqualTo(expected.illegal);
        assertThat(run.ledger.illegalCount()).isEqualTo(expected.illegal.size());
        assertThat(run.ledger.staleCount() - stale).isEqualTo(expected.stale ? 1 : 0);
        assertThat(!run.told.lookUps.isEmpty()).isEqualTo(expected.lookUp);
        assertThat(run.told.kinds()).isEqualTo(expected.events);
        boolean filled = event == LifecycleEvent.PARTIAL || event == LifecycleEvent.FULL;
        if (expected.to == from && !filled) {
            assertThat(run.order().closeReason()).isEqualTo(before.closeReason());
            assertThat(run.order().matched()).isEqualTo(before.matched());
        }
        if (event == LifecycleEvent.FULL && from != OrderLifecycle.FILLED) {
            assertThat(run.order().economic()).isEqualTo(Quantity.ofShares(100));
        }
    }

    private static OrderRequest requestFor(OrderLifecycle from, LifecycleEvent event) {
        if (event == LifecycleEvent.KILLED) {
            return from == OrderLifecycle.EXPIRED ? LedgerRun.GTD : LedgerRun.FAK;
        }
        boolean dated = event == LifecycleEvent.EXPIRED || from == OrderLifecycle.EXPIRED;
        return dated ? LedgerRun.GTD : LedgerRun.GTC;
    }

    private static void perform(LedgerRun run, LifecycleEvent event) {
        switch (event) {
            case DENY -> run.ledger.deny(LedgerRun.ID, RiskReason.MAX_ORDER, "no", run.tick());
            case SEND -> run.ledger.send(LedgerRun.ID, run.tick());
            case PARTIAL -> run.fill("second", "5", SettlementStatus.MATCHED);
            case FULL -> run.fill("second", "100", SettlementStatus.MATCHED);
            case KILLED, KILLED_RESTING -> run.evidence(Kind.KILLED);
            default -> run.evidence(Kind.valueOf(event.name()));
        }
    }

    /** What the specification's cell means for a ledger, worked out without the code's tables. */
    private record Expected(
            OrderLifecycle to, List<IllegalMove> illegal, boolean stale, boolean lookUp, List<String> events) {
        static Expected of(OrderLifecycle from, LifecycleEvent event) {
            String cell = SpecTables.lifecycle(from, event);
            boolean filled = event == LifecycleEvent.PARTIAL || event == LifecycleEvent.FULL;
            if (from == OrderLifecycle.PENDING_NEW && event == LifecycleEvent.FULL) {
                // Money is booked whatever the table says: seen to fill (UNKNOWN), and in full.
                cell = "FILLED X1";
            }
            if (from == OrderLifecycle.FILLED && event == LifecycleEvent.OPEN_PROVEN) {
                // No leg was reversed, so the guard holds.
                cell = "· look";
            }
            List<String> words = List.of(cell.split(" "));
            String first = words.get(0).replace("†", "");
            boolean moves = !first.equals("=") && !first.equals("·") && !first.matches("[XS][1-8]");
            OrderLifecycle to = moves ? OrderLifecycle.valueOf(first) : from;
            List<IllegalMove> illegal = Arrays.stream(IllegalMove.values())
                    .filter(move -> words.contains(move.code()))
                    .toList();
            boolean lookUp = words.contains("look") || (moves && to == OrderLifecycle.UNKNOWN);
            Stream<String> events = Stream.concat(
                    filled ? Stream.of("Filled") : Stream.of(),
                    moves ? Stream.of(eventOf(to, cell.contains("†"))) : Stream.of());
            return new Expected(
                    to,
                    illegal,
                    first.equals("·"),
                    lookUp,
                    events.filter(kind -> !kind.isEmpty()).toList());
        }

        private static String eventOf(OrderLifecycle to, boolean revived) {
            if (revived) {
                return "Revived";
            }
            return switch (to) {
                case PENDING_NEW, SUBMITTED -> "";
                case LIVE, DELAYED, UNMATCHED, MATCHED -> "Accepted";
                case UNKNOWN -> "Doubted";
                case FILLED, CANCELLED, EXPIRED -> "Closed";
                case REJECTED -> "Rejected";
                case DENIED -> "Denied";
            };
        }
    }
}
