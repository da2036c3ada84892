package io.ploy.connectors.polymarket.order;

import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.amount.OrderAmounts;
import io.ploy.connectors.polymarket.protocol.ExchangeDomain;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.protocol.Wallet;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Makes orders that can be sent: amounts, identity, signature and bytes, checked against what was asked before they are
 * handed out. The same draft always gives the same bytes.
 *
 * <p><b>Threading.</b> One thread at a time. Waits as long as the signer does.
 *
 * <p><b>Errors.</b> What cannot be made exactly as asked is refused with an
 * {@link io.ploy.api.order.OrderRefusedException} that names the field, what was found and what is allowed. A signer that
 * cannot sign throws its own {@link io.ploy.api.signing.SigningException}. Either way nothing was made.
 */
public final class OrderMaker {
    private static final byte[] HEX = {'0', 'x'};

    /** More than anybody trades at a time. */
    private static final int TOKENS_KEPT = 4096;

    private final Exchanges exchanges;
    private final Wallet wallet;
    private final Signer signer;
    private final Owner owner;
    private final Tokens tokens = new Tokens(TOKENS_KEPT);
    private final OrderAmounts amounts = new OrderAmounts();
    private final DraftCheck draftCheck;
    private final SelfCheck selfCheck;
    private final OrderStruct struct;
    private final WireSignature signature;
    private final OrderBody body;
    private final JsonBytes id = new JsonBytes();

    /**
     * A maker of one account's orders.
     *
     * @param exchanges that orders are signed for
     * @param wallet whose money, and whose key
     * @param signer holds the key
     * @param owner answers the API key, which every order names; asked for each order
     * @param options what else all orders have in common
     * @throws IllegalArgumentException if the signer holds another key than the wallet's
     */
    public OrderMaker(Exchanges exchanges, Wallet wallet, Signer signer, Supplier<String> owner, OrderOptions options) {
        this(exchanges, wallet, signer, owner, options, new SelfCheck(exchanges, wallet, options));
    }

    OrderMaker(
            Exchanges exchanges,
            Wallet wallet,
            Signer signer,
            Supplier<String> owner,
            OrderOptions options,
            SelfCheck selfCheck) {
        if (!signer.address().equals(wallet.key())) {
            throw new IllegalArgumentException("the signer holds the key of " + signer.address()
                    + ", but the wallet's key is that of " + wallet.key());
        }
        Keccak256 keccak = new Keccak256();
        this.exchanges = exchanges;
        this.wallet = wallet;
        this.signer = signer;
        this.owner = new Owner(owner);
        this.draftCheck = new DraftCheck(options);
        this.selfCheck = selfCheck;
        this.struct = new OrderStruct(wallet, options, keccak);
        this.signature = new WireSignature(exchanges.chain(), wallet, signer, keccak);
        this.body = new OrderBody(wallet, options);
    }

    /**
     * Makes an order.
     *
     * @param draft what is wanted; its time of decision becomes the order's timestamp
     * @param market the instrument's market as it is now
     * @param doNotSendAfter no send may start later
     * @return identity and bytes
     * @throws io.ploy.api.order.OrderRefusedException if it cannot be made exactly as asked
     * @throws io.ploy.api.signing.SigningException if the key cannot be used or reached
     */
    public PreparedOrder make(OrderDraft draft, VenueMarket market, Instant doNotSendAfter) {
        OrderRequest request = draft.request();
        OrderTerms terms = draftCheck.check(draft, market);
        ExchangeDomain domain = domain(market);
        Token token = token(request.instrument().symbol());
        byte[] ownerText = owner.text();
        amounts.set(request, market.market().rules().tickSize());

        struct.set(
                domain,
                draft.salt(),
                token,
                request.side(),
                amounts.makerMicros(),
                amounts.takerMicros(),
                draft.decidedAt().toEpochMilli());
        selfCheck.check(struct, token, draft, market);
        struct.hash();
        sign();

        byte[] bytes = body.write(struct, token, signature.wire(), ownerText, terms);
        return new PreparedOrder(draft.id(), venueOrderId(), doNotSendAfter, bytes);
    }

    private ExchangeDomain domain(VenueMarket market) {
        return exchanges
                .of(market.version(), market.negRisk())
                .orElseThrow(
                        () -> Refusal.of(
                                "market's version",
                                market.version(),
                                "v1 or v2; which exchange it trades on is not known, so the market can be read but not traded"));
    }

    private Token token(String symbol) {
        try {
            return tokens.get(symbol);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(OrderField.TOKEN, "'" + symbol + "'", "a decimal number above 0 and below 2^256");
        }
    }

    private void sign() {
        Address key = signer.address();
        if (!key.equals(wallet.key())) {
            throw Refusal.of("key", key, "that of the wallet, " + wallet.key());
        }
        signature.sign(struct);
        SignatureCheck.check(signature.plain());
    }

    private VenueOrderId venueOrderId() {
        id.clear();
        return new VenueOrderId(id.put(HEX).putHex(struct.digest()).toText());
    }
}
