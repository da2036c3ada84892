package io.ploy.testkit.polymarket.record;

import io.ploy.api.order.AccountId;
import io.ploy.api.order.VenueOrderId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The remembered orders: every open one, and the last of those that are gone. */
final class OrderShelf {
    private final int closedKept;
    private final Map<VenueOrderId, OrderEntry> byName = new HashMap<>();
    private final Map<String, OrderEntry> byHash = new LinkedHashMap<>();
    private final Map<AccountId, Map<String, OrderEntry>> open = new HashMap<>();
    private final Deque<OrderEntry> closed = new ArrayDeque<>();

    OrderShelf(int closedKept) {
        this.closedKept = closedKept;
    }

    Optional<OrderEntry> named(VenueOrderId name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<OrderEntry> hash(String hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    void add(OrderEntry entry) {
        byName.put(entry.name, entry);
        byHash.put(entry.row().id(), entry);
        openOf(entry).put(entry.row().id(), entry);
    }

    void close(OrderEntry entry) {
        if (openOf(entry).remove(entry.row().id()) == null) {
            return;
        }
        closed.add(entry);
        if (closed.size() > closedKept) {
            OrderEntry oldest = closed.remove();
            byName.remove(oldest.name);
            byHash.remove(oldest.row().id());
        }
    }

    boolean isOpen(OrderEntry entry) {
        return openOf(entry).containsKey(entry.row().id());
    }

    List<OrderRow> open(AccountId account) {
        List<OrderRow> rows = new ArrayList<>();
        open.getOrDefault(account, Map.of()).values().forEach(entry -> rows.add(entry.row()));
        return rows;
    }

    List<OrderRow> all(AccountId account) {
        return byHash.values().stream()
                .map(OrderEntry::row)
                .filter(row -> row.account().id().equals(account))
                .toList();
    }

    private Map<String, OrderEntry> openOf(OrderEntry entry) {
        return open.computeIfAbsent(entry.row().account().id(), id -> new LinkedHashMap<>());
    }
}
