package io.ploy.connectors.polymarket.clob;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.http.Call;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How trades are asked for and told apart. */
final class TradeQuery {
    /**
     * One row of a trade.
     *
     * @param id the trade's
     * @param bucketIndex which part
     */
    record Part(String id, int bucketIndex) {}

    private TradeQuery() {}

    static Part part(Trade trade) {
        return new Part(trade.id(), trade.bucketIndex());
    }

    static Call on(Call call, TradeFilter filter) {
        Address maker = filter.maker();
        Call narrowed = with(call, "id", filter.id());
        narrowed = with(narrowed, "maker_address", maker == null ? null : maker.checksummed());
        narrowed = with(narrowed, "market", filter.market());
        narrowed = with(narrowed, "asset_id", filter.token());
        narrowed = with(narrowed, "before", seconds(filter.before()));
        return with(narrowed, "after", seconds(filter.after()));
    }

    private static @Nullable String seconds(@Nullable Instant time) {
        return time == null ? null : String.valueOf(time.getEpochSecond());
    }

    private static Call with(Call call, String name, @Nullable String value) {
        return value == null ? call : call.query(name, value);
    }
}
