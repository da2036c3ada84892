package io.ploy.testkit.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.chain.ChainCall;
import io.ploy.testkit.polymarket.chain.RevertedException;
import io.ploy.testkit.polymarket.chain.WalletCalls;
import io.ploy.testkit.polymarket.chain.Work;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.typeddata.Domain;
import io.ploy.testkit.polymarket.typeddata.Words;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Requests for Safes. Source: the Safe's contracts 1.3.0 and the venue's relayer client. */
final class SafeReader {
    private static final String TRANSACTION =
            "SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,"
                    + "uint256 gasPrice,address gasToken,address refundReceiver,uint256 nonce)";
    private static final String CREATION = "CreateProxy(address paymentToken,uint256 payment,address paymentReceiver)";
    private static final String FACTORY = "Polymarket Contract Proxy Factory";
    private static final Address NOBODY = new Address("0x0000000000000000000000000000000000000000");

    private final long chainId;

    SafeReader(long chainId) {
        this.chainId = chainId;
    }

    RelayRequest transaction(RequestBody body, Address from, Address wallet) {
        Address to = body.address("to");
        byte[] data = body.bytes("data");
        long nonce = body.smallNumber("nonce");
        RequestBody terms = body.object("signatureParams");
        BigInteger operation = terms.number("operation");
        byte[] structure = new Words(11)
                .text(TRANSACTION)
                .address(to)
                .number(0)
                .bytes(Keccak256.of(data))
                .number(operation)
                .number(terms.number("safeTxnGas"))
                .number(terms.number("baseGas"))
                .number(terms.number("gasPrice"))
                .address(terms.address("gasToken"))
                .address(terms.address("refundReceiver"))
                .number(nonce)
                .hash();
        byte[] domain = new Words(3)
                .text("EIP712Domain(uint256 chainId,address verifyingContract)")
                .number(chainId)
                .address(wallet)
                .hash();
        Signatures.requireOfSafe(from, Domain.digest(domain, structure), body.bytes("signature"));
        return new RelayRequest(
                RequestKind.SAFE,
                from,
                to,
                wallet,
                Optional.of(nonce),
                Optional.empty(),
                body.text("data"),
                body.text("signature"),
                body.optional("metadata"),
                Work.safe(wallet, nonce, calls(to, data, operation)));
    }

    /** One call, or those of the contract that a Safe lets act in its name. */
    private List<ChainCall> calls(Address to, byte[] data, BigInteger operation) {
        if (operation.signum() == 0) {
            return List.of(new ChainCall(to, BigInteger.ZERO, data));
        }
        boolean isMultiSend = operation.equals(BigInteger.ONE)
                && VenueContract.MULTI_SEND.on(chainId).equals(Optional.of(to));
        if (!isMultiSend) {
            throw new RefusedException(400, "invalid operation");
        }
        try {
            return WalletCalls.ofMultiSend(data);
        } catch (RevertedException e) {
            throw new RefusedException(400, "invalid data: " + e.reason());
        }
    }

    RelayRequest creation(RequestBody body, Address from, Address wallet) {
        Address factory = body.address("to");
        if (!VenueContract.SAFE_FACTORY.on(chainId).equals(Optional.of(factory))) {
            throw new RefusedException(400, "invalid to");
        }
        RequestBody terms = body.object("signatureParams");
        if (!terms.address("paymentToken").equals(NOBODY)
                || terms.number("payment").signum() != 0
                || !terms.address("paymentReceiver").equals(NOBODY)) {
            throw new RefusedException(400, "invalid signatureParams");
        }
        byte[] structure = new Words(4)
                .text(CREATION)
                .address(NOBODY)
                .number(0)
                .address(NOBODY)
                .hash();
        byte[] domain = new Words(4)
                .text("EIP712Domain(string name,uint256 chainId,address verifyingContract)")
                .text(FACTORY)
                .number(chainId)
                .address(factory)
                .hash();
        Signatures.require(from, Domain.digest(domain, structure), body.bytes("signature"));
        return new RelayRequest(
                RequestKind.SAFE_CREATE,
                from,
                factory,
                wallet,
                Optional.empty(),
                Optional.empty(),
                body.text("data"),
                body.text("signature"),
                body.optional("metadata"),
                Work.create(WalletKind.SAFE, wallet));
    }
}
