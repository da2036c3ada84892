package io.ploy.connectors.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.protocol.TypedData;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the relayer is asked for a proxy wallet: to carry out calls. The wallet is made by the first. */
final class ProxyRequests {
    private static final byte[] PREFIX = "rlx:".getBytes(StandardCharsets.US_ASCII);
    private static final int CALL = 1;

    private ProxyRequests() {}

    static SubmitRequest execute(Signer signer, Chain chain, Address proxy, Batch batch, RelayTerms terms) {
        Address factory = Contracts.on(Contract.PROXY_FACTORY, chain);
        Address hub = Contracts.on(Contract.RELAY_HUB, chain);
        byte[] data = data(batch);
        byte[] hash = Keccak256.of(Abi.words()
                .raw(PREFIX)
                .raw(signer.address().bytes())
                .raw(factory.bytes())
                .raw(data)
                .number(0) // fee of the relay
                .number(0) // gas price
                .number(terms.gasLimit())
                .number(terms.nonce())
                .raw(hub.bytes())
                .raw(terms.relay().bytes())
                .toBytes());
        return new RequestBody()
                .address("from", signer.address())
                .address("to", factory)
                .address("proxyWallet", proxy)
                .hex("data", data)
                .text("nonce", Long.toString(terms.nonce()))
                .hex("signature", PersonalMessage.sign(signer, hash))
                .object("signatureParams")
                .zeros("gasPrice")
                .text("gasLimit", Long.toString(terms.gasLimit()))
                .zeros("relayerFee")
                .address("relayHub", hub)
                .address("relay", terms.relay())
                .end()
                .text("type", "PROXY")
                .text("metadata", batch.note())
                .request("PROXY");
    }

    /** An array of structures of changing length: where each begins, then each. */
    private static byte[] data(Batch batch) {
        List<byte[]> calls = new ArrayList<>();
        for (ContractCall call : batch.calls()) {
            calls.add(Abi.words()
                    .number(CALL)
                    .address(call.target())
                    .number(call.value())
                    .number(4L * TypedData.WORD)
                    .bytes(call.data())
                    .toBytes());
        }
        Abi data = Abi.call("proxy((uint8,address,uint256,bytes)[])")
                .number(TypedData.WORD)
                .number(calls.size());
        long at = (long) calls.size() * TypedData.WORD;
        for (byte[] call : calls) {
            data.number(at);
            at += call.length;
        }
        calls.forEach(data::raw);
        return data.toBytes();
    }
}
