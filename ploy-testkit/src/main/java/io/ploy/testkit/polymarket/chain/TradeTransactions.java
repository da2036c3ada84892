package io.ploy.testkit.polymarket.chain;

import io.ploy.api.market.Side;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.record.RecordListener;
import io.ploy.testkit.polymarket.record.TradeRow;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Puts the transactions of trades on the chain while they are mined, under the hashes the venue tells, with the exchange's
 * events. A trade that is tried again or fails takes its transaction off the chain, as when a block is dropped.
 */
public final class TradeTransactions implements RecordListener {
    private static final BigInteger WHOLE = BigInteger.valueOf(1_000_000);
    private static final BigInteger ALMOST_WHOLE = WHOLE.subtract(BigInteger.ONE);

    private final Chain chain;
    private final UnaryOperator<String> builderOf;
    private final Map<Bucket, String> mined = new HashMap<>();

    private record Bucket(String trade, int number) {}

    /**
     * Trades of a venue.
     *
     * @param chain where they settle
     * @param builderOf says for an order's hash which builder it names
     */
    public TradeTransactions(Chain chain, UnaryOperator<String> builderOf) {
        this.chain = chain;
        this.builderOf = builderOf;
    }

    @Override
    public void onOrder(OrderRow order, OrderMoment moment) {
        // Orders are not on the chain.
    }

    @Override
    public void onTrade(TradeRow trade) {
        Bucket bucket = new Bucket(trade.id(), trade.bucket());
        SettlementStatus status = trade.status();
        if (status == SettlementStatus.RETRYING || status == SettlementStatus.FAILED) {
            String dropped = mined.remove(bucket);
            if (dropped != null) {
                chain.drop(dropped);
            }
        } else if (status == SettlementStatus.MINED || status == SettlementStatus.CONFIRMED) {
            if (!trade.transactionHash().equals(mined.get(bucket))) {
                chain.settle(trade.transactionHash(), exchange(trade), logs(trade));
            }
            if (status == SettlementStatus.MINED) {
                mined.put(bucket, trade.transactionHash());
            } else {
                mined.remove(bucket);
            }
        }
    }

    private Address exchange(TradeRow trade) {
        return VenueContract.exchangeOf(trade.market()).on(chain.chainId()).orElseThrow();
    }

    private List<ChainLog> logs(TradeRow trade) {
        Address exchange = exchange(trade);
        Address taker = trade.taker().account().wallet();
        List<ChainLog> logs = new ArrayList<>();
        trade.makers().forEach(maker -> logs.add(filled(exchange, maker, taker)));
        logs.add(filled(exchange, trade.taker(), exchange));
        return logs;
    }

    private ChainLog filled(Address exchange, TradeRow.Party party, Address counterparty) {
        boolean buys = party.side() == Side.BUY;
        long shares = party.quantity().micros();
        long cash = cash(party, buys);
        return Events.filled(
                exchange,
                new Events.Fill(
                        party.order(),
                        party.account().wallet(),
                        counterparty,
                        buys ? 0 : 1,
                        party.instrument().symbol(),
                        buys ? cash : shares,
                        buys ? shares : cash,
                        party.fee().micros(),
                        builderOf.apply(party.order())));
    }

    /** A buyer pays a part of a micro in full, a seller does not get it. */
    private static long cash(TradeRow.Party party, boolean buys) {
        BigInteger product = BigInteger.valueOf(party.price().micros())
                .multiply(BigInteger.valueOf(party.quantity().micros()));
        return (buys ? product.add(ALMOST_WHOLE) : product).divide(WHOLE).longValueExact();
    }
}
