package io.ploy.connectors.polymarket;

/** The walk over a frame of one object without what follows it, for measuring. */
public final class BareScan {
    private final JsonText json = new JsonText(false);
    private final WireMessage message = new WireMessage();
    private final MessageScanner scanner;

    /** Knows one market. */
    public BareScan(VenueMarket market) {
        ChannelMarkets known = new ChannelMarkets();
        try {
            known.define(market);
        } catch (MalformedFrameException e) {
            throw new IllegalArgumentException(e);
        }
        scanner = new MessageScanner(known, json);
    }

    /** Walks over a frame; the answer depends on what was found. */
    public long scan(String frame) {
        try {
            json.load(frame);
            json.peek();
            scanner.read(message);
            json.expectEnd();
        } catch (NotJsonException e) {
            throw new IllegalArgumentException(e);
        }
        return message.timestamp + message.changeCount() + message.bids.levels.count() + message.asks.levels.count();
    }
}
