package io.ploy.core.backtest;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import java.util.Map;
import java.util.Optional;

/** The market an event speaks of, learned from the markets described before. */
record MarketOf(Map<InstrumentId, MarketId> known) implements MarketEvent.Cases<Optional<MarketId>> {
    @Override
    public Optional<MarketId> marketChanged(MarketEvent.MarketChanged event) {
        MarketId id = event.market().id();
        known.put(event.market().first().instrument(), id);
        known.put(event.market().second().instrument(), id);
        return Optional.of(id);
    }

    @Override
    public Optional<MarketId> bookSnapshot(MarketEvent.BookSnapshot event) {
        return Optional.ofNullable(known.get(event.instrument()));
    }

    @Override
    public Optional<MarketId> bookChanged(MarketEvent.BookChanged event) {
        return Optional.ofNullable(known.get(event.instrument()));
    }

    @Override
    public Optional<MarketId> bookDistrusted(MarketEvent.BookDistrusted event) {
        return Optional.ofNullable(known.get(event.instrument()));
    }

    @Override
    public Optional<MarketId> tickSizeChanged(MarketEvent.TickSizeChanged event) {
        return Optional.ofNullable(known.get(event.instrument()));
    }

    @Override
    public Optional<MarketId> traded(MarketEvent.Traded event) {
        return Optional.ofNullable(known.get(event.trade().instrument()));
    }

    @Override
    public Optional<MarketId> referencePriced(MarketEvent.ReferencePriced event) {
        return Optional.empty();
    }

    @Override
    public Optional<MarketId> marketResolved(MarketEvent.MarketResolved event) {
        return Optional.of(event.resolution().market());
    }
}
