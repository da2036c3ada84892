package io.ploy.testkit.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.PreparedOrder;
import io.ploy.testkit.polymarket.record.TradeRow;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * I2: what was granted, what was signed and what the venue executed, each within what came before: in the unit that is
 * signed, at the limit or better, and for no more cash than the intent states, the largest fee included.
 */
final class WithinIntent {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Fees are rounded to this, leg by leg. */
    private static final long FEE_UNIT = 10;

    private final List<String> wrong = new ArrayList<>();

    /** What a strategy asked for is what was granted, or less of it. */
    WithinIntent granted(Map<ClientOrderId, OrderRequest> asked, WrittenDown written) {
        asked.forEach((id, request) -> {
            OrderRequest granted = written.request(id);
            if (granted != null
                    && (granted.side() != request.side()
                            || !granted.instrument().equals(request.instrument())
                            || !granted.limit().equals(request.limit())
                            || granted.sharesAtLimit().compareTo(request.sharesAtLimit()) > 0)) {
                wrong.add("I2: " + id + " asked for " + request + " and was granted " + granted);
            }
        });
        return this;
    }

    /** The amounts in the body that is signed. */
    WithinIntent signed(PreparedOrder prepared, OrderRequest request) throws IOException {
        JsonNode order = JSON.readTree(prepared.body()).path("order");
        long maker = order.path("makerAmount").asLong(Long.MAX_VALUE);
        long taker = order.path("takerAmount").asLong(Long.MAX_VALUE);
        boolean buys = request.side() == Side.BUY;
        long shares = buys ? taker : maker;
        long cash = buys ? maker : taker;
        boolean sized = request.size() instanceof OrderSize.Shares wanted
                && shares != wanted.quantity().micros();
        boolean dear = buys
                ? cash > stated(request)
                : cash
                        < Cash.notional(request.limit(), request.sharesAtLimit(), RoundingMode.FLOOR)
                                .micros();
        if (sized || dear) {
            wrong.add("I2: signed for " + shares + " shares and " + cash + " cash: " + prepared.id() + " " + request);
        }
        return this;
    }

    /** What the venue executed of it. */
    WithinIntent executed(
            ClientOrderId id, OrderRequest request, @Nullable FeeSchedule fees, List<TradeRow.Party> legs) {
        long shares = 0;
        long cost = 0;
        long paid = 0;
        for (TradeRow.Party leg : legs) {
            int against = leg.price().compareTo(request.limit());
            if (request.side() == Side.BUY ? against > 0 : against < 0) {
                wrong.add("I2: " + id + " traded at " + leg.price() + " with limit " + request.limit());
            }
            shares += leg.quantity().micros();
            cost += Cash.notional(leg.price(), leg.quantity(), RoundingMode.FLOOR)
                    .micros();
            paid += leg.fee().micros();
        }
        if (!isBoundByCash(request) && shares > request.sharesAtLimit().micros()) {
            wrong.add("I2: " + id + " traded " + shares + " of " + request);
        }
        if (request.side() == Side.BUY) {
            if (cost > stated(request)) {
                wrong.add("I2: " + id + " spent " + cost + " of " + request);
            }
            long most = stated(request)
                    + Optional.ofNullable(fees)
                            .map(known -> fee(request, known))
                            .orElse(cost)
                    + legs.size() * FEE_UNIT;
            if (cost + paid > most) {
                wrong.add("I2: " + id + " spent " + cost + " and " + paid + " in fees, at most " + most + ", of "
                        + request);
            }
        }
        return this;
    }

    /** The venue fills a buy that does not rest until its cash is spent, so that a better price brings more shares. */
    private static boolean isBoundByCash(OrderRequest request) {
        return request.side() == Side.BUY && !request.timeInForce().rests();
    }

    private static long stated(OrderRequest request) {
        return request.size() instanceof OrderSize.Spend spend
                ? spend.cash().micros()
                : Cash.notional(request.limit(), request.sharesAtLimit(), RoundingMode.CEILING)
                        .micros();
    }

    /** The largest fee there can be: cheaper shares for the same cash are more shares, and owe more. */
    private static long fee(OrderRequest request, FeeSchedule fees) {
        return isBoundByCash(request)
                ? FixedPoint.mulDiv(stated(request), fees.rateMicros(), FixedPoint.ONE, RoundingMode.CEILING)
                : fees.takerFee(request.limit(), request.sharesAtLimit(), RoundingMode.CEILING)
                        .micros();
    }

    /** What went beyond. */
    List<String> wrong() {
        return wrong;
    }
}
