package io.ploy.connectors.recording;

import io.ploy.api.market.MarketEvent;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.util.List;

/** Which line says which event. */
final class EventLines implements MarketEvent.Cases<Boolean> {
    private final RecordingWriter writer;

    EventLines(RecordingWriter writer) {
        this.writer = writer;
    }

    @Override
    public Boolean marketChanged(MarketEvent.MarketChanged event) {
        writer.market(event.at(), new VenueMarket(event.market(), false, MarketVersion.CTF));
        return true;
    }

    @Override
    public Boolean bookSnapshot(MarketEvent.BookSnapshot event) {
        return frame(event, MarketFrames.book(event, writer.marketOf(event.instrument())));
    }

    @Override
    public Boolean bookChanged(MarketEvent.BookChanged event) {
        return frame(event, MarketFrames.changes(event, writer.marketOf(event.instrument())));
    }

    @Override
    public Boolean bookDistrusted(MarketEvent.BookDistrusted event) {
        writer.gap(event.at(), event.trust(), event.reason(), List.of(event.instrument()));
        return true;
    }

    @Override
    public Boolean tickSizeChanged(MarketEvent.TickSizeChanged event) {
        return frame(event, MarketFrames.tick(event, writer.marketOf(event.instrument())));
    }

    @Override
    public Boolean traded(MarketEvent.Traded event) {
        return frame(
                event,
                MarketFrames.trade(event.trade(), writer.marketOf(event.trade().instrument())));
    }

    @Override
    public Boolean referencePriced(MarketEvent.ReferencePriced event) {
        writer.price(event.price());
        return true;
    }

    @Override
    public Boolean marketResolved(MarketEvent.MarketResolved event) {
        writer.resolution(event.at(), event.resolution());
        return true;
    }

    private boolean frame(MarketEvent event, String frame) {
        writer.frame(event.at(), LineKind.MARKET_SOURCE, 0, frame);
        return true;
    }
}
