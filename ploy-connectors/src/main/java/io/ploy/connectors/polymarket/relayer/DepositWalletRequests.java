package io.ploy.connectors.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.protocol.TypedData;
import java.time.Instant;

/** What the relayer is asked for a deposit wallet: to carry out calls, and to be made. Signed by its owner without a wrap. */
final class DepositWalletRequests {
    private static final String CALL_TYPE = "Call(address target,uint256 value,bytes data)";
    private static final byte[] CALL = TypedData.hash(CALL_TYPE);
    private static final byte[] BATCH =
            TypedData.hash("Batch(address wallet,uint256 nonce,uint256 deadline,Call[] calls)" + CALL_TYPE);

    private DepositWalletRequests() {}

    static SubmitRequest execute(
            Signer signer, Chain chain, Address wallet, Batch batch, long nonce, Instant deadline) {
        byte[] message = message(chain, wallet, batch, nonce, deadline.getEpochSecond());
        RequestBody body = new RequestBody()
                .text("type", "WALLET")
                .address("from", signer.address())
                .address("to", Contracts.on(Contract.DEPOSIT_WALLET_FACTORY, chain))
                .text("nonce", Long.toString(nonce))
                .hex("signature", signer.sign(message).bytes())
                .object("depositWalletParams")
                .address("depositWallet", wallet)
                .text("deadline", Long.toString(deadline.getEpochSecond()))
                .list("calls");
        for (ContractCall call : batch.calls()) {
            body.item()
                    .address("target", call.target())
                    .text("value", call.value().toString())
                    .text("data", call.dataHex())
                    .end();
        }
        body.endList().end();
        if (!batch.note().isEmpty()) {
            body.text("metadata", batch.note());
        }
        return body.request("WALLET");
    }

    private static byte[] message(Chain chain, Address wallet, Batch batch, long nonce, long deadline) {
        Abi calls = Abi.words();
        for (ContractCall call : batch.calls()) {
            calls.word(Keccak256.of(Abi.words()
                    .word(CALL)
                    .address(call.target())
                    .number(call.value())
                    .word(Keccak256.of(call.data()))
                    .toBytes()));
        }
        byte[] structure = Keccak256.of(Abi.words()
                .word(BATCH)
                .address(wallet)
                .number(nonce)
                .number(deadline)
                .word(Keccak256.of(calls.toBytes()))
                .toBytes());
        byte[] message = TypedData.message(TypedData.separator("DepositWallet", "1", chain.id(), wallet));
        System.arraycopy(structure, 0, message, TypedData.MESSAGE - TypedData.WORD, TypedData.WORD);
        return message;
    }

    static SubmitRequest create(Signer signer, Chain chain) {
        return new RequestBody()
                .text("type", "WALLET-CREATE")
                .address("from", signer.address())
                .address("to", Contracts.on(Contract.DEPOSIT_WALLET_FACTORY, chain))
                .request("WALLET-CREATE");
    }
}
