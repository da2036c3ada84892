package io.ploy.testkit.polymarket.clob;

import io.ploy.testkit.polymarket.wire.RefusedException;

/** The venue's words for questions it does not answer. */
final class Refusals {
    private Refusals() {}

    static RefusedException invalidToken() {
        return new RefusedException(400, "Invalid token id");
    }

    static RefusedException invalidSide() {
        return new RefusedException(400, "Invalid side");
    }

    static RefusedException invalidPayload() {
        return new RefusedException(400, "Invalid payload");
    }

    static RefusedException invalidMarket() {
        return new RefusedException(400, "Invalid market");
    }

    static RefusedException tooMany() {
        return new RefusedException(400, "Payload exceeds the limit");
    }

    static RefusedException noBook() {
        return new RefusedException(404, "No orderbook exists for the requested token id");
    }

    static RefusedException noMarket() {
        return new RefusedException(404, "market not found");
    }

    static RefusedException noFeeRate() {
        return new RefusedException(404, "fee rate not found for market");
    }
}
