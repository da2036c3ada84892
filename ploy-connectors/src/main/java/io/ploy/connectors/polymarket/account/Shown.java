package io.ploy.connectors.polymarket.account;

import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.clob.OpenOrder;
import io.ploy.connectors.polymarket.clob.Trade;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What answers to orders and the user channel showed lately, against which reads are held: some of the venue's reads lag, so
 * one that leaves out what was shown a moment ago, and did not end since, is behind. What was shown longer ago proves
 * nothing, since an end may go untold.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
final class Shown {
    static final Duration FRESH = Duration.ofSeconds(60);
    private static final Duration FRESH_TRADE = Duration.ofMinutes(10);
    private static final int MOST = 20_000;

    private final TimeSource time;
    private final Map<VenueOrderId, Last> orders = newest();
    private final Map<String, Fill> trades = newest();

    private enum State {
        /** It is there, but need not be in a list. */
        ELSEWHERE,
        RESTING,
        MATCHED,
        ENDED
    }

    private record Last(State state, long at) {}

    private record Fill(String market, Instant matchedAt, long at) {}

    Shown(TimeSource time) {
        this.time = time;
    }

    private static <K, V> Map<K, V> newest() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        };
    }

    /** An answer or the user channel showed how an order stands. */
    synchronized void order(OrderEvidence evidence) {
        State state = stateOf(evidence.kind());
        if (state != null) {
            put(evidence.order(), state);
        }
    }

    /** The venue took an order off. */
    synchronized void ended(VenueOrderId order) {
        put(order, State.ENDED);
    }

    private void put(VenueOrderId order, State state) {
        Last before = orders.remove(order);
        // Answers and events cross each other; what ended does not begin anew.
        State now = before != null && before.state().compareTo(state) > 0 && isFresh(before) ? before.state() : state;
        orders.put(order, new Last(now, time.nanos()));
    }

    private static @Nullable State stateOf(OrderEvidence.Kind kind) {
        return switch (kind) {
            case DELAYED, UNMATCHED -> State.ELSEWHERE;
            case LIVE, OPEN, OPEN_PROVEN -> State.RESTING;
            case MATCHED -> State.MATCHED;
            case REFUSED, KILLED, NOT_SENT, CANCELLED, EXPIRED, ABSENT -> State.ENDED;
            case DOUBT -> null;
        };
    }

    /** The user channel showed a trade of the account. */
    synchronized void trade(Trade trade) {
        if (trade.status() == SettlementStatus.FAILED) {
            trades.remove(trade.id());
        } else if (trade.matchedAt() != null) {
            trades.putIfAbsent(trade.id(), new Fill(trade.market(), trade.matchedAt(), time.nanos()));
        }
    }

    /** The user channel is gone, or only now there, so an end may have gone untold. */
    synchronized void gap() {
        orders.clear();
    }

    /**
     * Why an order that no read shows must be there nevertheless.
     *
     * @param traded whether the reads showed a trade of it
     * @return in words; empty if nothing says so
     */
    synchronized String contradiction(VenueOrderId order, boolean traded) {
        Last last = orders.get(order);
        if (last != null && isFresh(last)) {
            if (last.state() == State.RESTING || last.state() == State.ELSEWHERE) {
                return "the venue showed it " + age(last.at()) + " ms ago and told no end of it";
            }
            if (last.state() == State.MATCHED && !traded) {
                return "the venue called it matched " + age(last.at()) + " ms ago, but shows no trade of it";
            }
        }
        return "";
    }

    /**
     * Which order is left out by a list of open orders that began to be read at a moment.
     *
     * @param read all of them
     * @return in words; empty if none is
     */
    synchronized String omitted(List<OpenOrder> read, long beganNanos) {
        Set<VenueOrderId> there = read.stream().map(OpenOrder::id).collect(Collectors.toSet());
        return orders.entrySet().stream()
                .filter(each -> each.getValue().state() == State.RESTING)
                .filter(each -> isFresh(each.getValue()) && each.getValue().at() - beganNanos < 0)
                .filter(each -> !there.contains(each.getKey()))
                .findFirst()
                .map(each -> "open orders leave out " + each.getKey() + ", which the venue showed "
                        + age(each.getValue().at()) + " ms ago and told no end of")
                .orElse("");
    }

    /**
     * Which trade is left out by a list of trades that began to be read at a moment.
     *
     * @param read all of them
     * @param market of which they are, or null for all
     * @param since from when on
     * @return in words; empty if none is
     */
    synchronized String omitted(List<Trade> read, @Nullable String market, Instant since, long beganNanos) {
        Set<String> there = read.stream().map(Trade::id).collect(Collectors.toSet());
        return trades.entrySet().stream()
                .filter(each -> market == null || market.equals(each.getValue().market()))
                .filter(each -> each.getValue().matchedAt().isAfter(since))
                .filter(each -> each.getValue().at() - beganNanos < 0
                        && age(each.getValue().at()) < FRESH_TRADE.toMillis())
                .filter(each -> !there.contains(each.getKey()))
                .findFirst()
                .map(each -> "trades leave out " + each.getKey() + ", which the user channel told")
                .orElse("");
    }

    /** Whether the venue told something of each of these orders since a moment. */
    synchronized boolean explains(Collection<VenueOrderId> several, long sinceNanos) {
        return several.stream().allMatch(each -> {
            Last last = orders.get(each);
            return last != null && last.at() - sinceNanos >= 0;
        });
    }

    private boolean isFresh(Last last) {
        return age(last.at()) < FRESH.toMillis();
    }

    private long age(long nanos) {
        return Duration.ofNanos(time.nanos() - nanos).toMillis();
    }
}
