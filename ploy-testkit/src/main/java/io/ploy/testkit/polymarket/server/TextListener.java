package io.ploy.testkit.polymarket.server;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.function.Consumer;

/** Hands on whole text messages; pings and close frames are answered by Undertow. */
final class TextListener extends AbstractReceiveListener {
    private static final long MAX_TEXT_BYTES = 1 << 20;

    private final Consumer<String> listener;

    TextListener(Consumer<String> listener) {
        this.listener = listener;
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
        listener.accept(message.getData());
    }

    @Override
    protected long getMaxTextBufferSize() {
        return MAX_TEXT_BYTES;
    }

    @Override
    protected long getMaxBinaryBufferSize() {
        return MAX_TEXT_BYTES;
    }
}
