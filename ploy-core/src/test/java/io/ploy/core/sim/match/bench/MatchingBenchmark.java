package io.ploy.core.sim.match.bench;

import io.ploy.api.market.TickSize;
import io.ploy.core.sim.match.MatchListener;
import io.ploy.core.sim.match.MatchingEngine;
import io.ploy.core.sim.match.OrderKind;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Orders and cancels a second through one market, against sorted maps of queues in the same run. 40 % of the operations
 * are cancels; each run starts with the book the one before left behind.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MatchingBenchmark {
    static final int ROWS = 65_536;

    @Param({"10000", "1000"})
    long tickMicros;

    private OrderFlow flow;
    private MatchingEngine engine;
    private TreeMapMatcher baseline;
    private long[] handles;
    private long baselineId;

    static final class Sum implements MatchListener {
        long sum;

        @Override
        public void onMatch(long takerTag, OrderKind taker, long makerTag, OrderKind maker, long price, long quantity) {
            sum += price ^ quantity ^ makerTag;
        }

        @Override
        public void onDropped(long tag, OrderKind kind, long price, long quantity) {
            sum--;
        }
    }

    private final Sum sum = new Sum();

    @Setup
    public void setUp() {
        flow = new OrderFlow(ROWS, tickMicros, 20261122);
        engine = new MatchingEngine(new TickSize(tickMicros), sum);
        baseline = new TreeMapMatcher(sum);
        handles = new long[ROWS];
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long matchingEngine() {
        for (int row = 0; row < ROWS; row++) {
            int cancel = flow.cancelOf[row];
            if (cancel >= 0) {
                engine.cancel(handles[cancel]);
                handles[row] = MatchingEngine.NONE;
            } else {
                handles[row] = engine.place(flow.kind[row], flow.price[row], flow.quantity[row], row);
            }
        }
        for (long handle : handles) {
            engine.cancel(handle);
        }
        return sum.sum;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long sortedMapsOfQueues() {
        long first = baselineId;
        for (int row = 0; row < ROWS; row++) {
            int cancel = flow.cancelOf[row];
            if (cancel >= 0) {
                baseline.cancel(first + cancel);
            } else {
                baseline.place(flow.kind[row], flow.price[row], flow.quantity[row], first + row);
            }
        }
        for (int row = 0; row < ROWS; row++) {
            baseline.cancel(first + row);
        }
        baselineId = first + ROWS;
        return sum.sum;
    }
}
