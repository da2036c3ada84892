package io.ploy.core.sim.match.bench;

import io.ploy.core.sim.match.OrderKind;
import java.util.SplittableRandom;

/**
 * Orders made ahead of time: a mid that walks, makers around it, takers through it, and cancels of recent orders. Row
 * {@code i} cancels an earlier row if {@code cancelOf[i]} is not −1, else it places an order.
 */
public final class OrderFlow {
    public final OrderKind[] kind;
    public final long[] price;
    public final long[] quantity;
    public final int[] cancelOf;

    public OrderFlow(int rows, long tick, long seed) {
        kind = new OrderKind[rows];
        price = new long[rows];
        quantity = new long[rows];
        cancelOf = new int[rows];
        OrderKind[] kinds = OrderKind.values();
        SplittableRandom random = new SplittableRandom(seed);
        int ticks = (int) (1_000_000 / tick);
        int mid = ticks / 2;
        for (int row = 0; row < rows; row++) {
            cancelOf[row] = row > 100 && random.nextInt(100) < 40 ? row - 1 - random.nextInt(100) : -1;
            if (random.nextInt(8) == 0) {
                mid = Math.min(ticks - 30, Math.max(30, mid + random.nextInt(-1, 2)));
            }
            OrderKind of = kinds[random.nextInt(4)];
            // One order in four reaches through the mid, the rest stand up to twenty ticks away from it.
            int away = random.nextInt(4) == 0 ? -random.nextInt(3) : 1 + random.nextInt(20);
            kind[row] = of;
            price[row] = tick * (of.isBid() ? mid - away : mid + away);
            quantity[row] = 10_000L * (500 + random.nextInt(10_000));
        }
    }

    public int rows() {
        return kind.length;
    }
}
