package io.ploy.connectors.recording;

import io.ploy.api.market.RecordingException;
import java.nio.file.Path;
import java.util.List;

/** Where the values stand in a row. */
final class FiveLevelColumns {
    static final int LEVELS = 5;

    final int count;
    final int time;
    final int slug;
    final int condition;
    final int windowStart;
    final int windowEnd;
    final int reference;
    final int strike;
    final OutcomeColumns up;
    final OutcomeColumns down;

    FiveLevelColumns(Path file, List<String> names) {
        count = names.size();
        time = find(file, names, "ts_ms");
        slug = find(file, names, "market_slug");
        condition = find(file, names, "condition_id");
        windowStart = find(file, names, "window_start_ms");
        windowEnd = find(file, names, "window_end_ms");
        reference = find(file, names, "chainlink_btc");
        strike = find(file, names, "window_start_price");
        up = new OutcomeColumns(file, names, "up");
        down = new OutcomeColumns(file, names, "down");
    }

    private static int find(Path file, List<String> names, String name) {
        int at = names.indexOf(name);
        if (at < 0 || names.lastIndexOf(name) != at) {
            throw new RecordingException(
                    file + ", line 1: " + (at < 0 ? "no column '" : "two columns '") + name + "'", null);
        }
        return at;
    }

    /** The columns of one outcome. */
    static final class OutcomeColumns {
        final int token;
        final int[] bidPrices = new int[LEVELS];
        final int[] bidSizes = new int[LEVELS];
        final int[] askPrices = new int[LEVELS];
        final int[] askSizes = new int[LEVELS];
        final int tradePrice;
        final int tradeSize;
        final int tradeSide;

        OutcomeColumns(Path file, List<String> names, String outcome) {
            token = find(file, names, "token_id_" + outcome);
            for (int i = 0; i < LEVELS; i++) {
                String level = outcome + "_" + (i + 1);
                bidPrices[i] = find(file, names, "bid_px_" + level);
                bidSizes[i] = find(file, names, "bid_sz_" + level);
                askPrices[i] = find(file, names, "ask_px_" + level);
                askSizes[i] = find(file, names, "ask_sz_" + level);
            }
            tradePrice = find(file, names, "last_trade_px_" + outcome);
            tradeSize = find(file, names, "last_trade_sz_" + outcome);
            tradeSide = find(file, names, "last_trade_side_" + outcome);
        }
    }
}
