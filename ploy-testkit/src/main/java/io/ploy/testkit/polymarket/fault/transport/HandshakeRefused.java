package io.ploy.testkit.polymarket.fault.transport;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.OnRequest;

/** Turns WebSocket clients away. */
final class HandshakeRefused {
    static final Parameter<Integer> STATUS =
            Parameter.integer("status", "429").between("400", "599").help("With which status.");

    private HandshakeRefused() {}

    static Effect create(Injection injection) {
        int status = injection.get(STATUS);
        return new Effect() {
            @Override
            public OnRequest handshake(Ask handshake) {
                return injection.fires(handshake)
                        ? OnRequest.refuse(Effects.refusal(status, "refused"))
                        : OnRequest.GO_ON;
            }
        };
    }
}
