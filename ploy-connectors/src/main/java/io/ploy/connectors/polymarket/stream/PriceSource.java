package io.ploy.connectors.polymarket.stream;

import io.ploy.api.market.ReferencePrice;
import java.util.function.Consumer;

/**
 * A stream of prices from outside the venue, to be given to one feed, which starts and closes it.
 *
 * <p><b>Threading.</b> Methods may be called from any thread and do not wait.
 */
public interface PriceSource extends AutoCloseable {
    /**
     * Starts streaming.
     *
     * @param out told of each price, from one thread at a time; must not wait
     */
    void start(Consumer<? super ReferencePrice> out);

    /**
     * How its connection does.
     *
     * @return a copy
     */
    PriceHealth health();

    /** Stops streaming. Further calls do nothing. */
    @Override
    void close();
}
