package io.ploy.connectors.polymarket.account;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.VenueMarkets;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.clob.OpenOrder;
import io.ploy.connectors.polymarket.clob.OrderFilter;
import io.ploy.connectors.polymarket.clob.Trade;
import io.ploy.connectors.polymarket.clob.TradeFilter;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One round of finding out what became of an order: the order itself, the open orders of its market, and its trades, in this
 * turn, so that an order that rests at first and then matches is seen by one or the other. What is found comes as evidence.
 * That nothing is found counts only if everything was read whole while all was in order.
 *
 * <p><b>Threading.</b> Waits for the network.
 */
final class LookUps {
    private static final Duration BEFORE_SEND = Duration.ofSeconds(60);

    private final ClobAccountClient client;
    private final VenueMarkets markets;
    private final Calm calm;
    private final Shown shown;
    private final TimeSource time;
    private final Evidence evidence;

    /** Where what is found goes. */
    interface Evidence {
        /** The venue has the order among its active ones. */
        void found(OpenOrder order);

        /** The venue has a trade, which may be the order's. */
        void found(Trade trade);
    }

    LookUps(
            ClobAccountClient client,
            VenueMarkets markets,
            Calm calm,
            Shown shown,
            TimeSource time,
            Evidence evidence) {
        this.client = client;
        this.markets = markets;
        this.calm = calm;
        this.shown = shown;
        this.time = time;
        this.evidence = evidence;
    }

    /**
     * Looks once.
     *
     * @param id which order
     * @param instrument its outcome
     * @param sentAt when it was sent
     */
    LookUp look(VenueOrderId id, InstrumentId instrument, Instant sentAt) {
        return new Round(id, conditionOf(instrument), sentAt.minus(BEFORE_SEND)).look();
    }

    /** Lists are narrowed by market alone: asked for an outcome without its market the venue leaves rows out. */
    private @Nullable String conditionOf(InstrumentId instrument) {
        return markets.known(instrument)
                .map(known -> known.market().id())
                .map(MarketId::symbol)
                .orElse(null);
    }

    private final class Round {
        private final VenueOrderId id;
        private final @Nullable String market;
        private final Instant since;
        private final Instant beganAt = time.now();
        private final long began = time.nanos();
        private final ReadProof proof = new ReadProof(client, calm);
        private boolean found;
        private int traded;

        Round(VenueOrderId id, @Nullable String market, Instant since) {
            this.id = id;
            this.market = market;
            this.since = since;
        }

        LookUp look() {
            Optional<OpenOrder> row = proof.read("the order", () -> client.order(id), Optional.empty());
            row.ifPresent(this::found);
            if (!found) {
                readOpenOrders();
            }
            readTrades(row);
            if (found) {
                return end(LookUp.Result.FOUND, "");
            }
            proof.flaw(calm.disturbanceSince(began));
            proof.flaw(shown.contradiction(id, traded > 0));
            return proof.isWhole()
                    ? end(LookUp.Result.MISSING, traded == 0 ? "" : traded + " trades name it")
                    : end(LookUp.Result.INCOMPLETE, proof.flaws());
        }

        private void readOpenOrders() {
            Listing<OpenOrder> open =
                    proof.list("open orders", () -> client.openOrders(new OrderFilter(null, market, null)));
            open.items().stream().filter(each -> each.id().equals(id)).forEach(this::found);
        }

        private void readTrades(Optional<OpenOrder> row) {
            long before = time.nanos();
            Listing<Trade> trades =
                    proof.list("trades", () -> client.trades(new TradeFilter(null, null, market, null, since, null)));
            trades.items().forEach(this::found);
            proof.flaw(shown.omitted(trades.items(), market, since, before));
            Set<String> read = new HashSet<>();
            trades.items().forEach(each -> read.add(each.id()));
            for (String trade : row.map(OpenOrder::trades).orElse(List.of())) {
                if (!read.contains(trade)) {
                    proof.list("trade " + trade, () -> client.trades(TradeFilter.ofId(trade)))
                            .items()
                            .forEach(this::found);
                }
            }
        }

        private void found(OpenOrder order) {
            if (order.id().equals(id)) {
                found = true;
                evidence.found(order);
            } else {
                proof.flaw("asked for " + id + " the venue answers with order " + order.id());
            }
        }

        private void found(Trade trade) {
            evidence.found(trade);
            boolean names = trade.takerOrder().equals(id)
                    || trade.makerOrders().stream()
                            .anyMatch(maker -> maker.order().equals(id));
            traded += names ? 1 : 0;
        }

        private LookUp end(LookUp.Result result, String detail) {
            return new LookUp(id, result, beganAt, time.now(), detail);
        }
    }
}
