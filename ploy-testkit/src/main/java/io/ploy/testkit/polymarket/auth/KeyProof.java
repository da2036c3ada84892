package io.ploy.testkit.polymarket.auth;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signature;
import io.ploy.core.signing.SignerRecovery;
import io.ploy.testkit.polymarket.typeddata.Domain;
import io.ploy.testkit.polymarket.typeddata.Words;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Proof by the key itself, the venue's level 1: a signed text with address, time and nonce. Thread-safe. */
final class KeyProof {
    private static final Pattern SIGNATURE = Pattern.compile("0x[0-9a-fA-F]{130}");
    private static final Pattern NONCE = Pattern.compile("[0-9]{1,18}");

    private final TimestampWindow window;
    private final byte[] separator;

    /**
     * Who proved to have a key.
     *
     * @param signer the key's address
     * @param nonce which credentials are asked for
     */
    record Proven(Address signer, long nonce) {}

    KeyProof(long chainId, TimestampWindow window) {
        this.window = window;
        this.separator = new Domain("ClobAuthDomain", "1", chainId, Optional.empty()).separator();
    }

    /**
     * Who sent a request.
     *
     * @throws RefusedException with status 401 if the headers prove nothing
     */
    Proven check(WireRequest request) {
        String timestamp = header(request, "POLY_TIMESTAMP");
        String nonce = header(request, "POLY_NONCE");
        String signature = header(request, "POLY_SIGNATURE");
        Address address = address(header(request, "POLY_ADDRESS"));
        if (!window.holds(timestamp)
                || !NONCE.matcher(nonce).matches()
                || !SIGNATURE.matcher(signature).matches()) {
            throw refused();
        }
        byte[] digest = digest(address, timestamp, new BigInteger(nonce));
        byte[] bytes = HexFormat.of().parseHex(signature, 2, 2 + 2 * Signature.LENGTH);
        if (!SignerRecovery.shared().signer(digest, bytes).equals(Optional.of(address))) {
            throw refused();
        }
        return new Proven(address, Long.parseLong(nonce));
    }

    byte[] digest(Address address, String timestamp, BigInteger nonce) {
        byte[] struct = new Words(5)
                .text("ClobAuth(address address,string timestamp,uint256 nonce,string message)")
                .address(address)
                .text(timestamp)
                .number(nonce)
                .text("This message attests that I control the given wallet")
                .hash();
        return Domain.digest(separator, struct);
    }

    private static String header(WireRequest request, String name) {
        return request.header(name).orElseThrow(KeyProof::refused);
    }

    private static Address address(String text) {
        try {
            return new Address(text);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static RefusedException refused() {
        return new RefusedException(401, "Invalid L1 Request headers");
    }
}
