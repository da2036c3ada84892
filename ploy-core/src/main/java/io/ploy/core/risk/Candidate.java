package io.ploy.core.risk;

import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.portfolio.Balance;
import io.ploy.api.portfolio.Position;
import io.ploy.api.risk.RiskView;
import io.ploy.core.portfolio.LowestFill;
import io.ploy.core.portfolio.OrderClass;
import io.ploy.core.portfolio.PortfolioLedger;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An order on its way through the gates, reserved in the portfolio at the size it has by now. */
final class Candidate implements RiskView {
    private final ClientOrderId id;
    private final String strategy;
    private final PortfolioLedger portfolio;
    private final Instant now;
    private final Asker asker;
    private final @Nullable Market market;
    private final @Nullable OrderBook book;
    private final OrderRequest asked;
    private final RiskLimits accountLimits;
    private final RiskLimits limits;
    private OrderRequest request;
    private OrderClass kind = OrderClass.INCREASING;

    Candidate(
            ClientOrderId id,
            String strategy,
            OrderRequest request,
            PortfolioLedger portfolio,
            RiskWorld world,
            RiskLimits limits,
            Instant now,
            Asker asker) {
        this.id = id;
        this.strategy = strategy;
        this.request = request;
        asked = request;
        accountLimits = limits;
        this.limits = limits.of(strategy);
        this.portfolio = portfolio;
        this.now = now;
        this.asker = asker;
        Market known = world.marketOf(request.instrument());
        market = known != null && known.has(request.instrument()) ? known : null;
        book = market == null ? null : world.book(request.instrument());
    }

    Asker asker() {
        return asker;
    }

    /** Puts the reservation, if the market is known; without it the order cannot pass anyway. */
    void reserve() {
        if (market != null) {
            portfolio.reserve(id, strategy, request, market, lowestFill());
            kind = portfolio.headRoom().classify(id);
        }
    }

    private Price lowestFill() {
        return LowestFill.of(request, book());
    }

    void release() {
        portfolio.release(id);
    }

    /** Makes the order smaller; false if nothing is left of it. */
    boolean shrinkTo(Quantity atMost) {
        OrderRequest smaller = SizedRequest.of(request, atMost);
        if (smaller == null) {
            return false;
        }
        request = smaller;
        portfolio.reserve(id, strategy, request, market(), lowestFill());
        return true;
    }

    ClientOrderId id() {
        return id;
    }

    OrderRequest request() {
        return request;
    }

    /** The request before anything was taken off. */
    OrderRequest asked() {
        return asked;
    }

    Quantity quantity() {
        return request.sharesAtLimit();
    }

    boolean isMarketKnown() {
        return market != null;
    }

    PortfolioLedger portfolio() {
        return portfolio;
    }

    /** Whether it is a sale that does not raise the worst case. Decided once, at the size that was asked for. */
    boolean isReducing() {
        return kind == OrderClass.REDUCING;
    }

    /** Whether it is a purchase that makes the worst case better. Decided once, at the size that was asked for. */
    boolean isHedging() {
        return kind == OrderClass.HEDGING;
    }

    /** The limits of its strategy. */
    RiskLimits limits() {
        return limits;
    }

    /** The limits of the account, which no strategy has otherwise. */
    RiskLimits accountLimits() {
        return accountLimits;
    }

    /** Whether it would trade at once with the book as it is. */
    boolean crosses() {
        if (request.isPostOnly()) {
            return false;
        }
        if (!request.timeInForce().rests()) {
            return true;
        }
        long best = request.side() == Side.BUY ? book().bestAskMicros() : book().bestBidMicros();
        return best != OrderBook.NONE
                && (request.side() == Side.BUY
                        ? request.limit().micros() >= best
                        : request.limit().micros() <= best);
    }

    @Override
    public String strategy() {
        return strategy;
    }

    @Override
    public Market market() {
        return Objects.requireNonNull(market, "no market is known");
    }

    @Override
    public OrderBook book() {
        return Objects.requireNonNull(book, "no market is known");
    }

    @Override
    public Position position() {
        return portfolio.accountPosition(request.instrument());
    }

    @Override
    public Balance balance() {
        return portfolio.balance();
    }

    @Override
    public Cash marketExposure() {
        return portfolio.exposures().market(market().id());
    }

    @Override
    public Cash accountExposure() {
        return portfolio.exposures().account();
    }

    @Override
    public Instant now() {
        return now;
    }
}
