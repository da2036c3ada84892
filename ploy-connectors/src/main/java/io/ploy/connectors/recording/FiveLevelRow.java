package io.ploy.connectors.recording;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row, every value checked before any is used. */
record FiveLevelRow(
        long millis,
        Names names,
        @Nullable BigDecimal reference,
        @Nullable BigDecimal strike,
        OutcomeRow up,
        OutcomeRow down) {
    /** What must be the same in every row. */
    record Names(String slug, String condition, String up, String down, long windowStart, long windowEnd) {
        Names {
            if (slug.isBlank() || condition.isBlank() || up.isBlank() || down.isBlank() || up.equals(down)) {
                throw new IllegalArgumentException("market or tokens are missing");
            }
            if (windowStart >= windowEnd) {
                throw new IllegalArgumentException("window ends at or before its start: " + windowStart);
            }
        }
    }

    /** One outcome's book and last trade. */
    record OutcomeRow(
            List<BookLevel> bids,
            List<BookLevel> asks,
            @Nullable LastTrade trade) {}

    /** The last trade the recorder had seen, which is new when it differs from the row before. */
    record LastTrade(Price price, Quantity quantity, Side side) {}

    static FiveLevelRow parse(FiveLevelColumns columns, String[] cells) {
        if (cells.length != columns.count) {
            throw new IllegalArgumentException(cells.length + " values, expected " + columns.count);
        }
        Names names = new Names(
                cells[columns.slug],
                cells[columns.condition],
                cells[columns.up.token],
                cells[columns.down.token],
                millis(cells[columns.windowStart]),
                millis(cells[columns.windowEnd]));
        return new FiveLevelRow(
                millis(cells[columns.time]),
                names,
                reference(cells[columns.reference]),
                reference(cells[columns.strike]),
                outcome(columns.up, cells),
                outcome(columns.down, cells));
    }

    private static long millis(String cell) {
        long value = Long.parseLong(cell);
        EventClock.nanosOfMillis(value);
        return value;
    }

    private static @Nullable BigDecimal reference(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        BigDecimal value = MarketJson.decimal(cell);
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("no price: " + cell);
        }
        return value;
    }

    private static OutcomeRow outcome(FiveLevelColumns.OutcomeColumns columns, String[] cells) {
        return new OutcomeRow(
                levels(columns.bidPrices, columns.bidSizes, cells),
                levels(columns.askPrices, columns.askSizes, cells),
                trade(cells[columns.tradePrice], cells[columns.tradeSize], cells[columns.tradeSide]));
    }

    private static List<BookLevel> levels(int[] prices, int[] sizes, String[] cells) {
        List<BookLevel> levels = new ArrayList<>(FiveLevelColumns.LEVELS);
        for (int i = 0; i < FiveLevelColumns.LEVELS; i++) {
            String price = cells[prices[i]];
            String size = cells[sizes[i]];
            if (price.isEmpty() != size.isEmpty()) {
                throw new IllegalArgumentException("a level with only one of price and size");
            }
            if (!price.isEmpty()) {
                add(levels, new BookLevel(price(price), Quantity.parse(size)));
            }
        }
        return levels;
    }

    private static void add(List<BookLevel> levels, BookLevel level) {
        for (BookLevel each : levels) {
            if (each.price().equals(level.price())) {
                throw new IllegalArgumentException("two levels at " + level.price());
            }
        }
        if (!level.size().isZero()) {
            levels.add(level);
        }
    }

    private static Price price(String cell) {
        Price price = Price.parse(cell);
        TickInference.check(price.micros());
        return price;
    }

    private static @Nullable LastTrade trade(String price, String size, String side) {
        if (price.isEmpty() && size.isEmpty() && side.isEmpty()) {
            return null;
        }
        if (!side.equals("BUY") && !side.equals("SELL")) {
            throw new IllegalArgumentException("side is neither BUY nor SELL: '" + side + "'");
        }
        Quantity quantity = Quantity.parse(size);
        if (quantity.isZero()) {
            throw new IllegalArgumentException("a trade of no shares");
        }
        return new LastTrade(price(price), quantity, Side.valueOf(side));
    }
}
