package io.ploy.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.SettlementStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/execution-tables.md} equal to the tables in the code. After a change of the tables, write the page
 * anew with {@code -Dploy.docs.write=true}.
 */
class ExecutionTablesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "execution-tables.md");

    @Test
    void pageShowsTheTablesOfTheCode() throws IOException {
        String page = page();

        if (Boolean.getBoolean("ploy.docs.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as("write it with -Dploy.docs.write=true").hasContent(page);
    }

    private static String page() {
        return """
                # Execution tables

                What a piece of evidence does to an order and to a fill. This page is generated from the tables the order ledger
                runs on; a test keeps the two equal. An order has two axes: its lifecycle, and for each of its fill legs how far
                that leg has settled on chain. How much has matched is not lifecycle: it is the sum of the legs.

                ## Order lifecycle

                Rows are what happened, columns where the order is. A state is a move; `=` is applied without a move; `·` is
                repeated or overtaken, counted and dropped; `X…` is illegal, counted and reported, see below; `look` asks the venue
                for the order; `†` is a revival.

                """
                + lifecycle(OrderLifecycle::isOpen)
                + "\n"
                + lifecycle(state -> !state.isOpen())
                + """

                * `DENY` risk or a gate said no. `SEND` handed to the gateway. `NOT_SENT` proof that no byte left.
                * `LIVE`, `MATCHED`, `DELAYED`, `UNMATCHED` the answer to the send, or a status on the stream.
                * `REFUSED` a definite refusal. `KILLED` fill-or-kill or fill-and-kill found nothing, or its rest was dropped;
                  `KILLED_RESTING` the same said of an order that rests.
                * `DOUBT` no answer, or none that can be relied on. `OPEN` a look-up, list or stream shows it open;
                  `OPEN_PROVEN` twice after the closing evidence, or in a complete list.
                * `PARTIAL` a fill leg. `FULL` the legs reach what was signed: shares, or cash for an order that spends.
                * `CANCELLED`, `EXPIRED` the venue closed it. `ABSENT` proven not to exist.

                Beyond the cells:

                * Money is booked whatever the cell says. A fill of a closed order is marked late, unless the venue had announced its
                  quantity when it closed the order.
                * A refusal, or proof that nothing was sent, of an order that has matched is followed by its `PARTIAL`.
                * A full fill of an order that was not sent is `PARTIAL` (X1) and then `FULL`.
                * An order the venue calls matched or closed with at most 0.01 share left is FILLED. An order that spends is full
                  within 0.01 USD.
                * A FILLED order is revived only if one of its fills was reversed. A revival asks for a cancel.
                * `EXPIRED` of an order without a date is X7 and then `CANCELLED`. After X8, `CANCELLED` or `ABSENT` closes.

                ## Settlement of a fill leg

                Rows are what is known, columns what is observed. `newer` asks that the venue's time of the observed status is
                later. A provisional status older than the known one is dropped; a final one is taken whatever its time. A leg that
                is first seen FAILED is recorded as matched and never booked.

                """
                + settlement()
                + """

                ## Illegal evidence

                | Code | Name | Consequence | Halts |
                |---|---|---|---|
                """
                + Arrays.stream(IllegalMove.values())
                        .map(move -> "| " + move.code() + " | " + move + " | " + move.consequence() + " | "
                                + halts(move) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String lifecycle(Predicate<OrderLifecycle> which) {
        OrderLifecycle[] states =
                Arrays.stream(OrderLifecycle.values()).filter(which).toArray(OrderLifecycle[]::new);
        return table(
                states,
                LifecycleEvent.values(),
                event -> state -> LifecycleTable.cell(state, event).toString());
    }

    private static String settlement() {
        return table(
                SettlementStatus.values(),
                SettlementTable.Row.values(),
                from -> seen -> SettlementTable.cell(from, seen).toString());
    }

    private static <C, R> String table(C[] columns, R[] rows, Function<R, Function<C, String>> cell) {
        StringBuilder text = new StringBuilder(line("", Arrays.stream(columns).map(String::valueOf)));
        text.append("|---".repeat(columns.length + 1)).append("|\n");
        for (R row : rows) {
            text.append(line("**" + row + "**", Arrays.stream(columns).map(cell.apply(row))));
        }
        return text.toString();
    }

    private static String line(String head, Stream<String> cells) {
        return "| " + head + " | " + cells.collect(Collectors.joining(" | ")) + " |\n";
    }

    private static String halts(IllegalMove move) {
        return move.haltsAccount() ? "account" : move.haltsInstrument() ? "instrument" : "";
    }
}
