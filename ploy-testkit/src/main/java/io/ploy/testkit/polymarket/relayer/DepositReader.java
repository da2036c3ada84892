package io.ploy.testkit.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.chain.ChainCall;
import io.ploy.testkit.polymarket.chain.Work;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.typeddata.Domain;
import io.ploy.testkit.polymarket.typeddata.Words;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Requests for deposit wallets, signed as they are, without the wrap of orders. */
final class DepositReader {
    private static final String CALL = "Call(address target,uint256 value,bytes data)";
    private static final String BATCH = "Batch(address wallet,uint256 nonce,uint256 deadline,Call[] calls)" + CALL;
    private static final long LATEST = 32_503_680_000L;

    private final long chainId;

    DepositReader(long chainId) {
        this.chainId = chainId;
    }

    /** The wallet a request is for. */
    static Address wallet(RequestBody body) {
        return body.object("depositWalletParams").address("depositWallet");
    }

    RelayRequest transaction(RequestBody body, Address from, Address wallet) {
        requireFactory(body);
        long nonce = body.smallNumber("nonce");
        RequestBody terms = body.object("depositWalletParams");
        long deadline = terms.smallNumber("deadline");
        List<ChainCall> calls = new ArrayList<>();
        for (RequestBody call : terms.objects("calls")) {
            calls.add(new ChainCall(call.address("target"), call.number("value"), call.bytes("data")));
        }
        if (calls.isEmpty() || deadline > LATEST) {
            throw new RefusedException(400, "invalid depositWalletParams");
        }
        byte[] separator = new Domain("DepositWallet", "1", chainId, Optional.of(wallet)).separator();
        byte[] structure = new Words(5)
                .text(BATCH)
                .address(wallet)
                .number(nonce)
                .number(deadline)
                .bytes(hash(calls))
                .hash();
        Signatures.require(from, Domain.digest(separator, structure), body.bytes("signature"));
        Instant until = Instant.ofEpochSecond(deadline);
        return new RelayRequest(
                RequestKind.WALLET,
                from,
                body.address("to"),
                wallet,
                Optional.of(nonce),
                Optional.of(until),
                "0x",
                body.text("signature"),
                body.optional("metadata"),
                Work.deposit(wallet, nonce, until, calls));
    }

    private static byte[] hash(List<ChainCall> calls) {
        Words hashes = new Words(calls.size());
        for (ChainCall call : calls) {
            hashes.bytes(new Words(4)
                    .text(CALL)
                    .address(call.target())
                    .number(call.value())
                    .bytes(Keccak256.of(call.data()))
                    .hash());
        }
        return hashes.hash();
    }

    /** Asked for without a signature: it makes nothing but what the key alone can use. */
    RelayRequest creation(RequestBody body, Address from, Address wallet) {
        requireFactory(body);
        return new RelayRequest(
                RequestKind.WALLET_CREATE,
                from,
                body.address("to"),
                wallet,
                Optional.empty(),
                Optional.empty(),
                "0x",
                "",
                body.optional("metadata"),
                Work.create(WalletKind.DEPOSIT, wallet));
    }

    private void requireFactory(RequestBody body) {
        if (!VenueContract.DEPOSIT_WALLET_FACTORY.on(chainId).equals(Optional.of(body.address("to")))) {
            throw new RefusedException(400, "invalid to");
        }
    }
}
