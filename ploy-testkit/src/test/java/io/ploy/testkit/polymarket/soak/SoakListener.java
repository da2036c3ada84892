package io.ploy.testkit.polymarket.soak;

import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.client.FrameClient;
import io.ploy.testkit.polymarket.wire.Channel;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Follows a stream, and begins anew after so many frames. */
final class SoakListener {
    private final PolymarketSimulator venue;
    private final Channel channel;
    private final Supplier<String> hello;
    private final long framesPerTurn;
    private final BooleanSupplier goesOn;
    private final AtomicLong frames = new AtomicLong();

    SoakListener(
            PolymarketSimulator venue,
            Channel channel,
            Supplier<String> hello,
            long framesPerTurn,
            BooleanSupplier goesOn) {
        this.venue = venue;
        this.channel = channel;
        this.hello = hello;
        this.framesPerTurn = framesPerTurn;
        this.goesOn = goesOn;
    }

    /** How many so far; any thread. */
    long frames() {
        return frames.get();
    }

    void follow() throws IOException {
        while (goesOn.getAsBoolean()) {
            try (FrameClient client = new FrameClient(URI.create(venue.url(channel)))) {
                client.send(hello.get());
                for (long i = 0; i < framesPerTurn && goesOn.getAsBoolean(); i++) {
                    client.read();
                    frames.incrementAndGet();
                }
            }
        }
    }
}
