package io.ploy.connectors.recording;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Events of every kind, in order of time, the same for the same seed. */
final class EventGenerator {
    private final SplittableRandom random;
    private Instant now = Samples.START;

    EventGenerator(long seed) {
        random = new SplittableRandom(seed);
    }

    List<MarketEvent> events(int count) {
        List<MarketEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            now = now.plusNanos(random.nextLong(0, 2_000_000_000L));
            events.add(event());
        }
        return events;
    }

    private MarketEvent event() {
        InstrumentId instrument = random.nextBoolean() ? Samples.UP : Samples.DOWN;
        return switch (random.nextInt(8)) {
            case 0 ->
                new MarketEvent.MarketChanged(
                        now,
                        Samples.market().market().toBuilder()
                                .status(random.nextBoolean() ? MarketStatus.OPEN : MarketStatus.PAUSED)
                                .build());
            case 1 -> new MarketEvent.BookSnapshot(now, instrument, tick(), levels(true), levels(false));
            case 2 ->
                new MarketEvent.BookChanged(
                        now,
                        instrument,
                        random.ints(1 + random.nextInt(3))
                                .mapToObj(i -> change())
                                .toList());
            case 3 ->
                new MarketEvent.BookDistrusted(
                        now, instrument, random.nextBoolean() ? BookTrust.SUSPECT : BookTrust.STALE, "because \"x\"\n");
            case 4 -> new MarketEvent.TickSizeChanged(now, instrument, tick());
            case 5 ->
                new MarketEvent.Traded(new MarketTrade(
                        instrument,
                        random.nextBoolean() ? Side.BUY : Side.SELL,
                        price(),
                        Quantity.ofMicros(1 + size()),
                        now));
            case 6 ->
                new MarketEvent.ReferencePriced(new ReferencePrice(
                        "BTC/USD",
                        "spot",
                        new BigDecimal(BigInteger.valueOf(1 + random.nextLong(1L << 60)), random.nextInt(19)),
                        now.minusNanos(random.nextLong(5_000_000_000L)),
                        now));
            default ->
                new MarketEvent.MarketResolved(
                        now,
                        switch (random.nextInt(3)) {
                            case 0 -> Resolution.first(Samples.MARKET, now);
                            case 1 -> Resolution.second(Samples.MARKET, now);
                            default -> Resolution.fiftyFifty(Samples.MARKET, now);
                        });
        };
    }

    private TickSize tick() {
        return List.of(TickSize.CENT, TickSize.TENTH_CENT, TickSize.QUARTER_CENT, TickSize.HUNDREDTH_CENT)
                .get(random.nextInt(4));
    }

    private Price price() {
        return Price.ofMicros(random.nextLong(1_000_001));
    }

    private long size() {
        return random.nextInt(10) == 0 ? random.nextLong(Long.MAX_VALUE - 1) : random.nextLong(100_000_000_000L);
    }

    private LevelChange change() {
        return new LevelChange(
                random.nextBoolean() ? BookSide.BIDS : BookSide.ASKS,
                price(),
                random.nextInt(4) == 0 ? Quantity.ZERO : Quantity.ofMicros(size()));
    }

    /** In wire order, which is the order they are read back in. */
    private List<BookLevel> levels(boolean ascending) {
        List<BookLevel> levels = random.longs(random.nextInt(6), 0, 1_000_001)
                .distinct()
                .sorted()
                .mapToObj(micros -> new BookLevel(Price.ofMicros(micros), Quantity.ofMicros(1 + size())))
                .toList();
        List<BookLevel> ordered = new ArrayList<>(levels);
        if (!ascending) {
            Collections.reverse(ordered);
        }
        return ordered;
    }
}
