package io.ploy.testkit.polymarket.record;

import io.ploy.api.order.AccountId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The remembered trades: the last so many buckets. */
final class TradeShelf {
    private final int kept;
    private final Map<String, TradeEntry> byKey = new HashMap<>();
    private final Map<String, List<TradeEntry>> byId = new HashMap<>();
    private final Map<AccountId, Deque<TradeEntry>> byAccount = new HashMap<>();
    private final Deque<TradeEntry> all = new ArrayDeque<>();

    TradeShelf(int kept) {
        this.kept = kept;
    }

    /** The bucket by the exchange's name of the trade. */
    Optional<TradeEntry> bucket(String exchangeName, int bucket) {
        return Optional.ofNullable(byKey.get(key(exchangeName, bucket)));
    }

    void add(TradeEntry entry) {
        byKey.put(key(entry.exchangeName, entry.row().bucket()), entry);
        byId.computeIfAbsent(entry.row().id(), id -> new ArrayList<>(1)).add(entry);
        entry.accounts().forEach(account -> ofAccount(account).add(entry));
        all.add(entry);
        if (all.size() > kept) {
            forget(all.remove());
        }
    }

    private void forget(TradeEntry oldest) {
        byKey.remove(key(oldest.exchangeName, oldest.row().bucket()));
        List<TradeEntry> buckets = byId.get(oldest.row().id());
        if (buckets != null) {
            buckets.remove(oldest);
            if (buckets.isEmpty()) {
                byId.remove(oldest.row().id());
            }
        }
        // It is the oldest of every account it belongs to as well.
        oldest.accounts().forEach(account -> ofAccount(account).remove());
    }

    private Deque<TradeEntry> ofAccount(AccountId account) {
        return byAccount.computeIfAbsent(account, id -> new ArrayDeque<>());
    }

    /** All buckets of a trade by the venue's id. */
    List<TradeEntry> trade(String id) {
        return byId.getOrDefault(id, List.of());
    }

    List<TradeRow> newestFirst() {
        return rows(all);
    }

    List<TradeRow> newestFirst(AccountId account) {
        return rows(byAccount.getOrDefault(account, new ArrayDeque<>()));
    }

    List<TradeRow> ofBuilder(String code) {
        List<TradeRow> rows = new ArrayList<>();
        all.descendingIterator().forEachRemaining(entry -> {
            if (entry.builders.contains(code)) {
                rows.add(entry.row());
            }
        });
        return rows;
    }

    private static List<TradeRow> rows(Deque<TradeEntry> entries) {
        List<TradeRow> rows = new ArrayList<>(entries.size());
        for (Iterator<TradeEntry> it = entries.descendingIterator(); it.hasNext(); ) {
            rows.add(it.next().row());
        }
        return rows;
    }

    private static String key(String exchangeName, int bucket) {
        return exchangeName + "/" + bucket;
    }
}
