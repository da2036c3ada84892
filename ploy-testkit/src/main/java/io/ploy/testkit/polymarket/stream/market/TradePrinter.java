package io.ploy.testkit.polymarket.stream.market;

import io.ploy.core.sim.Timeline;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.record.RecordListener;
import io.ploy.testkit.polymarket.record.TradeRow;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Tells each trade once, shortly after the book that it changed, as the venue does. */
final class TradePrinter implements RecordListener {
    /** What recordings of the venue show in the middle. */
    private static final Duration BEHIND_THE_BOOK = Duration.ofMillis(30);

    private final Timeline timeline;
    private final Audience audience;
    private final Map<Bucket, TradeRow> waiting = new HashMap<>();

    TradePrinter(Timeline timeline, Audience audience) {
        this.timeline = timeline;
        this.audience = audience;
    }

    private record Bucket(String trade, int number) {}

    @Override
    public void onOrder(OrderRow order, OrderMoment moment) {}

    @Override
    public void onTrade(TradeRow trade) {
        Bucket bucket = new Bucket(trade.id(), trade.bucket());
        if (waiting.containsKey(bucket)) {
            // It settled a step, and may have a transaction by now.
            waiting.put(bucket, trade);
        } else if (trade.updatedAt().equals(trade.matchedAt())) {
            waiting.put(bucket, trade);
            timeline.schedule(timeline.now().plus(BEHIND_THE_BOOK), () -> print(bucket));
        }
    }

    /** How many trades are to be told yet. */
    int waiting() {
        return waiting.size();
    }

    private void print(Bucket bucket) {
        TradeRow trade = waiting.remove(bucket);
        if (trade != null) {
            audience.tell(trade.taker().instrument().symbol(), MarketFrames.lastTradePrice(trade, timeline.now()));
        }
    }
}
