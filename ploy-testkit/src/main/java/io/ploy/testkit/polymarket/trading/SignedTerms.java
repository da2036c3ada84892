package io.ploy.testkit.polymarket.trading;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.TimeInForce;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.order.PostedOrder;
import io.ploy.testkit.polymarket.order.SignedOrder;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** What two signed amounts say of price and size, on the price step of a market. */
final class SignedTerms {
    private static final int SIZE_DECIMALS = 2;

    private final String hash;
    private final PostedOrder posted;
    private final SignedOrder order;
    private final TickSize tick;
    private final boolean buys;
    /** Collateral, micros. */
    private final long money;
    /** Micro-shares. */
    private final long shares;

    private SignedTerms(String hash, PostedOrder posted, TickSize tick) {
        this.hash = hash;
        this.posted = posted;
        this.tick = tick;
        order = posted.order();
        buys = order.side() == Side.BUY;
        money = buys ? order.makerAmount() : order.takerAmount();
        shares = buys ? order.takerAmount() : order.makerAmount();
    }

    /**
     * What the order asks of the exchange.
     *
     * @throws RefusedException if amounts, price or kind are not ones that the venue takes
     */
    static OrderRequest request(String hash, PostedOrder posted, ListedMarket market) {
        return new SignedTerms(hash, posted, market.market().rules().tickSize()).request();
    }

    private OrderRequest request() {
        if (money <= 0 || shares <= 0) {
            throw Words.refusal(Words.INVALID_ORDER);
        }
        TimeInForce timeInForce = posted.timeInForce();
        if (posted.postOnly() && !timeInForce.rests()) {
            throw Words.refusal(Words.NOT_POST_ONLY);
        }
        if ((timeInForce == TimeInForce.GTD) != (order.expiration() > 0)) {
            throw Words.refusal(Words.INVALID_EXPIRATION);
        }
        checkDecimals();
        Price limit = timeInForce.rests() ? exactPrice() : nearestPrice();
        OrderRequest plain = plain(limit);
        OrderRequest lasting = switch (timeInForce) {
            case GTC -> plain;
            case GTD -> plain.restUntil(Instant.ofEpochSecond(order.expiration()));
            case FOK -> plain.fillOrKill();
            case FAK -> plain.fillAndKill();
        };
        return posted.postOnly() ? lasting.postOnly() : lasting;
    }

    private OrderRequest plain(Price limit) {
        InstrumentId instrument = new InstrumentId(ListedMarket.VENUE, order.tokenId());
        if (!buys) {
            return OrderRequest.sell(instrument, Quantity.ofMicros(shares), limit);
        }
        // A buy that does not rest spends what it signed; the shares only say at which price.
        return posted.timeInForce().rests()
                ? OrderRequest.buy(instrument, Quantity.ofMicros(shares), limit)
                : OrderRequest.spend(instrument, Cash.ofMicros(money), limit);
    }

    /** What is given or wanted in round numbers has two decimals, what follows from the price as many as the tick lets it. */
    private void checkDecimals() {
        boolean market = !posted.timeInForce().rests();
        int fine = SIZE_DECIMALS + decimals(tick.micros());
        boolean roundIsMaker = market || !buys;
        int maker = roundIsMaker ? SIZE_DECIMALS : fine;
        int taker = roundIsMaker ? fine : SIZE_DECIMALS;
        if (decimals(order.makerAmount()) > maker || decimals(order.takerAmount()) > taker) {
            throw Words.refusal("invalid amounts, the " + (market ? "market " : "") + (buys ? "buy" : "sell")
                    + " orders maker amount supports a max accuracy of " + maker + " decimals, taker amount a max of "
                    + taker + " decimals");
        }
    }

    private static int decimals(long micros) {
        int decimals = 6;
        long left = micros;
        while (decimals > 0 && left % 10 == 0) {
            left /= 10;
            decimals--;
        }
        return decimals;
    }

    private Price exactPrice() {
        if (money >= shares) {
            throw offTick();
        }
        long price = FixedPoint.mulDiv(money, FixedPoint.ONE, shares, RoundingMode.FLOOR);
        boolean exact = FixedPoint.mulDiv(price, shares, FixedPoint.ONE, RoundingMode.CEILING) == money
                && FixedPoint.mulDiv(price, shares, FixedPoint.ONE, RoundingMode.FLOOR) == money;
        if (!exact || !tick.admits(Price.ofMicros(price))) {
            throw offTick();
        }
        return Price.ofMicros(price);
    }

    /** Rounded amounts miss the price a little; a tenth of a tick is more than any rounding of a dollar's worth. */
    private Price nearestPrice() {
        if (money >= shares) {
            throw offTick();
        }
        long price = FixedPoint.mulDiv(money, FixedPoint.ONE, shares, RoundingMode.HALF_UP);
        long step = tick.micros();
        long nearest = (price + step / 2) / step * step;
        boolean near = Math.abs(price - nearest) <= step / 10;
        if (!near || nearest >= FixedPoint.ONE || !tick.admits(Price.ofMicros(nearest))) {
            throw offTick();
        }
        return Price.ofMicros(nearest);
    }

    private RefusedException offTick() {
        BigDecimal price = BigDecimal.valueOf(money)
                .divide(BigDecimal.valueOf(shares), 6, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return Words.refusal(
                Words.invalid(hash, "Price (" + price.toPlainString() + ") breaks minimum tick size rule: " + tick));
    }
}
