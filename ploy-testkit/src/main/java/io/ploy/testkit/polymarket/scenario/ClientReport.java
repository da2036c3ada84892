package io.ploy.testkit.polymarket.scenario;

import io.ploy.api.money.Quantity;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the client under test says of itself: alerts it raised, positions it believes in. Any thread. */
public final class ClientReport {
    private final Map<String, Long> alerts = new LinkedHashMap<>();
    private final Map<String, Map<String, Quantity>> positions = new HashMap<>();

    /**
     * The client raised an alert.
     *
     * @param code which
     */
    public synchronized void alert(String code) {
        alerts.merge(code, 1L, Long::sum);
    }

    /**
     * The client believes in these positions, instead of those said before.
     *
     * @param account its name
     * @param held shares by token id
     */
    public synchronized void positions(String account, Map<String, Quantity> held) {
        positions.put(account, Map.copyOf(held));
    }

    synchronized long alerts(String code) {
        return alerts.getOrDefault(code, 0L);
    }

    synchronized Optional<Map<String, Quantity>> positions(String account) {
        return Optional.ofNullable(positions.get(account));
    }
}
