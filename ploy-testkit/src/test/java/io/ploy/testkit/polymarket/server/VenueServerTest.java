package io.ploy.testkit.polymarket.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.log.Exchange;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VenueServerTest {
    @Test
    void aRequestReachesItsServiceWholeAndDecoded() throws IOException {
        try (Wire wire = new Wire()) {
            Request request = new Request.Builder()
                    .url(wire.server.url(Api.GAMMA) + "/events/a%20b?z=1&id=7&id=%2B8&id=a+b&flag")
                    .header("POLY_ADDRESS", "0xAb")
                    .post(RequestBody.create("{\"ü\":1}", MediaType.get("application/json")))
                    .build();

            try (Response response = wire.client.newCall(request).execute()) {
                assertThat(response.code()).isEqualTo(200);
                assertThat(response.body().string()).isEqualTo("{\"ok\":true}");
                assertThat(response.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
                assertThat(response.header("Date")).isEqualTo("Fri, 20 Nov 2026 12:00:00 GMT");
            }

            WireRequest seen = wire.received.get(0);
            assertThat(seen.number()).isEqualTo(1);
            assertThat(seen.api()).isEqualTo(Api.GAMMA);
            assertThat(seen.method()).isEqualTo("POST");
            assertThat(seen.path()).isEqualTo("/events/a b");
            assertThat(List.copyOf(seen.query().keySet())).containsExactly("z", "id", "flag");
            assertThat(seen.query())
                    .containsEntry("id", List.of("7", "+8", "a b"))
                    .containsEntry("flag", List.of(""));
            assertThat(seen.header("Poly_Address")).contains("0xAb");
            assertThat(seen.body()).isEqualTo("{\"ü\":1}");
            assertThat(seen.remote()).startsWith("127.0.0.1:");
        }
    }

    @Test
    void aPathThatOnlyBeginsLikeAPrefixIsTheClobs() throws IOException {
        try (Wire wire = new Wire()) {
            wire.get(wire.server.url(Api.CLOB) + "/gammas/x").close();
            wire.get(wire.server.url(Api.GAMMA)).close();

            assertThat(wire.received).extracting(WireRequest::api).containsExactly(Api.CLOB, Api.GAMMA);
            assertThat(wire.received).extracting(WireRequest::path).containsExactly("/gammas/x", "/");
        }
    }

    @Test
    void aServiceThatIsNotThereIsNotFound() throws IOException {
        try (Wire wire = new Wire()) {
            try (Response response = wire.get(wire.server.url(Api.DATA) + "/positions")) {
                assertThat(response.code()).isEqualTo(404);
                assertThat(response.body().string()).isEqualTo("{\"error\":\"not found\"}");
            }
        }
    }

    @Test
    void longAnswersAreCompressedForClientsThatAsk() throws IOException {
        try (Wire wire = new Wire()) {
            String body = "[" + "\"0123456789\",".repeat(500) + "0]";
            wire.answers = request -> WireAnswer.json(body);

            try (RawClient plain = wire.raw()) {
                plain.get("/book");
                assertThat(plain.readAnswer()).endsWith(body).doesNotContain("gzip");
            }
            Request asking = new Request.Builder()
                    .url(wire.server.url(Api.CLOB) + "/book")
                    .header("Accept-Encoding", "gzip")
                    .build();
            try (Response response = wire.client.newCall(asking).execute()) {
                assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
                assertThat(response.body().bytes().length).isLessThan(body.length() / 10);
            }
            try (Response response = wire.get(wire.server.url(Api.CLOB) + "/book")) {
                assertThat(response.body().string()).isEqualTo(body);
            }
        }
    }

    @Test
    void aBodyOverTheLimitIsRefusedUnread() throws IOException {
        try (Wire wire = new Wire();
                RawClient raw = wire.raw()) {
            raw.send("POST /order HTTP/1.1\r\nHost: x\r\nUser-Agent: raw\r\nContent-Length: 10485761\r\n\r\n");

            assertThat(raw.readAnswer())
                    .startsWith("HTTP/1.1 413 ")
                    .endsWith("{\"error\":\"Payload exceeds the limit\"}");
            assertThat(wire.received).isEmpty();
        }
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedOnceItIsTooLong() throws IOException {
        try (Wire wire = new Wire();
                RawClient raw = wire.raw()) {
            raw.send("POST /order HTTP/1.1\r\nHost: x\r\nUser-Agent: raw\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "100000\r\n" + "x".repeat(1 << 20) + "\r\n";
            for (int i = 0; i < 10; i++) {
                raw.send(chunk);
            }
            raw.send("1\r\nx\r\n");

            assertThat(raw.readAnswer()).startsWith("HTTP/1.1 413 ");
            assertThat(wire.received).isEmpty();
        }
    }

    @Test
    void aBodyAtTheLimitIsTaken() throws IOException {
        try (Wire wire = new Wire()) {
            RequestBody body = new RequestBody() {
                @Override
                public MediaType contentType() {
                    return MediaType.get("application/json");
                }

                @Override
                public void writeTo(BufferedSink sink) throws IOException {
                    sink.writeUtf8("x".repeat(10 << 20));
                }
            };

            try (Response response = wire.client
                    .newCall(new Request.Builder()
                            .url(wire.server.url(Api.CLOB) + "/order")
                            .post(body)
                            .build())
                    .execute()) {
                assertThat(response.code()).isEqualTo(200);
            }
            assertThat(wire.received.get(0).body()).hasSize(10 << 20);
        }
    }

    @Test
    void aClientThatDoesNotSayWhatItIsIsTurnedAwayAsAPage() throws IOException {
        String nameless = "GET /time HTTP/1.1\r\nHost: x\r\n\r\n";
        try (Wire wire = new Wire();
                RawClient raw = wire.raw()) {
            raw.send(nameless);
            assertThat(raw.readAnswer())
                    .startsWith("HTTP/1.1 403 ")
                    .contains("text/html")
                    .contains("<html>");
            raw.send("GET /rpc HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(raw.readAnswer()).startsWith("HTTP/1.1 200 ");
            assertThat(wire.received).extracting(WireRequest::api).containsExactly(Api.CHAIN);
        }
        try (Wire wire = new Wire(ServerSettings.DEFAULTS.withoutAgent());
                RawClient raw = wire.raw()) {
            raw.send(nameless);
            assertThat(raw.readAnswer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aRefusalIsSentInTheVenuesWords() throws IOException {
        try (Wire wire = new Wire()) {
            wire.answers = request -> {
                throw new RefusedException(400, "invalid \"nonce\"");
            };

            try (Response response = wire.get(wire.server.url(Api.CLOB) + "/order")) {
                assertThat(response.code()).isEqualTo(400);
                assertThat(response.body().string()).isEqualTo("{\"error\":\"invalid \\\"nonce\\\"\"}");
            }
        }
    }

    @Test
    void aBrokenServiceAnswersWithStatus500() throws IOException {
        try (Wire wire = new Wire()) {
            wire.answers = request -> {
                throw new IllegalStateException("a bug");
            };

            try (Response response = wire.get(wire.server.url(Api.CLOB) + "/order")) {
                assertThat(response.code()).isEqualTo(500);
                assertThat(response.body().string()).isEqualTo("{\"error\":\"Internal server error\"}");
            }
            wire.answers = request -> WireAnswer.json("[]");
            try (Response response = wire.get(wire.server.url(Api.CLOB) + "/order")) {
                assertThat(response.code()).isEqualTo(200);
            }
        }
    }

    @Test
    void aBrokenFaultAnswersWithStatus500() throws IOException {
        try (Wire wire = new Wire()) {
            wire.faults.before = request -> {
                throw new IllegalStateException("a bug");
            };

            try (Response response = wire.get(wire.server.url(Api.CLOB) + "/order")) {
                assertThat(response.code()).isEqualTo(500);
            }
        }
    }

    @Test
    void aThousandRequestsInOneGoAreAnsweredInOrderOnOneConnection() throws IOException {
        try (Wire wire = new Wire();
                RawClient raw = wire.raw()) {
            wire.answers = request -> WireAnswer.json("\"" + request.path() + "\"");
            Thread sender = new Thread(() -> {
                try {
                    for (int i = 0; i < 1_000; i++) {
                        raw.get("/n/" + i);
                    }
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            sender.start();

            for (int i = 0; i < 1_000; i++) {
                assertThat(raw.readAnswer()).startsWith("HTTP/1.1 200 ").endsWith("\"/n/" + i + "\"");
            }
            assertThat(wire.server.connections()).hasSize(1);
            assertThat(wire.server.log().exchanges())
                    .hasSize(1_000)
                    .allMatch(Exchange::processed)
                    .extracting(exchange -> exchange.request().number())
                    .isSorted();
        }
    }

    @Test
    void theLogKeepsTheNewest() throws IOException {
        try (Wire wire = new Wire(ServerSettings.DEFAULTS.logging(2))) {
            for (int i = 0; i < 3; i++) {
                wire.get(wire.server.url(Api.CLOB) + "/" + i).close();
            }

            assertThat(wire.server.log().exchanges())
                    .extracting(exchange -> exchange.request().path())
                    .containsExactly("/1", "/2");
        }
    }

    @Test
    void closingLeavesNoThreadAndNoPort() throws Exception {
        Set<Thread> before = threads();
        String url;
        try (Wire wire = new Wire(ServerSettings.DEFAULTS.withTls(0));
                RawClient idle = wire.raw();
                RawClient stalled = wire.raw()) {
            url = wire.server.url(Api.CLOB);
            wire.faults.after = answer -> OnAnswer.send(answer).heldFor(Duration.ofDays(1));
            stalled.get("/time");
            wire.server.close();
            assertThat(idle.isGone()).isTrue();
        }

        assertThatThrownBy(() -> new RawClient(url)).isInstanceOf(IOException.class);
        for (Thread thread : threads()) {
            if (!before.contains(thread) && thread.getName().contains("polymarket")) {
                thread.join(TimeUnit.SECONDS.toMillis(5));
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void aTakenPortIsAnError() {
        try (Wire wire = new Wire()) {
            int taken = URI.create(wire.server.url(Api.CLOB)).getPort();

            assertThatThrownBy(() -> new Wire(ServerSettings.DEFAULTS.onPort(taken)))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().collect(Collectors.toSet());
    }
}
