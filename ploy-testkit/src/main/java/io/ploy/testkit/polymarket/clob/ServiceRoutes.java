package io.ploy.testkit.polymarket.clob;

import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService.Turn;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Questions about the service itself, and about rewards and rebates, of which there are none. */
final class ServiceRoutes {
    private static final Pattern BUILDER_CODE = Pattern.compile("0x[0-9a-fA-F]{64}");

    private final VenueState state;

    ServiceRoutes(VenueState state) {
        this.state = state;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/ok", (request, parts) -> () -> WireAnswer.json("\"OK\""))
                .on("GET", "/time", (request, parts) -> this::time)
                .on("GET", "/version", (request, parts) -> () -> WireAnswer.json("{\"version\":2}"))
                .on("GET", "/fees/builder-fees/{code}", this::builderFees)
                .on("GET", "/rewards/markets/current", this::nothing)
                .on("GET", "/rewards/markets/multi", this::nothing)
                .on("GET", "/rewards/markets/{condition}", this::nothing)
                .on("GET", "/rebates/current", (request, parts) -> () -> WireAnswer.json("[]"));
    }

    private WireAnswer time() {
        return WireAnswer.json(Long.toString(state.loop().timeline().now().getEpochSecond()));
    }

    private Turn nothing(WireRequest request, Map<String, String> parts) {
        Cursor cursor = Cursor.of(request);
        return () -> WireAnswer.json(cursor.page(List.of(), entry -> {
            throw new IllegalStateException("nothing has no entry");
        }));
    }

    /** Every code is taken, and none costs anything. */
    private Turn builderFees(WireRequest request, Map<String, String> parts) {
        if (!BUILDER_CODE.matcher(parts.getOrDefault("code", "")).matches()) {
            throw new RefusedException(400, "Invalid builder code");
        }
        return () -> WireAnswer.json("{\"builder_maker_fee_rate_bps\":0,\"builder_taker_fee_rate_bps\":0}");
    }
}
