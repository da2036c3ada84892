package io.ploy.connectors.polymarket.account;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.VenueMarkets;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.clob.OpenOrder;
import io.ploy.connectors.polymarket.clob.OrderFilter;
import io.ploy.connectors.polymarket.clob.Trade;
import io.ploy.connectors.polymarket.clob.TradeFilter;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.paging.Listing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of finding out what became of an order: the order itself, its trades, and the open orders of its market. What
 * is found comes as evidence. Finding nothing proves nothing by itself and is not evidence: whoever asks counts rounds.
 *
 * <p><b>Threading.</b> Waits for the network.
 */
final class LookUps {
    private static final Logger LOG = LoggerFactory.getLogger(LookUps.class);
    private static final Duration BEFORE_SEND = Duration.ofSeconds(60);
    private static final Duration WHEN_UNKNOWN = Duration.ofHours(24);

    private final ClobAccountClient client;
    private final VenueMarkets markets;
    private final Evidence evidence;

    /** Where what is found goes. */
    interface Evidence {
        /** The venue has the order among its active ones. */
        void found(OpenOrder order);

        /** The venue has a trade, which may be the order's. */
        void found(Trade trade);
    }

    LookUps(ClobAccountClient client, VenueMarkets markets, Evidence evidence) {
        this.client = client;
        this.markets = markets;
        this.evidence = evidence;
    }

    /**
     * Looks once.
     *
     * @param id which order
     * @param instrument its outcome, or null if not known
     * @param sentAt when it was sent, or null if not known
     * @param now the venue's time
     */
    void round(VenueOrderId id, @Nullable InstrumentId instrument, @Nullable Instant sentAt, Instant now) {
        try {
            Optional<OpenOrder> order = client.order(id);
            if (order.isPresent()) {
                evidence.found(order.get());
                for (String trade : order.get().trades()) {
                    client.trades(TradeFilter.ofId(trade)).items().forEach(evidence::found);
                }
                return;
            }
            String market = instrument == null ? null : conditionOf(instrument);
            Instant since = sentAt == null ? now.minus(WHEN_UNKNOWN) : sentAt.minus(BEFORE_SEND);
            Listing<Trade> trades = client.trades(new TradeFilter(null, null, market, null, since, null));
            trades.items().forEach(evidence::found);
            Listing<OpenOrder> open = client.openOrders(new OrderFilter(null, market, null));
            open.items().stream().filter(each -> each.id().equals(id)).forEach(evidence::found);
            if (trades.isComplete() && open.isComplete()) {
                LOG.debug(
                        "order {} is not among the active ones; {} trades and {} open orders were read",
                        id,
                        trades.items().size(),
                        open.items().size());
            } else {
                LOG.warn(
                        "order {} is not among the active ones, and more could not be read whole: trades {} {}, open orders {} {}",
                        id,
                        trades.end(),
                        trades.detail(),
                        open.end(),
                        open.detail());
            }
        } catch (RequestException e) {
            LOG.warn("order {} could not be looked up: {}", id, e.getMessage());
        }
    }

    private @Nullable String conditionOf(InstrumentId instrument) {
        return markets.known(instrument)
                .map(known -> known.market().id())
                .map(MarketId::symbol)
                .orElse(null);
    }
}
