package io.ploy.strategies.dumphedge;

import io.ploy.api.market.MarketId;
import io.ploy.api.strategy.StrategyState;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered across restarts: in which windows something is held or was asked for, and what it cost. The ledger
 * knows how much is held; only this knows that it was this strategy's plan, and the price of each side with its fees.
 */
final class SavedWindows {
    static final int VERSION = 1;

    private static final int FIELDS = 6;

    private SavedWindows() {}

    /**
     * One window.
     *
     * @param firstQuantity micro-shares held of the first outcome
     * @param firstSpent micros paid for those, fees included
     * @param secondQuantity micro-shares held of the second outcome
     * @param secondSpent micros paid for those, fees included
     * @param settling whether it only waited for a merge or the resolution
     */
    record Entry(long firstQuantity, long firstSpent, long secondQuantity, long secondSpent, boolean settling) {
        static Entry of(WindowTrade trade) {
            Phase phase = trade.phase();
            Holding first = trade.pair().first();
            Holding second = trade.pair().second();
            return new Entry(
                    first.economic(),
                    paidFor(first),
                    second.economic(),
                    paidFor(second),
                    phase == Phase.MERGING || phase == Phase.SETTLING);
        }

        private static long paidFor(Holding holding) {
            return Math.round(holding.unitCost() * holding.economic());
        }
    }

    /** The trades' windows, and those remembered from before whose markets have not been seen yet. */
    static StrategyState write(Collection<WindowTrade> trades, Map<MarketId, Entry> unseen) {
        StringBuilder text = new StringBuilder();
        unseen.forEach((market, entry) -> append(text, market, entry));
        for (WindowTrade trade : trades) {
            if (trade.isClaimed()) {
                append(text, trade.market().id(), Entry.of(trade));
            }
        }
        return new StrategyState(VERSION, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(StringBuilder text, MarketId market, Entry entry) {
        text.append(market)
                .append('\t')
                .append(entry.firstQuantity)
                .append('\t')
                .append(entry.firstSpent)
                .append('\t')
                .append(entry.secondQuantity)
                .append('\t')
                .append(entry.secondSpent)
                .append('\t')
                .append(entry.settling ? 1 : 0)
                .append('\n');
    }

    /** What was saved; empty if it is of another version or damaged, so that what is held is blocked. */
    static Optional<Map<MarketId, Entry>> read(StrategyState state) {
        if (state.version() != VERSION) {
            return Optional.empty();
        }
        Map<MarketId, Entry> entries = new LinkedHashMap<>();
        String text = new String(state.bytes(), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            String[] fields = line.split("\t", -1);
            if (fields.length != FIELDS) {
                return Optional.empty();
            }
            try {
                entries.put(
                        MarketId.parse(fields[0]),
                        new Entry(
                                Long.parseLong(fields[1]),
                                Long.parseLong(fields[2]),
                                Long.parseLong(fields[3]),
                                Long.parseLong(fields[4]),
                                fields[5].equals("1")));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(entries);
    }
}
