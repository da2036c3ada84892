package io.ploy.connectors.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.protocol.TypedData;
import java.math.BigInteger;

/** What the relayer is asked for a Safe: to carry out calls, and to be made. Source: the Safe's contracts, release 1.3.0. */
final class SafeRequests {
    private static final byte[] TRANSACTION = TypedData.hash(
            "SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,"
                    + "uint256 gasPrice,address gasToken,address refundReceiver,uint256 nonce)");
    private static final byte[] CREATION =
            TypedData.hash("CreateProxy(address paymentToken,uint256 payment,address paymentReceiver)");
    private static final byte[] SAFE_DOMAIN = TypedData.hash("EIP712Domain(uint256 chainId,address verifyingContract)");
    private static final byte[] FACTORY_DOMAIN =
            TypedData.hash("EIP712Domain(string name,uint256 chainId,address verifyingContract)");
    private static final String FACTORY_NAME = "Polymarket Contract Proxy Factory";
    private static final byte[] ZERO = new byte[TypedData.WORD];

    /** Carried out by the Safe itself, not called: only for the contract that makes several calls. */
    private static final int DELEGATE = 1;

    /** Where v stands in a signature. */
    private static final int V = 64;

    /** What the Safe adds to v where a personal message was signed. */
    private static final int PERSONAL = 4;

    private SafeRequests() {}

    static SubmitRequest execute(Signer signer, Chain chain, Address safe, Batch batch, long nonce) {
        ContractCall call = batch.calls().size() == 1
                ? batch.calls().get(0)
                : multiSend(Contracts.on(Contract.SAFE_MULTISEND, chain), batch);
        int operation = batch.calls().size() == 1 ? 0 : DELEGATE;
        byte[] signature = PersonalMessage.sign(signer, digest(chain, safe, call, operation, nonce));
        signature[V] = (byte) (signature[V] + PERSONAL);
        return new RequestBody()
                .address("from", signer.address())
                .address("to", call.target())
                .address("proxyWallet", safe)
                .text("data", call.dataHex())
                .text("nonce", Long.toString(nonce))
                .hex("signature", signature)
                .object("signatureParams")
                .zeros("gasPrice")
                .text("operation", Integer.toString(operation))
                .zeros("safeTxnGas", "baseGas")
                .nobody("gasToken")
                .nobody("refundReceiver")
                .end()
                .text("type", "SAFE")
                .text("metadata", batch.note())
                .request("SAFE");
    }

    private static byte[] digest(Chain chain, Address safe, ContractCall call, int operation, long nonce) {
        byte[] domain = Keccak256.of(
                Abi.words().word(SAFE_DOMAIN).number(chain.id()).address(safe).toBytes());
        byte[] transaction = Keccak256.of(Abi.words()
                .word(TRANSACTION)
                .address(call.target())
                .number(call.value())
                .word(Keccak256.of(call.data()))
                .number(operation)
                .number(0) // gas of the transaction
                .number(0) // base gas
                .number(0) // gas price
                .word(ZERO) // gas token
                .word(ZERO) // refund receiver
                .number(nonce)
                .toBytes());
        return Keccak256.of(message(domain, transaction));
    }

    private static ContractCall multiSend(Address multiSend, Batch batch) {
        Abi packed = Abi.words();
        for (ContractCall call : batch.calls()) {
            byte[] data = call.data();
            packed.raw(new byte[1])
                    .raw(call.target().bytes())
                    .number(call.value())
                    .number(data.length)
                    .raw(data);
        }
        Abi data = Abi.call("multiSend(bytes)").number(TypedData.WORD).bytes(packed.toBytes());
        return new ContractCall(multiSend, BigInteger.ZERO, data.toBytes());
    }

    static SubmitRequest create(Signer signer, Chain chain, Address safe) {
        Address factory = Contracts.on(Contract.SAFE_FACTORY, chain);
        byte[] domain = Keccak256.of(Abi.words()
                .word(FACTORY_DOMAIN)
                .word(TypedData.hash(FACTORY_NAME))
                .number(chain.id())
                .address(factory)
                .toBytes());
        byte[] creation = Keccak256.of(
                Abi.words().word(CREATION).word(ZERO).number(0).word(ZERO).toBytes());
        return new RequestBody()
                .address("from", signer.address())
                .address("to", factory)
                .address("proxyWallet", safe)
                .text("data", "0x")
                .hex("signature", signer.sign(message(domain, creation)).bytes())
                .object("signatureParams")
                .nobody("paymentToken")
                .zeros("payment")
                .nobody("paymentReceiver")
                .end()
                .text("type", "SAFE-CREATE")
                .request("SAFE-CREATE");
    }

    private static byte[] message(byte[] domain, byte[] structure) {
        byte[] message = TypedData.message(domain);
        System.arraycopy(structure, 0, message, TypedData.MESSAGE - TypedData.WORD, TypedData.WORD);
        return message;
    }
}
