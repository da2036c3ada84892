package io.ploy.connectors.polymarket.order;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.vectors.TestSigner;
import java.time.Instant;

/** One market, one account and one order to start from. */
final class Examples {
    static final TestSigner SIGNER =
            new TestSigner("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
    static final Address KEY = SIGNER.address();
    static final Address FUNDER = new Address("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    static final String OWNER = "00000000-1111-2222-3333-444444444444";
    static final Instant DECIDED = Instant.ofEpochMilli(1_780_974_625_251L);
    static final Instant DEADLINE = DECIDED.plusSeconds(2);

    static final InstrumentId YES = new InstrumentId(
            "polymarket", "71321045679252212594626385532706912750332728571942532289631379312455583992563");
    static final InstrumentId NO = new InstrumentId(
            "polymarket", "52114319501245915516055106046884209969926127482827954674443846427813813222426");

    private Examples() {}

    static VenueMarket market(TickSize tick, boolean negRisk, MarketVersion version) {
        Market market = Market.builder(
                        new MarketId("polymarket", "0xc0ffee"),
                        new Outcome("Yes", YES),
                        new Outcome("No", NO),
                        TradingRules.builder(tick).build())
                .build();
        return new VenueMarket(market, negRisk, version);
    }

    static VenueMarket market() {
        return market(TickSize.CENT, false, MarketVersion.CTF);
    }

    static OrderRequest buy() {
        return OrderRequest.buy(YES, Quantity.ofShares(20), Price.parse("0.53"));
    }

    static OrderDraft draft(OrderRequest request) {
        return draft(request, 607_806_493_686L, DECIDED);
    }

    static OrderDraft draft(OrderRequest request, long salt, Instant decidedAt) {
        return new OrderDraft(
                new ClientOrderId(new AccountId("main"), 1, 7), 1, request, market().market(), salt, decidedAt);
    }

    static Wallet wallet(AccountKind kind) {
        return new Wallet(kind, KEY, kind == AccountKind.EOA ? KEY : FUNDER);
    }

    static OrderMaker maker(AccountKind kind) {
        return maker(kind, SIGNER);
    }

    static OrderMaker maker(AccountKind kind, Signer signer) {
        return new OrderMaker(Exchanges.of(Chain.POLYGON), wallet(kind), signer, () -> OWNER, OrderOptions.DEFAULT);
    }
}
