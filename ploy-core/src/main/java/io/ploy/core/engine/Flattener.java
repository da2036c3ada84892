package io.ploy.core.engine;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.portfolio.Operation;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Stop;
import io.ploy.core.breaker.TradingState;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.portfolio.PortfolioLedger;
import io.ploy.core.risk.Asker;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sells what a scope holds, on a person's word: pairs are merged, what is left of them goes to the best bids, and rests where
 * nobody bids. One sale at a time. Engine thread only.
 */
final class Flattener {
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 30;
    private static final int MERGES = 3;

    private final Session session;
    private final MarketStore markets;
    private final PortfolioLedger portfolio;
    private final Books books;
    private final OrderDesk orders;
    private final OperationDesk operations;
    private final RiskDesk riskDesk;
    private final Broadcast broadcast;
    private final TimerQueue timers;
    private final Scribe journal;
    private @Nullable Sale sale;

    Flattener(
            Session session,
            Books books,
            OrderDesk orders,
            OperationDesk operations,
            RiskDesk riskDesk,
            Broadcast broadcast,
            TimerQueue timers,
            Scribe journal) {
        this.session = session;
        this.books = books;
        markets = books.markets();
        portfolio = books.portfolio();
        this.orders = orders;
        this.operations = operations;
        this.riskDesk = riskDesk;
        this.broadcast = broadcast;
        this.timers = timers;
        this.journal = journal;
    }

    /** One sale. */
    private static final class Sale {
        private final Scope scope;
        private final Instant since;
        private final Set<ClientOrderId> orders = new HashSet<>();
        private final Map<String, Integer> merges = new HashMap<>();
        private int attempt;
        private boolean over;
        private List<Flattening.Left> left = List.of();

        Sale(Scope scope, Instant since) {
            this.scope = scope;
            this.since = since;
        }

        /** A merge may fail, and a pair grow after one; but a relayer is not asked for ever. */
        boolean triesToMerge(Holding holding) {
            return merges.merge(holding.strategy + " " + holding.market.id(), 1, Integer::sum) <= MERGES;
        }

        Flattening shown() {
            return new Flattening(scope, since, attempt, ATTEMPTS, over, left);
        }
    }

    /** Why nothing can be sold in a scope; null if it can. */
    @Nullable
    String problem(Scope scope) {
        if (riskDesk.performance() == null || orders.isClosing()) {
            return "the engine does not trade yet, or not any more";
        }
        TradingState state = books.memory().states().effective(List.of(Scope.ACCOUNT, scope));
        return books.gate().isHalted() || state == TradingState.HALTED
                ? scope
                        + " is halted, so only cancels are sent. Reset the causes of the halt: what reduces risk is sent"
                        + " again from then on, also before the second step"
                : null;
    }

    Flattening begin(Scope scope, String who, String why) {
        riskDesk.stop(scope, Stop.PAUSE, who, why);
        Sale begun = new Sale(scope, session.clock().instant());
        Sale earlier = sale;
        if (earlier != null && !earlier.over) {
            end(earlier, "another one took its place");
        }
        sale = begun;
        attempt(begun);
        return begun.shown();
    }

    @Nullable
    Flattening last() {
        return sale == null ? null : sale.shown();
    }

    private void attempt(Sale run) {
        if (run.over) {
            return;
        }
        String problem = problem(run.scope);
        if (problem != null) {
            end(run, problem);
            return;
        }
        if (!books.memory().states().isPaused(List.of(run.scope))) {
            end(run, "a person let strategies trade there again");
            return;
        }
        if (run.attempt == ATTEMPTS) {
            end(run, ATTEMPTS + " attempts were made");
            return;
        }
        run.attempt++;
        orders.cancel(order -> riskDesk.isIn(run.scope, order) && isInTheWay(run, order));
        List<Flattening.Left> left = new ArrayList<>();
        boolean goesOn = false;
        for (Holding holding : holdings(run.scope)) {
            Step step = sell(run, holding);
            goesOn |= step.goesOn;
            left.add(new Flattening.Left(
                    holding.strategy, holding.instrument, holding.words(), holding.quantity(portfolio), step.words));
        }
        run.left = left;
        if (!goesOn) {
            end(run, "");
        } else {
            timers.set(session.clock().instant().plus(EVERY), () -> attempt(run));
        }
    }

    /** Orders of strategies, and those of this sale that rest while somebody bids. */
    private boolean isInTheWay(Sale run, Order order) {
        return !run.orders.contains(order.id())
                || markets.book(order.request().instrument()).bestBidMicros() != OrderBook.NONE;
    }

    /** What a strategy holds of an outcome of a market that is not resolved. */
    private record Holding(String strategy, InstrumentId instrument, Market market) {
        Quantity quantity(PortfolioLedger portfolio) {
            return portfolio.position(strategy, instrument).economic();
        }

        String words() {
            String question = market.question().isEmpty() ? market.id().toString() : market.question();
            return question + " " + market.outcome(instrument).name();
        }
    }

    private List<Holding> holdings(Scope scope) {
        List<Holding> holdings = new ArrayList<>();
        portfolio.positions((strategy, instrument) -> {
            Market market = markets.marketOf(instrument);
            if (market != null && markets.resolution(market.id()) == null && riskDesk.isIn(scope, strategy, market)) {
                holdings.add(new Holding(strategy, instrument, market));
            }
        });
        holdings.removeIf(holding -> holding.quantity(portfolio).isZero());
        return holdings;
    }

    /** What was done about a holding, and whether more can be. */
    private record Step(boolean goesOn, String words) {
        static Step further(String words) {
            return new Step(true, words);
        }

        static Step last(String words) {
            return new Step(false, words);
        }
    }

    private Step sell(Sale run, Holding holding) {
        if (!holding.market.status().acceptsOrders()) {
            return Step.further("its market takes no orders");
        }
        Quantity free = portfolio.sellable(holding.strategy, holding.instrument);
        InstrumentId opposite = holding.market.opposite(holding.instrument);
        Quantity other = portfolio.sellable(holding.strategy, opposite);
        Quantity pairs = (free.isBelow(other) ? free : other).floorToLot();
        if (!pairs.isZero() && operations.merges() && run.triesToMerge(holding)) {
            operations.request(holding.strategy, Operation.Kind.MERGE, holding.market.id(), pairs);
        }
        Quantity size = free.minus(pairs).floorToLot();
        Quantity least = holding.market.rules().minimumSize();
        if (size.isZero() || size.isBelow(least)) {
            return unsold(holding, pairs, least);
        }
        OrderBook book = markets.book(holding.instrument);
        if (book.trust() != BookTrust.LIVE) {
            return Step.further("its book is not known just now");
        }
        OrderRequest request = request(holding, size, book);
        if (request == null) {
            return Step.further("nobody quotes a price");
        }
        Order order = orders.submit(holding.strategy, request, Asker.HOST);
        run.orders.add(order.id());
        return order.status() == OrderStatus.DENIED
                ? Step.further("not sold: " + order.detail())
                : Step.further("for sale at " + request.limit() + " or better");
    }

    /** What is too little to sell may become more as long as other shares of it are under way. */
    private Step unsold(Holding holding, Quantity pairs, Quantity least) {
        if (operations.touches(holding.market.id())) {
            return Step.further("being merged with its opposite");
        }
        if (orders.openOrders(holding.strategy).stream()
                .anyMatch(order -> order.request().instrument().equals(holding.instrument))) {
            return Step.further("on order");
        }
        if (portfolio.isMoving(holding.instrument)) {
            return Step.further("not confirmed yet");
        }
        return Step.last(
                pairs.isZero()
                        ? "less than the market's minimum of " + least + " shares"
                        : "a pair with its opposite, which pays 1 USD whatever happens; it was not merged");
    }

    /** To the bids, as far as the collar lets an order go; without any, to rest one tick below the best offer. */
    private @Nullable OrderRequest request(Holding holding, Quantity size, OrderBook book) {
        long tick = holding.market.rules().tickSize().micros();
        if (book.bestBidMicros() != OrderBook.NONE) {
            long lowest = book.bestBidMicros() - collar(holding.strategy, tick);
            Price limit = Price.ofMicros(Math.max(tick, lowest - Math.floorMod(lowest, tick)));
            return OrderRequest.sell(holding.instrument, size, limit)
                    .fillAndKill()
                    .reason("sold on a person's word");
        }
        if (book.bestAskMicros() == OrderBook.NONE) {
            return null;
        }
        return OrderRequest.sell(holding.instrument, size, Price.ofMicros(Math.max(tick, book.bestAskMicros() - tick)))
                .reason("offered on a person's word");
    }

    private long collar(String strategy, long tick) {
        RiskLimits limits = orders.limits().of(strategy);
        long wide = limits.raw(Limit.PRICE_COLLAR);
        long ticks = limits.raw(Limit.PRICE_COLLAR_TICKS);
        return wide == Long.MAX_VALUE || ticks == Long.MAX_VALUE ? 0 : Math.max(wide, ticks * tick);
    }

    /** What was said of a holding at the last attempt, with what is left of it by now. */
    private List<Flattening.Left> stillHeld(Sale run) {
        List<Flattening.Left> still = new ArrayList<>();
        for (Flattening.Left each : run.left) {
            Quantity now =
                    portfolio.position(each.strategy(), each.instrument()).economic();
            if (!now.isZero()) {
                still.add(new Flattening.Left(each.strategy(), each.instrument(), each.outcome(), now, each.why()));
            }
        }
        return still;
    }

    private void end(Sale run, String why) {
        run.over = true;
        run.left = stillHeld(run);
        orders.cancel(order -> run.orders.contains(order.id()));
        String left = run.left.stream().map(Flattening.Left::toString).collect(Collectors.joining("; "));
        String words = run.left.isEmpty() ? "nothing is held there any more" : "left: " + left;
        String said = why.isEmpty() || run.left.isEmpty() ? words : why + "; " + words;
        journal.note(new JournalRecord.OperatorDecided(run.scope.toString(), "flatten ended", "engine", said));
        broadcast.alert(
                run.left.isEmpty() ? AlertSeverity.INFO : AlertSeverity.WARNING,
                "flatten.ended",
                run.scope.toString(),
                "The sale of " + run.scope + " ended: " + said + "."
                        + (books.memory().states().isPaused(List.of(run.scope))
                                ? " It stays paused until a person resets " + Stop.PAUSE.cause() + "."
                                : ""));
    }
}
