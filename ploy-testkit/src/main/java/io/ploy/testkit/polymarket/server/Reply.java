package io.ploy.testkit.polymarket.server;

import io.ploy.testkit.polymarket.server.fault.Cut;
import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the answer to one request goes. Any thread; the first answer counts. */
final class Reply {
    private static final Logger LOG = LoggerFactory.getLogger(Reply.class);
    private static final int WORTH_COMPRESSING = 1_024;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final HttpServerExchange exchange;
    private final TcpConnection connection;
    private final Clock clock;
    private final int stream;

    /** On the exchange's I/O thread, while its handler is called. */
    Reply(HttpServerExchange exchange, TcpConnection connection, Clock clock) {
        this.exchange = exchange;
        this.connection = connection;
        this.clock = clock;
        stream = connection.newestStream();
    }

    HttpServerExchange exchange() {
        return exchange;
    }

    void send(WireAnswer answer) {
        WireAnswer dated = dated(answer);
        byte[] body = dated.body().getBytes(StandardCharsets.UTF_8);
        if (body.length >= WORTH_COMPRESSING && acceptsGzip()) {
            onWorker(() -> {
                byte[] compressed = compressed(body);
                WireAnswer marked = dated.with("Content-Encoding", "gzip").with("Vary", "Accept-Encoding");
                connection.onIoThread(() -> write(marked, compressed));
            });
        } else {
            connection.onIoThread(() -> write(dated, body));
        }
    }

    /** Sends what comes before the cut, and ends as the cut says. */
    void cut(WireAnswer answer, Cut cut) {
        WireAnswer dated = dated(answer);
        if (cut.part() == Cut.Part.HEAD && (cut.bytes() == 0 || connection.isHttp2())) {
            end(cut.ending());
        } else {
            onWorker(() -> {
                try {
                    CutAnswer.write(exchange, connection.isHttp2(), dated, cut);
                } catch (IOException e) {
                    LOG.debug("The client was gone before its answer could be cut", e);
                }
                end(cut.ending());
            });
        }
    }

    void end(Ending ending) {
        connection.end(ending, stream);
    }

    private WireAnswer dated(WireAnswer answer) {
        return answer.headers().containsKey("Date") ? answer : answer.with("Date", DATE.format(clock.instant()));
    }

    private boolean acceptsGzip() {
        String accepted = exchange.getRequestHeaders().getFirst(Headers.ACCEPT_ENCODING);
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip");
    }

    private void write(WireAnswer answer, byte[] body) {
        try {
            exchange.setStatusCode(answer.status());
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
            exchange.getResponseSender().send(ByteBuffer.wrap(body));
        } catch (RuntimeException e) {
            LOG.debug("The client was gone before its answer", e);
            connection.end(Ending.CLOSE, stream);
        }
    }

    private void onWorker(Runnable task) {
        try {
            exchange.getConnection().getWorker().execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("The server is closed", e);
        }
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
