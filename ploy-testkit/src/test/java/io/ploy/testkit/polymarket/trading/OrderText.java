package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.Side;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.record.Origin;
import java.math.BigDecimal;

/** An order as a client posts it. Changed in place. */
final class OrderText {
    private static long salts;

    final ObjectNode json = Bodies.object();
    final ObjectNode order = json.putObject("order");

    OrderText(VenueAccount account, String owner, Side side, String makerAmount, String takerAmount) {
        json.put("deferExec", false);
        json.put("postOnly", false);
        json.put("owner", owner);
        json.put("orderType", "GTC");
        order.put("salt", ++salts);
        order.put("maker", account.wallet().checksummed());
        order.put("signer", (account.kind() == WalletKind.DEPOSIT ? account.wallet() : account.signer()).checksummed());
        order.put("tokenId", VenueFixture.YES);
        order.put("makerAmount", micros(makerAmount));
        order.put("takerAmount", micros(takerAmount));
        order.put("side", side.name());
        order.put("signatureType", account.kind().signatureType());
        order.put("timestamp", Long.toString(VenueFixture.START.toEpochMilli()));
        order.put("expiration", "0");
        order.put("metadata", Origin.NO_BUILDER);
        order.put("builder", Origin.NO_BUILDER);
        order.put("signature", "0x600d");
    }

    OrderText type(String orderType) {
        json.put("orderType", orderType);
        return this;
    }

    OrderText until(long seconds) {
        order.put("expiration", Long.toString(seconds));
        return type("GTD");
    }

    OrderText postOnly() {
        json.put("postOnly", true);
        return this;
    }

    OrderText token(String token) {
        order.put("tokenId", token);
        return this;
    }

    OrderText with(String member, String value) {
        order.put(member, value);
        return this;
    }

    private static String micros(String amount) {
        return new BigDecimal(amount).movePointRight(6).toBigIntegerExact().toString();
    }
}
