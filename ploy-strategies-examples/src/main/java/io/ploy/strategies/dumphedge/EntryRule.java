package io.ploy.strategies.dumphedge;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.TickSize;
import io.ploy.api.maths.TradingCost;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.order.OrderInput;
import io.ploy.api.order.OrderRequest;
import io.ploy.strategies.input.BookInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a crash is bought, and how. Every input must be there, trusted and fresh; what is missing means no order. */
final class EntryRule {
    private final Desk desk;
    private final Settings settings;

    EntryRule(Desk desk) {
        this.desk = desk;
        this.settings = desk.settings();
    }

    /**
     * The order for leg 1.
     *
     * @param market as it is now
     * @param window the market's window
     * @param crashed the side that crashed
     * @param other the other side
     * @param now engine time
     * @return empty if something speaks against it
     */
    Optional<OrderRequest> order(Market market, MarketWindow window, CrashWatch crashed, CrashWatch other, long now) {
        FeeSchedule fees = market.rules().fees().filter(TradingCost::isMonotone).orElse(null);
        OrderBook book = desk.context().book(crashed.instrument());
        TickSize tick = market.rules().tickSize();
        if (fees == null
                || !market.status().acceptsOrders()
                || !tick.equals(book.tickSize())
                || !areUsable(book, desk.context().book(other.instrument()), now)) {
            return Optional.empty();
        }
        long ask = book.bestAskMicros();
        Price limit = tick.floor(Price.ofMicros(Math.min(ask + tick.micros(), settings.maxLeg1Price)));
        if (ask != crashed.ask()
                || limit.micros() < ask
                || !WindowOrders.isLargeEnough(market, settings.shares, Price.ofMicros(ask), true)
                || !desk.mayOpen()) {
            return Optional.empty();
        }
        double cost = TradingCost.allIn(fees, ask / (double) FixedPoint.ONE);
        boolean isFirst = market.first().instrument().equals(crashed.instrument());
        Optional<ReferenceModel.Opinion> opinion = desk.opinion(window, now);
        Optional<Double> probability =
                opinion.map(ReferenceModel.Opinion::probability).map(up -> isFirst ? up.up() : up.down());
        if (probability.isPresent() && probability.get() - cost < settings.vetoEdge) {
            desk.context().logger().debug("veto in {}: p {} cost {}", market.slug(), probability.get(), cost);
            return Optional.empty();
        }
        return Optional.of(OrderRequest.buy(crashed.instrument(), settings.shares, limit)
                .fillAndKill()
                .basedOn(inputs(book, desk.context().book(other.instrument()), opinion))
                .reason(reason(crashed, other, cost, probability, now)));
    }

    private boolean areUsable(OrderBook crashed, OrderBook other, long now) {
        // The two books are one book seen twice: asks that sum to less than 1 are a view in which one side is late.
        return BookInput.isLive(crashed)
                && BookInput.isLive(other)
                && BookInput.isFresh(crashed, BookSide.ASKS, now, settings.maxBookAge)
                && BookInput.isFresh(crashed, BookSide.BIDS, now, settings.maxBookAge)
                && BookInput.isFresh(other, BookSide.ASKS, now, settings.maxBookAge)
                && crashed.bestAskMicros() != OrderBook.NONE
                && other.bestAskMicros() != OrderBook.NONE
                && crashed.bestAskMicros() + other.bestAskMicros() >= FixedPoint.ONE;
    }

    /** What made it a crash must still be so when the order is judged, which the engine holds against its clock. */
    private OrderInput[] inputs(OrderBook crashed, OrderBook other, Optional<ReferenceModel.Opinion> opinion) {
        Stream<OrderInput> books = Stream.of(
                input("asks", crashed.updatedAt(BookSide.ASKS), settings.maxBookAge),
                input("bids", crashed.updatedAt(BookSide.BIDS), settings.maxBookAge),
                input("other-asks", other.updatedAt(BookSide.ASKS), settings.maxBookAge));
        Stream<OrderInput> reference =
                opinion.map(view -> input("reference", view.heardAt(), settings.maxReferenceAge)).stream();
        return Stream.concat(books, reference).toArray(OrderInput[]::new);
    }

    private static OrderInput input(String name, Instant asOf, long maxAge) {
        return new OrderInput(name, asOf, Duration.ofNanos(maxAge));
    }

    private static String reason(
            CrashWatch crashed, CrashWatch other, double cost, Optional<Double> probability, long now) {
        long high = crashed.highBefore(now);
        return "leg 1: ask " + Words.micros(crashed.ask()) + " after high " + Words.micros(high) + ", drop "
                + Words.usd(1 - crashed.ask() / (double) high) + ", bid " + Words.micros(crashed.bid()) + ", all-in "
                + Words.usd(cost) + ", p " + probability.map(Words::usd).orElse("not known") + ", books "
                + crashed.generation() + " and " + other.generation();
    }
}
