package io.ploy.testkit.polymarket.trading;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.record.TradeRow;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.stream.Stream;

/** Which trades a request asks for. */
final class TradeFilter {
    static final String INVALID = "Invalid trade params payload";

    private final String id;
    private final String maker;
    private final String market;
    private final String token;
    private final long before;
    private final long after;

    private TradeFilter(WireRequest request) {
        id = request.parameter("id").orElse("");
        maker = request.parameter("maker_address").orElse("");
        market = request.parameter("market").orElse("");
        token = request.parameter("asset_id").orElse("");
        before = seconds(request, "before", Long.MAX_VALUE);
        after = seconds(request, "after", Long.MIN_VALUE);
    }

    /**
     * The filter of a request.
     *
     * @throws RefusedException if a time or an address is none
     */
    static TradeFilter of(WireRequest request) {
        TradeFilter filter = new TradeFilter(request);
        if (!filter.maker.isEmpty() && !filter.maker.matches("0x[0-9a-fA-F]{40}")) {
            throw new RefusedException(400, INVALID);
        }
        return filter;
    }

    private static long seconds(WireRequest request, String name, long otherwise) {
        String text = request.parameter(name).orElse("");
        try {
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new RefusedException(400, INVALID);
        }
    }

    /** The one trade that is asked for; empty if it may be any. */
    String id() {
        return id;
    }

    boolean admits(TradeRow trade) {
        long matchedAt = trade.matchedAt().getEpochSecond();
        return (id.isEmpty() || trade.id().equals(id))
                && (market.isEmpty() || trade.market().conditionId().equalsIgnoreCase(market))
                && (token.isEmpty()
                        || parties(trade)
                                .anyMatch(party -> party.instrument().symbol().equals(token)))
                && (maker.isEmpty()
                        || parties(trade)
                                .anyMatch(party -> isMaker(party.account().wallet())))
                && matchedAt <= before
                && matchedAt >= after;
    }

    private boolean isMaker(Address wallet) {
        return wallet.hex().equalsIgnoreCase(maker);
    }

    private static Stream<TradeRow.Party> parties(TradeRow trade) {
        return Stream.concat(Stream.of(trade.taker()), trade.makers().stream());
    }
}
