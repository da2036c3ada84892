package io.ploy.connectors.polymarket.stream;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import io.ploy.connectors.polymarket.FrameOutcome;
import io.ploy.connectors.polymarket.LiveChannel;
import io.ploy.connectors.polymarket.LiveCounts;
import io.ploy.connectors.polymarket.MalformedFrameException;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the market channel with the outcomes it carries. In turn only. */
final class Shard implements VenueSocket.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(Shard.class);

    private final FeedSettings settings;
    private final MarketMessages messages;
    private final Turn turn;
    private final TimeSource time;
    private final FeedDesk desk;
    private final LiveChannel channel;
    private final VenueSocket socket;
    private final Map<InstrumentId, Asset> assets = new LinkedHashMap<>();
    private final Set<String> leaving = new LinkedHashSet<>();
    private final Set<String> joining = new LinkedHashSet<>();
    private final Hearing hearing = new Hearing();
    private boolean gathering;
    private boolean begun;
    private long vouchedNanos;
    private int strays;
    private long unreadable;
    private long resubscribed;

    Shard(String name, FeedSettings settings, Workshop workshop, ConnectGate gate, FeedDesk desk) {
        this.settings = settings;
        this.messages = new MarketMessages(settings.assetsPerMessage(), settings.customFeatures());
        this.turn = workshop.turn();
        this.time = workshop.time();
        this.desk = desk;
        this.channel = new LiveChannel(settings.checkBooks(), desk::listed);
        this.socket = new VenueSocket(name, settings.url(), settings.socket(), workshop, gate, this);
    }

    /** Takes on an outcome, or leaves it out if its market contradicts another. */
    @Nullable
    Asset add(InstrumentId id, VenueMarket market) {
        try {
            channel.define(market);
        } catch (MalformedFrameException e) {
            LOG.warn("{} is not subscribed: {}", id, e.getMessage());
            return null;
        }
        Asset asset = new Asset(id, market.market().id(), this);
        asset.asked(time.nanos());
        assets.put(id, asset);
        joining.add(id.symbol());
        socket.open();
        gather();
        return asset;
    }

    void remove(Asset asset) {
        assets.remove(asset.id);
        if (!joining.remove(asset.id.symbol())) {
            leaving.add(asset.id.symbol());
        }
        if (assets.values().stream().noneMatch(each -> each.market.equals(asset.market))) {
            channel.forget(asset.market);
        }
        gather();
    }

    /** Says what changed of a market, if an outcome of it is here. */
    void define(VenueMarket market) {
        if (has(market.market().first().instrument())
                || has(market.market().second().instrument())) {
            try {
                channel.define(market);
            } catch (MalformedFrameException e) {
                LOG.warn(
                        "a change of market {} is left out: {}", market.market().id(), e.getMessage());
            }
        }
    }

    boolean has(InstrumentId id) {
        return assets.containsKey(id);
    }

    Collection<Asset> assets() {
        return assets.values();
    }

    int size() {
        return assets.size();
    }

    boolean isOpen() {
        return socket.isOpen();
    }

    long asOf(InstrumentId id) {
        return channel.asOf(id);
    }

    private void gather() {
        if (!gathering && socket.isOpen()) {
            gathering = true;
            turn.after(settings.gatherFor(), this::sayChanges);
        }
    }

    private void sayChanges() {
        gathering = false;
        if (!socket.isOpen()) {
            return;
        }
        if (!begun) {
            begin();
            return;
        }
        messages.unsubscribe(leaving).forEach(socket::send);
        messages.subscribe(joining).forEach(socket::send);
        long now = time.nanos();
        for (Asset each : assets.values()) {
            if (joining.contains(each.id.symbol())) {
                each.asked(now);
            }
        }
        leaving.clear();
        joining.clear();
    }

    private void begin() {
        leaving.clear();
        joining.clear();
        if (assets.isEmpty()) {
            return;
        }
        begun = true;
        long now = time.nanos();
        assets.values().forEach(each -> each.asked(now));
        List<String> symbols =
                assets.keySet().stream().map(InstrumentId::symbol).toList();
        messages.begin(symbols).forEach(socket::send);
    }

    /** Asks for a whole book once more; the venue sends one for what is new to it only. */
    void again(Asset asset) {
        resubscribed++;
        asset.asked(time.nanos());
        leaving.add(asset.id.symbol());
        joining.add(asset.id.symbol());
        gather();
    }

    /** Does not trust a book until it comes whole again. */
    void distrust(Asset asset, BookTrust trust, String reason) {
        asset.lost();
        channel.distrust(turn.stamp(), trust, reason, List.of(asset.id), desk::tell);
    }

    /** Takes in what the venue answered about a book, which is as new as what is known here. */
    void vouch(String answer) {
        vouchedNanos = time.nanos();
        channel.accept(answer, turn.stamp(), this::hear);
    }

    /** The stream missed something of this book. Where that is not the book's alone, the connection is given up. */
    void strayed(Asset asset, String reason) {
        asset.strays++;
        strays++;
        if (strays > 2 || socket.silence().compareTo(settings.quietAfter()) >= 0) {
            socket.lose(Ending.lost(reason));
        } else {
            distrust(asset, BookTrust.SYNCING, reason);
            again(asset);
        }
    }

    /** Gives up a connection that is silent while others are not, unless the venue's answers agree with it. */
    void judgeSilence(long othersHeardNanos) {
        long now = time.nanos();
        long limit = settings.silentAfter().toNanos();
        boolean silent =
                socket.isOpen() && !assets.isEmpty() && socket.silence().toNanos() >= limit;
        if (silent && now - othersHeardNanos < limit && now - vouchedNanos >= limit) {
            socket.lose(Ending.lost("no data for " + settings.silentAfter() + " while other connections bring some"));
        }
    }

    /** When data came last, in nanoseconds. Only while open. */
    long heardNanos() {
        return time.nanos() - socket.silence().toNanos();
    }

    @Override
    public void connected(long generation) {
        begun = false;
        strays = 0;
        vouchedNanos = time.nanos();
        begin();
    }

    @Override
    public void text(String frame) {
        FrameOutcome outcome = channel.accept(frame, turn.stamp(), this::hear);
        if (outcome == FrameOutcome.UNREADABLE) {
            unreadable++;
            if (frame.startsWith("{") || frame.startsWith("[")) {
                socket.lose(Ending.lost("a message that was cut or garbled"));
            } else {
                LOG.warn("{} was told: {}", socket.name(), frame.substring(0, Math.min(frame.length(), 200)));
            }
        }
    }

    @Override
    public Ending lost(Ending ending) {
        begun = false;
        List<InstrumentId> whole = assets.values().stream()
                .filter(each -> each.whole)
                .map(each -> each.id)
                .toList();
        assets.values().forEach(Asset::lost);
        channel.distrust(turn.stamp(), BookTrust.STALE, ending.reason(), whole, desk::tell);
        return ending;
    }

    private void hear(MarketEvent event) {
        event.match(hearing);
    }

    void close() {
        socket.close();
    }

    SocketHealth health() {
        return socket.health(assets.size());
    }

    LiveCounts counts() {
        return channel.counts();
    }

    long unreadable() {
        return unreadable;
    }

    long resubscribed() {
        return resubscribed;
    }

    /**
     * What concerns outcomes carried here is passed on. A message names both outcomes of a market; the other one may be on
     * another connection, which is ahead or behind.
     */
    private final class Hearing implements MarketEvent.Cases<Boolean> {
        private boolean pass(Asset asset, MarketEvent event) {
            asset.heard(time.nanos());
            if (desk.tell(event)) {
                doubted(asset);
            }
            return true;
        }

        /** Where every message is doubtful, asking at once each time would only bring more of them. */
        private void doubted(Asset asset) {
            if (!asset.awaiting) {
                asset.awaiting = true;
                if (!asset.isAskedWithin(settings.snapshotWithin().toNanos(), time.nanos())) {
                    again(asset);
                }
            }
        }

        @Override
        public Boolean bookSnapshot(MarketEvent.BookSnapshot event) {
            Asset asset = assets.get(event.instrument());
            if (asset == null) {
                return false;
            }
            asset.came(time.nanos());
            return pass(asset, event);
        }

        @Override
        public Boolean bookChanged(MarketEvent.BookChanged event) {
            Asset asset = assets.get(event.instrument());
            return asset != null && asset.whole && pass(asset, event);
        }

        @Override
        public Boolean bookDistrusted(MarketEvent.BookDistrusted event) {
            Asset asset = assets.get(event.instrument());
            if (asset == null || !asset.whole) {
                return false;
            }
            desk.tell(event);
            doubted(asset);
            return true;
        }

        @Override
        public Boolean tickSizeChanged(MarketEvent.TickSizeChanged event) {
            Asset asset = assets.get(event.instrument());
            return asset != null && pass(asset, event);
        }

        @Override
        public Boolean traded(MarketEvent.Traded event) {
            Asset asset = assets.get(event.trade().instrument());
            return asset != null && pass(asset, event);
        }

        @Override
        public Boolean marketResolved(MarketEvent.MarketResolved event) {
            return desk.tell(event);
        }

        @Override
        public Boolean marketChanged(MarketEvent.MarketChanged event) {
            return desk.tell(event);
        }

        @Override
        public Boolean referencePriced(MarketEvent.ReferencePriced event) {
            return desk.tell(event);
        }
    }
}
