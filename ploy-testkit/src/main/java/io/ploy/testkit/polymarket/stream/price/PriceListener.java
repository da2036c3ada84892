package io.ploy.testkit.polymarket.stream.price;

/** Told of prices as they are published. */
@FunctionalInterface
interface PriceListener {
    /** One more price of a series. */
    void onPrice(PriceSeries series, PricePoint point);
}
