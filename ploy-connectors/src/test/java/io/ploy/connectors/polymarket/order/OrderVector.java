package io.ploy.connectors.polymarket.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Bytes32;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.vectors.TestSigner;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** The input of an order vector in the connector's own words. */
record OrderVector(JsonNode input) {
    private static final String VENUE = "polymarket";

    static OrderVector of(JsonNode row) {
        return new OrderVector(row.path("input"));
    }

    TestSigner signer() {
        return new TestSigner(text("privateKey"));
    }

    Chain chain() {
        return input.path("chainId").asLong() == Chain.POLYGON.id() ? Chain.POLYGON : Chain.AMOY;
    }

    Wallet wallet() {
        Address key = new Address(text("signerAddress"));
        AccountKind kind = AccountKind.values()[input.path("signatureType").asInt()];
        return new Wallet(kind, key, input.path("funder").isNull() ? key : new Address(text("funder")));
    }

    OrderOptions options() {
        return new OrderOptions(
                bytes("builder"), bytes("metadata"), input.path("deferExec").asBoolean(), Duration.ofMinutes(3));
    }

    private Bytes32 bytes(String name) {
        return input.path(name).isNull() ? Bytes32.ZERO : Bytes32.parse(text(name));
    }

    MarketVersion version() {
        return input.path("exchangeVersion").asInt() == 3 ? MarketVersion.POSITIONS : MarketVersion.CTF;
    }

    boolean negRisk() {
        return input.path("negRisk").asBoolean();
    }

    Side side() {
        return Side.valueOf(text("side"));
    }

    long salt() {
        return Long.parseLong(text("salt"));
    }

    long timestampMillis() {
        return Long.parseLong(text("timestampMs"));
    }

    OrderTerms terms() {
        return new OrderTerms(
                TimeInForce.valueOf(text("orderType")),
                input.path("expiration").asLong(0),
                input.path("postOnly").asBoolean());
    }

    /** Whether it is an order whose price and size the venue can represent, which the venue's client makes so silently. */
    boolean isExact() {
        return !text("kind").equals("exactAmounts")
                && decimal("price").remainder(decimal("tickSize")).signum() == 0
                && quantity().remainder(new BigDecimal("0.01")).signum() == 0;
    }

    boolean hasExactAmounts() {
        return text("kind").equals("exactAmounts");
    }

    private BigDecimal quantity() {
        return decimal(input.path("size").isNull() ? "amount" : "size");
    }

    OrderDraft draft() {
        return new OrderDraft(
                new ClientOrderId(new AccountId("main"), 1, 1),
                1,
                request(),
                market().market(),
                salt(),
                Instant.ofEpochMilli(timestampMillis()));
    }

    private OrderRequest request() {
        InstrumentId instrument = new InstrumentId(VENUE, text("tokenId"));
        Price limit = Price.parse(text("price"));
        String quantity = quantity().toPlainString();
        if (text("kind").equals("market") && side() == Side.BUY) {
            OrderRequest spend = OrderRequest.spend(instrument, Cash.parse(quantity), limit);
            return terms().timeInForce() == TimeInForce.FOK ? spend.fillOrKill() : spend;
        }
        Quantity shares = Quantity.parse(quantity);
        OrderRequest request = side() == Side.BUY
                ? OrderRequest.buy(instrument, shares, limit)
                : OrderRequest.sell(instrument, shares, limit);
        return with(request, terms());
    }

    private static OrderRequest with(OrderRequest request, OrderTerms terms) {
        OrderRequest timed = switch (terms.timeInForce()) {
            case GTC -> request;
            case GTD -> request.restUntil(Instant.ofEpochSecond(terms.expirationSeconds()));
            case FOK -> request.fillOrKill();
            case FAK -> request.fillAndKill();
        };
        return terms.postOnly() ? timed.postOnly() : timed;
    }

    VenueMarket market() {
        TradingRules rules = TradingRules.builder(TickSize.parse(text("tickSize")))
                .minimumSize(Quantity.ZERO)
                .minimumTakerNotional(Cash.ZERO)
                .build();
        Outcome yes = new Outcome("Yes", new InstrumentId(VENUE, text("tokenId")));
        Outcome no = new Outcome("No", new InstrumentId(VENUE, "1"));
        return new VenueMarket(
                Market.builder(new MarketId(VENUE, "0xc0ffee"), yes, no, rules).build(), negRisk(), version());
    }

    private BigDecimal decimal(String name) {
        return new BigDecimal(text(name));
    }

    private String text(String name) {
        return input.path(name).asText();
    }
}
