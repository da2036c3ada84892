package io.ploy.core.track;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.Cash;
import io.ploy.api.order.FillId;
import io.ploy.api.order.SettlementStatus;
import io.ploy.core.history.FillRow;
import io.ploy.core.history.HistoryProjection;
import io.ploy.core.history.HistoryRow;
import io.ploy.core.history.PositionRow;
import io.ploy.core.performance.PerformanceChange.MarksNoted;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalVisitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows one strategy through a journal, from the first record on, and adds up what it earned in a period. Positions are those
 * of the same ledger that kept them; what is held is worth its payout once that is known, a whole unit for each pair, and
 * else its last mark in the journal. What was never marked counts at its cost until the period ends, and then as lost.
 *
 * <p><b>Threading.</b> One thread.
 */
public final class TrackRecorder implements JournalVisitor {
    private final String strategy;
    private final Instant from;
    private final Instant to;
    private final HistoryProjection projection = new HistoryProjection(this::row);
    private final FeesKnown fees;
    private final PositionWorth worth = new PositionWorth();
    private final ProfitCurve curve = new ProfitCurve();
    private final Map<InstrumentId, Market> markets = new HashMap<>();
    private final Map<MarketId, Market> byId = new HashMap<>();
    private final Map<InstrumentId, PositionRow> positions = new HashMap<>();
    /** What markets had earned when they were last looked at, and since the period began; by {@link #place}. */
    private final Map<String, Long> earned = new HashMap<>();

    private final Map<InstrumentId, Long> gains = new HashMap<>();
    private final Map<FillId, FillRow> fills = new HashMap<>();
    private final Set<InstrumentId> touched = new LinkedHashSet<>();
    private final Set<InstrumentId> carried = new HashSet<>();
    private boolean begun;
    private boolean ended;
    private long profit;
    private Instant last = Instant.EPOCH;

    /**
     * Nothing was read.
     *
     * @param strategy the name under which it runs
     * @param from when the period begins
     * @param to when it is over
     */
    public TrackRecorder(String strategy, Instant from, Instant to) {
        this.strategy = strategy;
        this.from = from;
        this.to = to;
        fees = new FeesKnown(strategy, markets::get);
    }

    @Override
    public void visit(long sequence, Instant at, JournalRecord record) {
        ended |= !at.isBefore(to);
        if (ended) {
            return;
        }
        if (!begun && !at.isBefore(from)) {
            begin();
        }
        if (record instanceof JournalRecord.MarketObserved observed) {
            know(observed.market());
        } else if (record instanceof JournalRecord.Resolved resolved) {
            worth.resolved(resolved.resolution());
            touch(byId.get(resolved.resolution().market()));
        } else if (record instanceof JournalRecord.PerformanceMoved moved
                && moved.change() instanceof MarksNoted noted) {
            noted.marks().forEach(mark -> {
                worth.mark(mark);
                touched.add(mark.instrument());
            });
        }
        fees.visit(record, begun);
        projection.visit(sequence, at, record);
        count(at);
    }

    /** What is held by now was bought before: what becomes of it is no part of the record. */
    private void begin() {
        begun = true;
        positions.values().stream()
                .filter(held -> !held.economic().isZero())
                .forEach(held -> carried.add(held.instrument()));
    }

    private void know(Market market) {
        byId.put(market.id(), market);
        for (InstrumentId instrument : instruments(market)) {
            if (markets.put(instrument, market) == null && positions.containsKey(instrument)) {
                // It was counted by itself as long as nobody knew where it belongs.
                Long alone = earned.remove(instrument.toString());
                if (alone != null) {
                    earned.merge(market.id().toString(), alone, Long::sum);
                }
                touched.add(instrument);
            }
        }
    }

    private static List<InstrumentId> instruments(Market market) {
        return List.of(market.first().instrument(), market.second().instrument());
    }

    private void touch(@Nullable Market market) {
        if (market != null) {
            instruments(market).stream().filter(positions::containsKey).forEach(touched::add);
        }
    }

    private void row(HistoryRow row) {
        if (row instanceof PositionRow position && position.strategy().equals(strategy)) {
            positions.put(position.instrument(), position);
            touched.add(position.instrument());
        } else if (row instanceof FillRow fill
                && fill.strategy().equals(strategy)
                && !fill.at().isBefore(from)) {
            fills.put(fill.fill(), fill);
        }
    }

    private void count(Instant at) {
        last = at;
        if (touched.isEmpty()) {
            return;
        }
        for (InstrumentId instrument : touched) {
            long now = earned(instrument);
            Long before = earned.put(place(instrument), now);
            long gain = now - (before == null ? 0 : before);
            if (begun && gain != 0 && !isCarried(instrument)) {
                gains.merge(instrument, gain, Long::sum);
                profit += gain;
            }
        }
        touched.clear();
        if (begun) {
            curve.sample(at, profit);
        }
    }

    private long earned(InstrumentId instrument) {
        Market market = markets.get(instrument);
        PositionRow held = positions.get(instrument);
        if (market == null) {
            return held == null ? 0 : booked(held) + worth.of(held);
        }
        PositionRow first = positions.get(market.first().instrument());
        PositionRow second = positions.get(market.second().instrument());
        return booked(first) + booked(second) + worth.of(market, first, second);
    }

    private static long booked(@Nullable PositionRow row) {
        return row == null
                ? 0
                : row.realised().micros() - row.fees().micros() - row.cost().micros();
    }

    private String place(InstrumentId instrument) {
        Market market = markets.get(instrument);
        return market == null ? instrument.toString() : market.id().toString();
    }

    private String entry(InstrumentId instrument) {
        Market market = markets.get(instrument);
        return market == null
                ? "instrument " + instrument
                : market.event().map(event -> "event " + event.id()).orElse("market " + market.id());
    }

    private boolean isCarried(InstrumentId instrument) {
        String entry = entry(instrument);
        return carried.stream().anyMatch(each -> entry(each).equals(entry));
    }

    /**
     * Ends the period, or what there is of it, and adds up.
     *
     * @return what the strategy did
     */
    public TrackRecord record() {
        positions.values().stream()
                .filter(held -> worth.isUnknown(held, markets.get(held.instrument())))
                .forEach(held -> {
                    worth.giveUp(held);
                    touched.add(held.instrument());
                });
        count(last);
        Map<String, Integer> filled = new TreeMap<>();
        fills.values().stream()
                .filter(fill -> fill.settlement() != SettlementStatus.FAILED && !isCarried(fill.instrument()))
                .forEach(fill -> filled.merge(entry(fill.instrument()), 1, Integer::sum));
        Map<String, Long> nets = new HashMap<>();
        gains.forEach((instrument, gain) -> nets.merge(entry(instrument), gain, Long::sum));
        List<TrackedEntry> entries = new ArrayList<>();
        filled.forEach((name, count) ->
                entries.add(new TrackedEntry(name, count, Cash.ofMicros(nets.getOrDefault(name, 0L)))));
        int before = (int) carried.stream().map(this::entry).distinct().count();
        return new TrackRecord(
                entries, curve.drawdown(), curve.worstDay(), before, fees.unknown(), projection.skipped());
    }
}
