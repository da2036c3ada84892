package io.ploy.core.engine;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Outcome;
import io.ploy.api.money.Cash;
import io.ploy.api.order.Order;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.api.portfolio.Position;
import io.ploy.api.portfolio.ProfitAndLoss;
import io.ploy.core.portfolio.PortfolioLedger;
import java.time.Clock;
import java.util.List;

/**
 * What an engine knows, for whoever is not part of it.
 *
 * <p><b>Threading.</b> Thread-safe; the engine's thread answers.
 */
public final class EngineView {
    private final Question question;
    private final Clock clock;
    private final MarketStore markets;
    private final PortfolioLedger portfolio;
    private final OrderDesk orders;
    private final OperationDesk operations;
    private final StrategyRunner strategies;

    EngineView(
            Question question,
            Clock clock,
            Books books,
            OrderDesk orders,
            OperationDesk operations,
            StrategyRunner strategies) {
        this.question = question;
        this.clock = clock;
        markets = books.markets();
        portfolio = books.portfolio();
        this.orders = orders;
        this.operations = operations;
        this.strategies = strategies;
    }

    /**
     * What the account holds.
     *
     * @return a snapshot
     */
    public Portfolio portfolio() {
        return question.ask(() -> portfolio.account(markets, clock.instant()));
    }

    /**
     * What the account holds of one instrument, over all strategies.
     *
     * @param instrument which
     * @return zero quantities if nothing is held
     */
    public Position position(InstrumentId instrument) {
        return question.ask(() -> portfolio.accountPosition(instrument));
    }

    /**
     * The most that open positions and orders can lose.
     *
     * @return 0 or more
     */
    public Cash exposure() {
        return question.ask(portfolio.exposures()::account);
    }

    /**
     * Profit and loss of one market, over all strategies.
     *
     * @param market which
     * @return zero if it was never traded
     */
    public ProfitAndLoss profitAndLoss(Market market) {
        return question.ask(() -> {
            Cash realised = Cash.ZERO;
            Cash unrealised = Cash.ZERO;
            Cash fees = Cash.ZERO;
            for (Outcome outcome : market.outcomes()) {
                Position position = portfolio.accountPosition(outcome.instrument());
                Cash value = position.isFlat()
                        ? Cash.ZERO
                        : Cash.ofMicros(markets.bidNetMicros(
                                outcome.instrument(), position.economic().micros()));
                realised = realised.plus(position.realised());
                unrealised = unrealised.plus(value.minus(position.cost()));
                fees = fees.plus(position.fees());
            }
            return new ProfitAndLoss(realised, unrealised, fees);
        });
    }

    /**
     * What redemptions of a resolved market paid so far.
     *
     * @param market which
     * @return zero if nothing was redeemed
     */
    public Cash redeemed(MarketId market) {
        return question.ask(() -> operations.paid(market));
    }

    /**
     * Every order that may still match.
     *
     * @return oldest first
     */
    public List<Order> openOrders() {
        return question.ask(orders::openOrders);
    }

    /**
     * How many splits, merges and redemptions are under way.
     *
     * @return 0 or more
     */
    public int openOperations() {
        return question.ask(operations::openCount);
    }

    /**
     * Every market known.
     *
     * @return in the order in which they became known
     */
    public List<Market> markets() {
        return question.ask(markets::all);
    }

    /**
     * An instrument's book, for callers on the engine's thread.
     *
     * @param instrument which
     * @return an empty, untrusted book if nothing was heard of it
     */
    public OrderBook book(InstrumentId instrument) {
        return markets.book(instrument);
    }

    /**
     * Which strategies were stopped because they failed.
     *
     * @return their names
     */
    public List<String> stoppedStrategies() {
        return question.ask(strategies::stopped);
    }
}
