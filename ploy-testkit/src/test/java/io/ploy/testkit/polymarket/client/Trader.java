package io.ploy.testkit.polymarket.client;

import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.secret.Secret;
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
import io.ploy.core.signing.LocalKey;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signs an account's orders and requests as the production connector does; the same calls make the same bytes. */
public final class Trader implements AutoCloseable {
    private static final Duration SENDABLE = Duration.ofMinutes(10);

    private final TestAccount account;
    private final LocalKey key;
    private final OrderMaker maker;
    private final L2Authorization authorization;
    private long orders;

    public Trader(TestAccount account) {
        this.account = account;
        key = account.openKey();
        Wallet wallet = new Wallet(
                AccountKind.values()[account.account().kind().ordinal()],
                account.account().signer(),
                account.account().wallet());
        maker = new OrderMaker(
                Exchanges.of(Chain.POLYGON),
                wallet,
                key,
                () -> account.credentials().apiKey(),
                OrderOptions.DEFAULT);
        authorization = new L2Authorization(
                account.account().signer(),
                new ApiCredentials(
                        account.credentials().apiKey(),
                        new Secret(account.credentials().secret().toCharArray()),
                        new Secret(account.credentials().passphrase().toCharArray())));
    }

    public TestAccount account() {
        return account;
    }

    /** A signed order whose salt is its number. */
    public PreparedOrder order(ListedMarket market, OrderRequest request, Instant at) {
        long number = ++orders;
        OrderDraft draft = new OrderDraft(
                new ClientOrderId(account.account().id(), 1, number), 1, request, market.market(), number, at);
        return maker.make(draft, venueMarket(market), at.plus(SENDABLE));
    }

    private static VenueMarket venueMarket(ListedMarket market) {
        MarketVersion version = market.version() == ProtocolVersion.V1 ? MarketVersion.CTF : MarketVersion.POSITIONS;
        return new VenueMarket(market.market(), market.negRisk(), version);
    }

    /** The headers that prove who asks. */
    public Map<String, String> headers(String method, String path, String body, Instant at) {
        Map<String, String> headers = new LinkedHashMap<>();
        authorization.sign(method, path, body.getBytes(StandardCharsets.UTF_8), at.getEpochSecond(), headers::put);
        return headers;
    }

    /** What opens the user channel for every market. */
    public String userSubscription() {
        return "{\"auth\":{\"apiKey\":\"" + account.credentials().apiKey() + "\",\"secret\":\""
                + account.credentials().secret() + "\",\"passphrase\":\""
                + account.credentials().passphrase() + "\"},\"type\":\"user\",\"markets\":[]}";
    }

    @Override
    public void close() {
        key.close();
    }
}
