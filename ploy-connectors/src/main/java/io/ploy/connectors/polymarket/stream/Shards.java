package io.ploy.connectors.polymarket.stream;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.connectors.polymarket.VenueMarket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Spreads outcomes over connections. The two of a market go together, full connections are filled first, and one without
 * outcomes is closed, so that after a while there are no more connections than needed. In turn only.
 */
final class Shards {
    private final FeedSettings settings;
    private final Workshop workshop;
    private final ConnectGate gate;
    private final FeedDesk desk;
    private final List<Shard> shards = new ArrayList<>();
    private final Map<InstrumentId, Asset> assets = new HashMap<>();
    private int named;
    private long unreadable;
    private long resubscribed;

    Shards(FeedSettings settings, Workshop workshop, FeedDesk desk) {
        this.settings = settings;
        this.workshop = workshop;
        this.gate = new ConnectGate(settings.connectsAtOnce(), settings.connectWindow());
        this.desk = desk;
    }

    @Nullable
    Asset asset(InstrumentId id) {
        return assets.get(id);
    }

    List<Shard> all() {
        return shards;
    }

    int size() {
        return assets.size();
    }

    void add(InstrumentId id, VenueMarket market) {
        if (!assets.containsKey(id)) {
            put(id, market, home(id, market).orElseGet(() -> roomIn(each -> true)));
        }
    }

    private void put(InstrumentId id, VenueMarket market, Shard shard) {
        Asset asset = shard.add(id, market);
        if (asset != null) {
            assets.put(id, asset);
        }
    }

    /** Where the other outcome is, if there is room. */
    private Optional<Shard> home(InstrumentId id, VenueMarket market) {
        Asset other = assets.get(market.market().opposite(id));
        return Optional.ofNullable(other).map(each -> each.shard).filter(this::hasRoom);
    }

    private boolean hasRoom(Shard shard) {
        return shard.size() < settings.assetsPerSocket();
    }

    /** The fullest one with room for both outcomes, or a new one. */
    private Shard roomIn(Predicate<Shard> allowed) {
        return shards.stream()
                .filter(allowed)
                .filter(each -> each.size() + 2 <= settings.assetsPerSocket())
                .max(Comparator.comparingInt(Shard::size))
                .orElseGet(this::open);
    }

    private Shard open() {
        Shard added = new Shard("polymarket-market-" + ++named, settings, workshop, gate, desk);
        shards.add(added);
        return added;
    }

    void remove(InstrumentId id) {
        Asset asset = assets.remove(id);
        if (asset != null) {
            asset.shard.remove(asset);
            closeIfEmpty(asset.shard);
        }
    }

    private void closeIfEmpty(Shard shard) {
        if (shard.size() == 0) {
            shards.remove(shard);
            unreadable += shard.unreadable();
            resubscribed += shard.resubscribed();
            shard.close();
        }
    }

    /** Carries an outcome on another connection, since this one does not bring its book. */
    void move(Asset asset, VenueMarket market) {
        Shard from = asset.shard;
        if (asset.whole) {
            from.distrust(asset, BookTrust.SYNCING, "moved to another connection");
        }
        Shard to = roomIn(each -> each != from);
        assets.remove(asset.id);
        from.remove(asset);
        put(asset.id, market, to);
        Asset moved = assets.get(asset.id);
        if (moved != null) {
            moved.misses = asset.misses;
        }
        closeIfEmpty(from);
    }

    /** Whether there is another connection for a stubborn outcome; one more than needed is opened at most. */
    boolean mayMove(Asset asset) {
        int needed = (assets.size() + settings.assetsPerSocket() - 1) / settings.assetsPerSocket();
        return shards.size() <= needed
                || shards.stream()
                        .anyMatch(each -> each != asset.shard && each.size() + 2 <= settings.assetsPerSocket());
    }

    void define(VenueMarket market) {
        shards.forEach(each -> each.define(market));
    }

    void close() {
        shards.forEach(Shard::close);
    }

    long unreadable() {
        return unreadable + shards.stream().mapToLong(Shard::unreadable).sum();
    }

    long resubscribed() {
        return resubscribed + shards.stream().mapToLong(Shard::resubscribed).sum();
    }

    int untrusted() {
        return (int) assets.values().stream()
                .filter(each -> each.awaiting || !each.whole)
                .count();
    }
}
