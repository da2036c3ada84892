package io.ploy.core.sim;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.order.AccountId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts and markets of a simulated venue, in the order in which they came. */
final class VenueRegister {
    private final Map<AccountId, VenueAccount> accounts = new LinkedHashMap<>();
    private final Map<MarketId, Floor> floors = new LinkedHashMap<>();
    private final Map<InstrumentId, Floor> byInstrument = new HashMap<>();

    void open(VenueAccount account) {
        if (account.cash < 0) {
            throw new IllegalArgumentException("account " + account.id + " opened with a negative amount");
        }
        if (accounts.putIfAbsent(account.id, account) != null) {
            throw new IllegalArgumentException("account already open: " + account.id);
        }
    }

    VenueAccount account(AccountId id) {
        VenueAccount account = accounts.get(id);
        if (account == null) {
            throw new IllegalArgumentException("no such account: " + id);
        }
        return account;
    }

    Iterable<VenueAccount> accounts() {
        return accounts.values();
    }

    void list(Floor floor) {
        Market market = floor.market();
        if (floors.putIfAbsent(market.id(), floor) != null) {
            throw new IllegalArgumentException("market already listed: " + market.id());
        }
        byInstrument.put(market.first().instrument(), floor);
        byInstrument.put(market.second().instrument(), floor);
    }

    Optional<Floor> floor(InstrumentId instrument) {
        return Optional.ofNullable(byInstrument.get(instrument));
    }

    Optional<Floor> floor(MarketId market) {
        return Optional.ofNullable(floors.get(market));
    }

    /**
     * A market that must be there.
     *
     * @throws IllegalArgumentException if it is not listed
     */
    Floor listed(MarketId market) {
        return floor(market).orElseThrow(() -> new IllegalArgumentException("market not listed: " + market));
    }

    List<Floor> floors() {
        return List.copyOf(floors.values());
    }

    List<VenueOrder> openOrders(VenueAccount account) {
        List<VenueOrder> open = new ArrayList<>();
        for (Floor floor : floors.values()) {
            for (VenueOrder order : floor.open) {
                if (order.account == account) {
                    open.add(order);
                }
            }
        }
        return open;
    }
}
