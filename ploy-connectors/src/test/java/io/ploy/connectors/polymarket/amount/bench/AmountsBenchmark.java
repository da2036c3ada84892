package io.ploy.connectors.polymarket.amount.bench;

import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.TimeInForce;
import io.ploy.connectors.polymarket.amount.OrderAmounts;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Amounts of a resting order, of one that takes shares and of one that spends: nothing is allocated. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AmountsBenchmark {
    private final OrderAmounts amounts = new OrderAmounts();
    private final OrderSize shares = new OrderSize.Shares(Quantity.ofShares(20));
    private final OrderSize cash = new OrderSize.Spend(Cash.ofUsd(10));
    private final Price price = Price.parse("0.57");

    @Benchmark
    public long resting() {
        amounts.set(Side.BUY, shares, price, TimeInForce.GTC, TickSize.CENT);
        return amounts.makerMicros();
    }

    @Benchmark
    public long takingShares() {
        amounts.set(Side.BUY, shares, price, TimeInForce.FAK, TickSize.CENT);
        return amounts.makerMicros();
    }

    @Benchmark
    public long spending() {
        amounts.set(Side.BUY, cash, price, TimeInForce.FAK, TickSize.CENT);
        return amounts.takerMicros();
    }
}
