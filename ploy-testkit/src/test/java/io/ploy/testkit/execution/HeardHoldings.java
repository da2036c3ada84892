package io.ploy.testkit.execution;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Side;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.Position;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy was told moved its confirmed holdings, added up, beside the confirmed holdings it is shown: a sale, a
 * reversal or an operation it heard of may lessen them, and nothing else. Engine thread, but for {@link #unexplained}.
 */
final class HeardHoldings {
    /** A callback follows what it describes at once; a difference that outlasts so many looks was never told. */
    private static final int LOOKS = 3;

    private final Map<InstrumentId, Long> heard = new HashMap<>();
    private final Set<FillId> settled = new HashSet<>();
    private final Set<FillId> reversed = new HashSet<>();
    private final Map<ClientOrderId, Long> confirmedOfOrder = new HashMap<>();
    private final Set<InstrumentId> redeemable = new HashSet<>();
    private final Map<InstrumentId, Long> last = new HashMap<>();
    private final Map<InstrumentId, Integer> looks = new HashMap<>();
    private final Map<InstrumentId, Set<Long>> unexplained = new ConcurrentHashMap<>();
    private final AtomicLong compared = new AtomicLong();

    void onOrder(OrderEvent event) {
        long now = event.order().confirmed().micros();
        Long before = confirmedOfOrder.put(event.order().id(), now);
        if (before != null && now < before && !(event instanceof OrderEvent.FillReversed)) {
            differs(event.order().request().instrument(), now - before);
        }
    }

    void onFill(Fill fill) {
        if (fill.side() == Side.SELL && !reversed.contains(fill.id())) {
            move(fill.instrument(), -fill.quantity().micros());
        }
    }

    void onFillConfirmed(Fill fill) {
        if (settled.add(fill.id()) && fill.side() == Side.BUY) {
            move(fill.instrument(), fill.quantity().micros());
        }
    }

    void onFillReversed(Fill fill) {
        if (!reversed.add(fill.id())) {
            return;
        }
        if (fill.side() == Side.SELL) {
            move(fill.instrument(), fill.quantity().micros());
        } else if (settled.remove(fill.id())) {
            move(fill.instrument(), -fill.quantity().micros());
        }
    }

    /** An operation of the strategy's own. What is redeemed is redeemed for all, and told with the resolution. */
    void onOperation(OperationEvent event, @Nullable Market market) {
        if (event.status() != Operation.Status.CONFIRMED || market == null) {
            return;
        }
        long micros = event.operation().quantity().micros();
        long sign = event.operation().kind() == Operation.Kind.SPLIT ? micros : -micros;
        market.outcomes().forEach(outcome -> move(outcome.instrument(), sign));
    }

    void onResolution(Market market) {
        market.outcomes().forEach(outcome -> redeemable.add(outcome.instrument()));
    }

    private void move(InstrumentId instrument, long micros) {
        heard.merge(instrument, micros, Long::sum);
    }

    /** Compares with what the strategy is shown now. */
    void look(Collection<Position> shown, Function<InstrumentId, Position> position) {
        Set<InstrumentId> all = new TreeSet<>(heard.keySet());
        shown.forEach(each -> all.add(each.instrument()));
        for (InstrumentId instrument : all) {
            if (!redeemable.contains(instrument)) {
                long difference = position.apply(instrument).confirmed().micros()
                        - Math.max(0, heard.getOrDefault(instrument, 0L));
                compare(instrument, difference);
                compared.incrementAndGet();
            }
        }
    }

    private void compare(InstrumentId instrument, long difference) {
        boolean same = Objects.equals(last.put(instrument, difference), difference);
        int times = same ? looks.merge(instrument, 1, Integer::sum) : 1;
        if (!same) {
            looks.put(instrument, 1);
        }
        if (difference != 0 && times == LOOKS) {
            differs(instrument, difference);
        }
    }

    private void differs(InstrumentId instrument, long micros) {
        unexplained
                .computeIfAbsent(instrument, unseen -> ConcurrentHashMap.newKeySet())
                .add(micros);
    }

    /** By how much more, or less if negative, was shown than was told, in micros: every difference that lasted. Any thread. */
    Map<InstrumentId, Set<Long>> unexplained() {
        return new TreeMap<>(unexplained);
    }

    /** How many holdings were compared. Any thread. */
    long compared() {
        return compared.get();
    }
}
