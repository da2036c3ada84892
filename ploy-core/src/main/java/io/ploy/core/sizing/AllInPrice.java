package io.ploy.core.sizing;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import java.math.RoundingMode;

/** What one share costs with its fee, in micros, rounded up. The fee of an order is rounded once more, by 0.00001 USD at most. */
public final class AllInPrice {
    /** So many that the unit in which fees are counted does not matter. */
    private static final Quantity MANY = Quantity.ofShares(1_000_000);

    private AllInPrice() {}

    /**
     * At the limit of a purchase, which is the dearest it can be.
     *
     * @param request to buy
     * @param market of its instrument
     * @return {@link SizingInputs#ABSENT} if the market's fees are not known
     */
    public static long of(OrderRequest request, Market market) {
        FeeSchedule fees = market.rules().fees().orElse(null);
        if (fees == null) {
            return SizingInputs.ABSENT;
        }
        return withFee(request.limit(), request.isPostOnly() && fees.takerOnly() ? FeeSchedule.FREE : fees);
    }

    /**
     * For a taker.
     *
     * @param price such as the best ask
     * @param market where
     * @return {@link SizingInputs#ABSENT} if the market's fees are not known
     */
    public static long taking(Price price, Market market) {
        FeeSchedule fees = market.rules().fees().orElse(null);
        return fees == null ? SizingInputs.ABSENT : withFee(price, fees);
    }

    private static long withFee(Price price, FeeSchedule fees) {
        Cash fee = fees.takerFee(price, MANY, RoundingMode.CEILING);
        return price.micros() + FixedPoint.mulDiv(fee.micros(), FixedPoint.ONE, MANY.micros(), RoundingMode.CEILING);
    }
}
