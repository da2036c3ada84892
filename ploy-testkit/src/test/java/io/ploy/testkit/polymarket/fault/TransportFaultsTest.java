package io.ploy.testkit.polymarket.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.ploy.api.order.PreparedOrder;
import io.ploy.testkit.polymarket.client.WireClient.Answer;
import io.ploy.testkit.polymarket.fault.FaultBench.Ear;
import io.ploy.testkit.polymarket.server.ServerCertificate;
import io.ploy.testkit.polymarket.server.ServerSettings;
import io.ploy.testkit.polymarket.wire.Api;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F44, F51, F53, F55 and F56 on the wire. */
class TransportFaultsTest {
    private final FaultBench bench =
            new FaultBench("longdated:questions=1;newer=0;traffic=none", ServerSettings.DEFAULTS.withTls(0));

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLOSE", "RESET", "CLOSE_CODE"})
    void f44AWebSocketDies(String how) {
        Ear ear = bench.market(bench.yes.symbol());
        bench.inject(Fault.F44, fault -> fault.with("how", how).with("code", "4001"));
        await().atMost(FaultBench.PATIENCE).until(() -> ear.ended);
        assertThat(ear.code).isEqualTo(how.equals("CLOSE_CODE") ? 4001 : 0);
        assertThat(bench.market(bench.yes.symbol()).open).as("once only").isTrue();
    }

    @Test
    void f44AWebSocketOnlySeemsToLive() {
        Ear ear = bench.market(bench.yes.symbol());
        int pongs = ear.pongs();
        bench.venue.inject(
                Fault.F44, "late", fault -> fault.with("how", "LATE_PONG").with("late", "30s"));
        ear.socket().send("PING");
        await().atMost(FaultBench.PATIENCE)
                .until(() -> bench.venue.log().frames().stream()
                                .filter(frame -> frame.text().equals("PING"))
                                .count()
                        >= 2);
        bench.advance("29");
        assertThat(ear.pongs()).isEqualTo(pongs);
        bench.advance("1");
        await().atMost(FaultBench.PATIENCE).until(() -> ear.pongs() > pongs);
        bench.venue.inject(Fault.F44, "half-open", fault -> fault.with("how", "HALF_OPEN"));
        bench.post(bench.buy("10", "0.10"));
        assertThat(ear.events("price_change")).isEmpty();
        assertThat(ear.ended).isFalse();
    }

    @Test
    void f51HandshakesAreRefused() {
        bench.inject(Fault.F51, fault -> fault.times(2).with("status", "429").where("channel", "market"));
        assertThat(bench.market(bench.yes.symbol()).refused).isEqualTo(429);
        assertThat(bench.user().open).isTrue();
        assertThat(bench.market(bench.yes.symbol()).refused).isEqualTo(429);
        assertThat(bench.market(bench.yes.symbol()).open).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECONDS", "DATE", "ABSENT"})
    void f53TheEdgeAnswersInHtml(String wait) throws IOException {
        bench.inject(
                Fault.F53,
                fault -> fault.times(1)
                        .with("status", "502")
                        .with("retryAfter", wait)
                        .with("seconds", "7"));
        OkHttpClient http = new OkHttpClient();
        try (Response response = http.newCall(new Request.Builder()
                        .url(bench.venue.url(Api.CLOB) + "/time")
                        .build())
                .execute()) {
            assertThat(response.code()).isEqualTo(502);
            assertThat(response.body().string()).startsWith("<!DOCTYPE html>");
            assertThat(response.header("Retry-After"))
                    .isEqualTo(
                            switch (wait) {
                                case "SECONDS" -> "7";
                                case "DATE" -> "Fri, 20 Nov 2026 12:00:07 GMT";
                                default -> null;
                            });
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
        assertThat(bench.wire.get(Api.CLOB, "/time").status()).isEqualTo(200);
    }

    @Test
    void f53TheEdgeLetsRequestsWait() {
        bench.inject(Fault.F53, fault -> fault.times(1).with("status", "0").with("seconds", "5"));
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> bench.wire.get(Api.CLOB, "/time"));
        bench.awaitStrike(Fault.F53);
        bench.advance("4");
        assertThat(answer).isNotDone();
        bench.advance("1");
        assertThat(answer.join().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GOAWAY_NOT_PROCESSED", "GOAWAY_PROCESSED", "RESET_BEFORE", "RESET_AFTER", "REFUSED_STREAM"})
    void f55Http2EndsUnderARequest(String how) throws IOException {
        OkHttpClient http = http2();
        try {
            bench.inject(Fault.F55, fault -> fault.times(1).with("how", how));
            assertThat(secure(http, "GET", "/time", "").protocol()).isEqualTo(Protocol.HTTP_2);
            PreparedOrder order = bench.sign(bench.buy("10", "0.10"));
            assertThat(catchThrowable(() -> secure(http, "POST", "/order", FaultBench.body(order))))
                    .isInstanceOf(IOException.class);
            boolean processed = (how.endsWith("PROCESSED") && !how.contains("NOT")) || how.equals("RESET_AFTER");
            assertThat(bench.order(order).isPresent()).isEqualTo(processed);
            assertThat(secure(http, "POST", "/order", FaultBench.body(bench.sign(bench.buy("10", "0.11"))))
                            .code())
                    .isEqualTo(200);
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }

    private OkHttpClient http2() {
        ServerCertificate certificate = bench.venue.certificate().orElseThrow();
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .sslSocketFactory(certificate.clientContext().getSocketFactory(), certificate.trustManager())
                .build();
    }

    private Response secure(OkHttpClient http, String method, String path, String body) throws IOException {
        Request.Builder request = new Request.Builder()
                .url(bench.venue.secureUrl(Api.CLOB) + path)
                .method(method, body.isEmpty() ? null : RequestBody.create(body, MediaType.get("application/json")));
        Map<String, String> headers =
                bench.trader.headers(method, path, body, bench.venue.clock().instant());
        headers.forEach(request::header);
        try (Response response = http.newCall(request.build()).execute()) {
            response.body().string();
            return response;
        }
    }

    @Test
    void f56ConnectionsFailBelowHttp() throws IOException {
        OkHttpClient http = http2();
        try {
            bench.venue.inject(Fault.F56, "away", fault -> fault.times(1).with("how", "TURNED_AWAY"));
            assertThat(catchThrowable(() -> secure(http, "GET", "/time", "")))
                    .as("no TLS")
                    .isInstanceOf(IOException.class);
            assertThat(secure(http, "GET", "/time", "").code()).isEqualTo(200);
            bench.venue.inject(Fault.F56, "stale", fault -> fault.times(1).with("how", "STALE"));
            PreparedOrder order = bench.sign(bench.buy("10", "0.10"));
            assertThat(catchThrowable(() -> secure(http, "POST", "/order", FaultBench.body(order))))
                    .isInstanceOf(IOException.class);
            assertThat(bench.order(order)).isEmpty();
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }

    @Test
    void f56AllConnectionsAreClosed() {
        Ear ear = bench.market(bench.yes.symbol());
        bench.inject(Fault.F56, fault -> fault.times(1).with("how", "ALL_CLOSED"));
        await().atMost(FaultBench.PATIENCE).until(() -> ear.ended);
    }
}
