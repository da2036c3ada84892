package io.ploy.testkit.bench;

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
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.auth.L2Authorization;
import io.ploy.connectors.polymarket.order.OrderMaker;
import io.ploy.connectors.polymarket.order.OrderOptions;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.Wallet;
import java.time.Instant;

/** Orders of one account, one after another, at changing prices; made with what an application has too. */
final class Orders {
    private static final int DRAFTS = 1024;
    private static final String API_KEY = "00000000-1111-2222-3333-444444444444";
    private static final Address WALLET = new Address("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    private static final Instant DECIDED = Instant.ofEpochMilli(1_780_974_625_251L);
    private static final Instant DEADLINE = DECIDED.plusSeconds(2);
    private static final InstrumentId YES = new InstrumentId(
            "polymarket", "71321045679252212594626385532706912750332728571942532289631379312455583992563");
    private static final InstrumentId NO = new InstrumentId(
            "polymarket", "52114319501245915516055106046884209969926127482827954674443846427813813222426");

    private final VenueMarket market = new VenueMarket(
            Market.builder(
                            new MarketId("polymarket", "0xc0ffee"),
                            new Outcome("Yes", YES),
                            new Outcome("No", NO),
                            TradingRules.builder(TickSize.CENT).build())
                    .build(),
            false,
            MarketVersion.CTF);
    private final OrderDraft[] drafts = new OrderDraft[DRAFTS];
    private final OrderMaker maker;
    private final L2Authorization authorization;
    private int next;

    Orders(AccountKind kind, Signer signer) {
        Address key = signer.address();
        Wallet wallet = new Wallet(kind, key, kind == AccountKind.EOA ? key : WALLET);
        maker = new OrderMaker(Exchanges.of(Chain.POLYGON), wallet, signer, () -> API_KEY, OrderOptions.DEFAULT);
        authorization = new L2Authorization(
                key,
                new ApiCredentials(
                        API_KEY,
                        new Secret("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=".toCharArray()),
                        new Secret("0123456789abcdef0123456789abcdef".toCharArray())));
        for (int i = 0; i < DRAFTS; i++) {
            drafts[i] = draft(i);
        }
    }

    private OrderDraft draft(int i) {
        OrderRequest request = OrderRequest.buy(
                YES, Quantity.ofShares(100 + i % 7), new Price((50 + i % 40) * TickSize.CENT.micros()));
        ClientOrderId id = new ClientOrderId(new AccountId("main"), 1, i + 1);
        return new OrderDraft(id, 1, request, market.market(), 1_000_000_007L * (i + 1), DECIDED.plusMillis(i));
    }

    OrderDraft draft() {
        next = next + 1 & DRAFTS - 1;
        return drafts[next];
    }

    /** From the draft to the bytes of the body. */
    PreparedOrder make() {
        return maker.make(draft(), market, DEADLINE);
    }

    L2Authorization authorization() {
        return authorization;
    }
}
