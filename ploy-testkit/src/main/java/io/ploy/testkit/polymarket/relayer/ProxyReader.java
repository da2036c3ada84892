package io.ploy.testkit.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.testkit.polymarket.chain.ChainCall;
import io.ploy.testkit.polymarket.chain.RevertedException;
import io.ploy.testkit.polymarket.chain.WalletCalls;
import io.ploy.testkit.polymarket.chain.Work;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.typeddata.Words;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Requests for proxy wallets, which a hub carries to their factory. */
final class ProxyReader {
    private static final byte[] PREFIX = "rlx:".getBytes(StandardCharsets.US_ASCII);

    private final long chainId;
    private final Address relay;

    /** The relay is who sends transactions, which is signed with the rest. */
    ProxyReader(long chainId, Address relay) {
        this.chainId = chainId;
        this.relay = relay;
    }

    RelayRequest transaction(RequestBody body, Address from, Address wallet) {
        Address factory = body.address("to");
        byte[] data = body.bytes("data");
        long nonce = body.smallNumber("nonce");
        RequestBody terms = body.object("signatureParams");
        Address hub = terms.address("relayHub");
        requireContract(VenueContract.PROXY_FACTORY, factory, "to");
        requireContract(VenueContract.RELAY_HUB, hub, "relayHub");
        if (!terms.address("relay").equals(relay)) {
            throw new RefusedException(400, "invalid relay");
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(PREFIX);
        message.writeBytes(from.bytes());
        message.writeBytes(factory.bytes());
        message.writeBytes(data);
        message.writeBytes(new Words(4)
                .number(terms.number("relayerFee"))
                .number(terms.number("gasPrice"))
                .number(terms.number("gasLimit"))
                .number(nonce)
                .toBytes());
        message.writeBytes(hub.bytes());
        message.writeBytes(relay.bytes());
        Signatures.requirePersonal(from, Keccak256.of(message.toByteArray()), body.bytes("signature"));
        return new RelayRequest(
                RequestKind.PROXY,
                from,
                factory,
                wallet,
                Optional.of(nonce),
                Optional.empty(),
                body.text("data"),
                body.text("signature"),
                body.optional("metadata"),
                Work.proxy(from, wallet, nonce, calls(data)));
    }

    private static List<ChainCall> calls(byte[] data) {
        try {
            return WalletCalls.ofProxy(data);
        } catch (RevertedException e) {
            throw new RefusedException(400, "invalid data: " + e.reason());
        }
    }

    private void requireContract(VenueContract contract, Address given, String name) {
        if (!contract.on(chainId).equals(Optional.of(given))) {
            throw new RefusedException(400, "invalid " + name);
        }
    }
}
