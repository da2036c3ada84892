package io.ploy.testkit.polymarket.stream.market;

import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.wire.WireText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who follows which asset. An event is encoded once, however many get it. Sets are replaced, not changed: telling a client
 * may end its connection.
 */
final class Audience {
    private Set<MarketSession> everybody = Set.of();
    private final Map<String, Set<MarketSession>> byAsset = new LinkedHashMap<>();

    void join(MarketSession session) {
        everybody = with(everybody, session);
    }

    void leave(MarketSession session, Collection<String> assets) {
        everybody = without(everybody, session);
        assets.forEach(asset -> unfollow(session, asset));
    }

    void follow(MarketSession session, String asset) {
        byAsset.merge(asset, Set.of(session), (before, added) -> with(before, session));
    }

    void unfollow(MarketSession session, String asset) {
        byAsset.computeIfPresent(asset, (key, sessions) -> {
            Set<MarketSession> left = without(sessions, session);
            return left.isEmpty() ? null : left;
        });
    }

    private static Set<MarketSession> with(Set<MarketSession> sessions, MarketSession added) {
        Set<MarketSession> more = new LinkedHashSet<>(sessions);
        more.add(added);
        return more;
    }

    private static Set<MarketSession> without(Set<MarketSession> sessions, MarketSession removed) {
        Set<MarketSession> less = new LinkedHashSet<>(sessions);
        less.remove(removed);
        return less;
    }

    boolean isFollowed(String asset) {
        return byAsset.containsKey(asset);
    }

    boolean isFollowed(ListedMarket market) {
        return isFollowed(market.tokenId(true)) || isFollowed(market.tokenId(false));
    }

    /** Those who follow an asset. */
    void tell(String asset, String text) {
        send(byAsset.getOrDefault(asset, Set.of()), text);
    }

    /** Those who follow an asset and asked for the additional events. */
    void tellMore(String asset, String text) {
        sendToCurious(byAsset.getOrDefault(asset, Set.of()), text);
    }

    /** Those who follow either outcome, each once. */
    void tell(ListedMarket market, String text) {
        Set<MarketSession> first = byAsset.getOrDefault(market.tokenId(true), Set.of());
        Set<MarketSession> second = byAsset.getOrDefault(market.tokenId(false), Set.of());
        WireText frame = WireText.of(text);
        first.forEach(session -> session.send(frame));
        for (MarketSession session : second) {
            if (!first.contains(session)) {
                session.send(frame);
            }
        }
    }

    /** Everybody who asked for the additional events, whatever they follow. */
    void tellMore(String text) {
        sendToCurious(everybody, text);
    }

    private static void send(Set<MarketSession> sessions, String text) {
        if (!sessions.isEmpty()) {
            WireText frame = WireText.of(text);
            sessions.forEach(session -> session.send(frame));
        }
    }

    private static void sendToCurious(Set<MarketSession> sessions, String text) {
        WireText frame = null;
        for (MarketSession session : sessions) {
            if (session.wantsMore()) {
                frame = frame == null ? WireText.of(text) : frame;
                session.send(frame);
            }
        }
    }
}
