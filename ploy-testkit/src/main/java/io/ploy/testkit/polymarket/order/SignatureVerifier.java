package io.ploy.testkit.polymarket.order;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signature;
import io.ploy.core.signing.SignerRecovery;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.typeddata.Domain;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Checks signatures as the exchange contracts of one chain do. It takes a few microseconds of hashing, which a generic
 * encoder of typed data would take many times, and one recovery; that its hashes are a generic encoder's is tested.
 */
final class SignatureVerifier implements OrderVerifier {
    private static final HexFormat HEX = HexFormat.of();

    private final long chainId;
    private final ExchangeSeparators separators;
    private final SignerRecovery recovery = SignerRecovery.shared();

    SignatureVerifier(long chainId) {
        this.chainId = chainId;
        this.separators = new ExchangeSeparators(chainId);
    }

    @Override
    public String hash(SignedOrder order, ListedMarket market) {
        return "0x" + HEX.formatHex(Domain.digest(separators.of(market), OrderHash.of(order)));
    }

    @Override
    public void verify(SignedOrder order, ListedMarket market, VenueAccount account) {
        boolean isWallets = account.kind() == WalletKind.DEPOSIT;
        if (order.signatureType() != account.kind().signatureType()
                || !order.maker().equals(account.wallet())) {
            throw wrongSignature();
        }
        if (!order.signer().equals(isWallets ? account.wallet() : account.signer())) {
            throw new RefusedException(400, "the order signer address has to be the address of the API KEY");
        }
        byte[] signature = HEX.parseHex(order.signature(), 2, order.signature().length());
        byte[] separator = separators.of(market);
        byte[] structHash = OrderHash.of(order);
        Optional<Address> signer = isWallets
                ? WrappedSignature.unwrap(signature, separator, structHash)
                        .flatMap(inner ->
                                signer(separator, OrderHash.inWallet(structHash, account.wallet(), chainId), inner))
                : signer(separator, structHash, signature);
        if (!signer.equals(Optional.of(account.signer()))) {
            throw wrongSignature();
        }
    }

    private Optional<Address> signer(byte[] separator, byte[] structHash, byte[] signature) {
        return signature.length == Signature.LENGTH
                ? recovery.signer(Domain.digest(separator, structHash), signature)
                : Optional.empty();
    }

    private static RefusedException wrongSignature() {
        return new RefusedException(400, "invalid signature");
    }
}
