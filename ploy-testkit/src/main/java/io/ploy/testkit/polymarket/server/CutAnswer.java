package io.ploy.testkit.polymarket.server;

import io.ploy.testkit.polymarket.server.fault.Cut;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.xnio.channels.Channels;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.ConduitStreamSinkChannel;

/** Writes the beginning of an answer, to the byte. On a worker thread, since it waits for a slow client. */
final class CutAnswer {
    private static final long PATIENCE_SECONDS = 5;

    private CutAnswer() {}

    static void write(HttpServerExchange exchange, boolean http2, WireAnswer answer, Cut cut) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        if (http2) {
            exchange.setStatusCode(answer.status());
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
            exchange.setResponseContentLength(body.length);
            StreamSinkChannel channel = exchange.getResponseChannel();
            send(channel, Arrays.copyOf(body, Math.min(cut.bytes(), body.length)));
        } else {
            byte[] begun = begun(answer, body, cut);
            AbstractServerConnection connection = (AbstractServerConnection) exchange.getConnection();
            send(new ConduitStreamSinkChannel(connection.getChannel(), connection.getOriginalSinkConduit()), begun);
        }
    }

    /** What is sent of an HTTP/1.1 answer: below Undertow, which would not send half a header. */
    private static byte[] begun(WireAnswer answer, byte[] body, Cut cut) {
        StringBuilder text = new StringBuilder("HTTP/1.1 ")
                .append(answer.status())
                .append(' ')
                .append(StatusCodes.getReason(answer.status()))
                .append("\r\nConnection: keep-alive\r\n");
        answer.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        text.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        byte[] head = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        if (cut.part() == Cut.Part.HEAD) {
            return Arrays.copyOf(head, Math.min(cut.bytes(), head.length));
        }
        ByteArrayOutputStream begun = new ByteArrayOutputStream();
        begun.writeBytes(head);
        begun.write(body, 0, Math.min(cut.bytes(), body.length));
        return begun.toByteArray();
    }

    private static void send(StreamSinkChannel channel, byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        Channels.writeBlocking(channel, left, PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!left.hasRemaining()) {
            Channels.flushBlocking(channel);
        }
    }
}
