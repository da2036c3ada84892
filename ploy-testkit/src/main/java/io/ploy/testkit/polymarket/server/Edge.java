package io.ploy.testkit.polymarket.server;

import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.Map;
import java.util.Optional;

/** The network in front of the venue's own hosts, which turns away clients that do not say what they are. */
final class Edge {
    private static final WireAnswer FORBIDDEN =
            new WireAnswer(403, Map.of("Content-Type", "text/html; charset=UTF-8"), """
            <!DOCTYPE html>
            <html>
            <head><title>403 Forbidden</title></head>
            <body><h1>403 Forbidden</h1><p>The request was blocked.</p></body>
            </html>
            """);

    private final boolean agentRequired;

    Edge(boolean agentRequired) {
        this.agentRequired = agentRequired;
    }

    Optional<WireAnswer> refusal(WireRequest request) {
        boolean ours = request.api() != Api.CHAIN && request.api() != Api.CONTROL;
        boolean silent = request.header("user-agent").orElse("").isBlank();
        return agentRequired && ours && silent ? Optional.of(FORBIDDEN) : Optional.empty();
    }
}
