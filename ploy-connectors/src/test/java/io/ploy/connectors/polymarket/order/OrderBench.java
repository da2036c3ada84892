package io.ploy.connectors.polymarket.order;

import io.ploy.api.market.Side;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.ExchangeDomain;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.Wallet;

/** The steps of making an order one by one, for benchmarks in other packages. */
public final class OrderBench {
    private static final int DRAFTS = 1024;

    private final VenueMarket market = Examples.market();
    private final ExchangeDomain domain =
            Exchanges.of(Chain.POLYGON).of(MarketVersion.CTF, false).orElseThrow();
    private final Token token = Token.parse(Examples.YES.symbol());
    private final OrderDraft[] drafts = new OrderDraft[DRAFTS];
    private final OrderStruct struct;
    private final SelfCheck check;
    private final WireSignature signature;
    private final OrderMaker maker;
    private int next;

    /**
     * Orders of one account.
     *
     * @param kind what holds its money
     * @param signer holds the key of {@link #key()}
     */
    public OrderBench(AccountKind kind, Signer signer) {
        Wallet wallet = Examples.wallet(kind);
        Keccak256 keccak = new Keccak256();
        this.struct = new OrderStruct(wallet, OrderOptions.DEFAULT, keccak);
        this.check = new SelfCheck(Exchanges.of(Chain.POLYGON), wallet, OrderOptions.DEFAULT);
        this.signature = new WireSignature(Chain.POLYGON, wallet, signer, keccak);
        this.maker = Examples.maker(kind, signer);
        for (int i = 0; i < DRAFTS; i++) {
            drafts[i] = Examples.draft(Examples.buy(), 1_000_000_007L * (i + 1), Examples.DECIDED.plusMillis(i));
        }
    }

    /** Whose orders. */
    public static Address key() {
        return Examples.KEY;
    }

    /** A signer that is there at once: it always answers the same well-formed signature. */
    public static Signer instantSigner() {
        byte[] fixed = Examples.SIGNER.sign(new byte[] {1}).bytes();
        return new Signer() {
            @Override
            public Address address() {
                return Examples.KEY;
            }

            @Override
            public void sign(byte[] message, byte[] digest, byte[] to) {
                System.arraycopy(fixed, 0, to, 0, fixed.length);
            }
        };
    }

    /** A signer in plain Java, slow. */
    public static Signer plainSigner() {
        return Examples.SIGNER;
    }

    /** Encodes and hashes the next order. */
    public byte[] digest() {
        OrderDraft draft = draft();
        struct.set(
                domain,
                draft.salt(),
                token,
                Side.BUY,
                10_600_000,
                20_000_000,
                draft.decidedAt().toEpochMilli());
        struct.hash();
        return struct.digest();
    }

    /** Encodes, hashes and signs the next order. */
    public byte[] signed() {
        digest();
        signature.sign(struct);
        return signature.wire();
    }

    /** Encodes and checks the next order. */
    public byte[] checked() {
        OrderDraft draft = draft();
        struct.set(
                domain,
                draft.salt(),
                token,
                Side.BUY,
                10_600_000,
                20_000_000,
                draft.decidedAt().toEpochMilli());
        check.check(struct, token, draft, market);
        return struct.words();
    }

    /** Makes the next order from its draft to its bytes. */
    public PreparedOrder made() {
        return maker.make(draft(), market, Examples.DEADLINE);
    }

    private OrderDraft draft() {
        next = next + 1 & DRAFTS - 1;
        return drafts[next];
    }
}
