package io.ploy.testkit.polymarket.fault.transport;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The venue's edge answers in its place: with a page, or by making the client wait. */
final class EdgeRefusal {
    static final Parameter<Integer> STATUS = Parameter.integer("status", "429")
            .between("0", "599")
            .help("With which status; 0 to let the request wait for so many seconds and go on.");
    static final Parameter<Wait> RETRY_AFTER =
            Parameter.choice("retryAfter", Wait.SECONDS).help("How the client is told when to come back.");
    static final Parameter<Integer> SECONDS =
            Parameter.integer("seconds", "5").between("0", "3600").help("When to come back.");
    private static final int FIRST_STATUS = 400;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Forms of {@code Retry-After}. */
    enum Wait {
        SECONDS,
        DATE,
        ABSENT
    }

    private EdgeRefusal() {}

    static Effect create(Injection injection) {
        return Effects.before(injection, ask -> true, ask -> decision(injection));
    }

    private static OnRequest decision(Injection injection) {
        int status = injection.get(STATUS);
        int seconds = injection.get(SECONDS);
        if (status < FIRST_STATUS) {
            return OnRequest.GO_ON.heldFor(Duration.ofSeconds(seconds));
        }
        WireAnswer page = new WireAnswer(
                status,
                Map.of("Content-Type", "text/html; charset=UTF-8", "Server", "cloudflare"),
                "<!DOCTYPE html><html><head><title>" + status + "</title></head><body><h1>Error " + status
                        + "</h1><p>The edge answers.</p></body></html>");
        return OnRequest.refuse(
                switch (injection.get(RETRY_AFTER)) {
                    case SECONDS -> page.with("Retry-After", Integer.toString(seconds));
                    case DATE ->
                        page.with(
                                "Retry-After",
                                DATE.format(injection.venue().state().now().plusSeconds(seconds)));
                    case ABSENT -> page;
                });
    }
}
