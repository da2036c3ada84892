package io.ploy.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.SettlementStatus;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the settlement table: as data against the specification, and as what a ledger does at each age. */
class SettlementTableTest {
    private static final int KNOWN_AT = 100;

    static Stream<Arguments> everyCell() {
        return Arrays.stream(SettlementTable.Row.values())
                .flatMap(from -> Arrays.stream(SettlementStatus.values()).map(seen -> Arguments.of(from, seen)));
    }

    static Stream<Arguments> everyCellAtEveryAge() {
        return everyCell()
                .filter(cell -> cell.get()[0] != SettlementTable.Row.NEW)
                .flatMap(cell ->
                        IntStream.of(-1, 0, 1).mapToObj(age -> Arguments.of(cell.get()[0], cell.get()[1], age)));
    }

    @ParameterizedTest
    @MethodSource("everyCell")
    void cellIsTheSpecifications(SettlementTable.Row from, SettlementStatus seen) {
        SettlementCell cell = SettlementTable.cell(from, seen);

        assertThat(cell).hasToString(SpecTables.settlement(from, seen.name()));
        assertThat(SettlementCell.parse(cell.toString())).isEqualTo(cell);
    }

    @ParameterizedTest
    @MethodSource("everyCellAtEveryAge")
    void ledgerDoesWhatTheSpecificationSays(SettlementTable.Row from, SettlementStatus seen, int age) {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        SettlementStatus known = SettlementStatus.valueOf(from.name());
        run.fill("t", "10", "0.40", null, known, KNOWN_AT);
        run.told.clear();

        run.fill("t", "10", "0.40", null, seen, KNOWN_AT + age);

        String cell = SpecTables.settlement(from, seen.name());
        String first = cell.split(" ")[0];
        boolean finalNow = seen == SettlementStatus.CONFIRMED || seen == SettlementStatus.FAILED;
        boolean inTime = cell.endsWith(" newer") ? age > 0 : finalNow || age >= 0;
        boolean moves = Arrays.stream(SettlementStatus.values())
                .anyMatch(status -> status.name().equals(first));
        SettlementStatus expected = moves && inTime ? seen : known;
        boolean illegal = first.startsWith("S") && (!cell.endsWith(" newer") || age > 0);

        assertThat(run.order().confirmed()).isEqualTo(shares(expected == SettlementStatus.CONFIRMED));
        assertThat(run.order().economic()).isEqualTo(shares(expected != SettlementStatus.FAILED));
        assertThat(run.order().matched()).isEqualTo(Quantity.ofShares(10));
        assertThat(run.told.illegal.stream().map(IllegalMove::code)).isEqualTo(illegal ? List.of(first) : List.of());
        assertThat(run.told.kinds()).isEqualTo(eventsOf(known, expected));
        boolean stale = !illegal && expected == known && !(first.equals("=") && age > 0);
        assertThat(run.ledger.staleCount()).isEqualTo(stale ? 1 : 0);
    }

    private static Quantity shares(boolean counts) {
        return counts ? Quantity.ofShares(10) : Quantity.ZERO;
    }

    private static List<String> eventsOf(SettlementStatus before, SettlementStatus after) {
        if (before == after) {
            return List.of();
        }
        return switch (after) {
            case CONFIRMED -> List.of("FillConfirmed");
            case FAILED -> List.of("FillReversed");
            default -> List.of();
        };
    }
}
