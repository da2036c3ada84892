package io.ploy.host.demo;

import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.portfolio.ProfitAndLoss;
import io.ploy.host.console.Amounts;
import io.ploy.host.console.Printable;
import io.ploy.host.console.Style;
import io.ploy.host.console.TextTable;
import io.ploy.host.console.TextTable.Cell;
import io.ploy.host.demo.DemoFrame.MarketState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The demo as one screen of text. */
final class LiveTable {
    private static final int SHOWN_MARKETS = 4;
    private static final int SHOWN_ALERTS = 3;
    private static final int FEWEST_ORDERS = 3;
    private static final int MOST_ORDERS = 12;
    private static final int FIXED_LINES = 12;
    private static final int BAR_WIDTH = 30;
    private static final int SLUG_WIDTH = 34;

    private final Style style;
    private final String title;

    LiveTable(Style style, String title) {
        this.style = style;
        this.title = title;
    }

    /**
     * The lines to show, at most as many as the screen has.
     *
     * @param part how much of the demo is over, 0 to 1
     * @param left how long it goes on by the watcher's clock
     */
    List<String> lines(DemoFrame frame, DemoBoard board, double part, Duration left, int height) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold("Ploy demo") + "  " + Printable.of(title) + "  " + style.faint("market time ")
                + Words.time(frame.at()) + style.faint(" UTC"));
        lines.add(bar(part) + " " + String.format(Locale.ROOT, "%3.0f %%", part * 100) + ", "
                + Math.max(0, left.toSeconds()) + " s left");
        lines.add("");
        account(lines, frame, board);
        lines.add("");
        markets(lines, frame, board);
        lines.add("");
        orders(lines, board, height);
        for (Alert alert : board.latestAlerts(SHOWN_ALERTS)) {
            lines.add(style.warn("! " + Words.millis(alert.at()) + " " + Printable.of(Words.alert(alert))));
        }
        return lines.size() > height ? lines.subList(0, Math.max(0, height)) : lines;
    }

    private String bar(double part) {
        int done = (int) Math.round(Math.max(0, Math.min(1, part)) * BAR_WIDTH);
        return style.good("█".repeat(done)) + style.faint("░".repeat(BAR_WIDTH - done));
    }

    private void account(List<String> lines, DemoFrame frame, DemoBoard board) {
        ProfitAndLoss profit = frame.profitAndLoss();
        String net = Amounts.signed(profit.net());
        lines.add(style.faint("Equity ") + Amounts.usd(frame.equity()) + " USD   " + style.faint("P&L ")
                + style.signed(profit.net().micros(), net) + style.faint("   realised ")
                + Amounts.signed(profit.realised()) + style.faint("  unrealised ")
                + Amounts.signed(profit.unrealised()) + style.faint("  fees ") + Amounts.fine(profit.fees()));
        lines.add(style.faint("Orders ")
                + board.orderCount()
                + style.faint("   fills ")
                + board.fillCount()
                + style.faint("   denied ")
                + board.deniedCount()
                + style.faint("   alerts ")
                + board.alertCount());
    }

    private void markets(List<String> lines, DemoFrame frame, DemoBoard board) {
        TextTable table = new TextTable()
                .words("Market")
                .numbers("Bid")
                .numbers("Ask")
                .words("Held")
                .words("State")
                .numbers("Net");
        List<MarketState> all = frame.markets();
        for (MarketState state : all.subList(Math.max(0, all.size() - SHOWN_MARKETS), all.size())) {
            String net = Amounts.signed(state.net());
            table.row(List.of(
                    Cell.of(Printable.shortened(state.market().slug(), SLUG_WIDTH)),
                    Cell.of(price(state.bidOrNull())),
                    Cell.of(price(state.askOrNull())),
                    Cell.of(held(state)),
                    Cell.of(state(state, frame, board)),
                    new Cell(net, style.signed(state.net().micros(), net))));
        }
        lines.addAll(table.lines(style));
    }

    private static String price(@Nullable Price price) {
        if (price == null) {
            return "–";
        }
        BigDecimal exact = BigDecimal.valueOf(price.micros(), 6).stripTrailingZeros();
        return exact.setScale(Math.max(2, exact.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static String held(MarketState state) {
        String first = held(state.first(), state.market().first().name());
        String second = held(state.second(), state.market().second().name());
        return first.isEmpty() ? second : second.isEmpty() ? first : first + ", " + second;
    }

    private static String held(Quantity quantity, String outcome) {
        return quantity.isZero() ? "" : quantity + " " + outcome;
    }

    private static String state(MarketState state, DemoFrame frame, DemoBoard board) {
        return board.resolution(state.market().id())
                .map(resolution -> "settled " + Words.outcome(state.market(), resolution))
                .or(() -> state.market().window().map(window -> {
                    Duration left = window.remaining(frame.at());
                    return left.isNegative() ? "closed" : clock(left) + " left";
                }))
                .orElse(Words.lower(state.market().status()));
    }

    private static String clock(Duration duration) {
        return String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }

    private void orders(List<String> lines, DemoBoard board, int height) {
        int room = Math.max(FEWEST_ORDERS, Math.min(MOST_ORDERS, height - FIXED_LINES - SHOWN_MARKETS));
        List<OrderLine> latest = board.latestOrders(room);
        if (latest.isEmpty()) {
            lines.add(style.faint("No orders yet: the strategy waits for its moment."));
            return;
        }
        TextTable table = new TextTable()
                .words("Order")
                .words("Time")
                .words("Status")
                .words("Asked")
                .words("");
        for (OrderLine order : latest) {
            String status = Words.lower(order.status());
            table.row(List.of(
                    Cell.of("#" + order.id().number()),
                    Cell.of(Words.millis(order.at())),
                    new Cell(status, colour(order.status(), status)),
                    Cell.of(order.text()),
                    Cell.of(order.note())));
        }
        lines.addAll(table.lines(style));
    }

    private String colour(OrderStatus status, String words) {
        return switch (status) {
            case FILLED, PARTIALLY_FILLED, MATCHED -> style.good(words);
            case REJECTED, DENIED -> style.bad(words);
            case UNKNOWN -> style.warn(words);
            default -> words;
        };
    }
}
