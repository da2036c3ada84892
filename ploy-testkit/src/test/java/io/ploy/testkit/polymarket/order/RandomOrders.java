package io.ploy.testkit.polymarket.order;

import io.ploy.api.market.Side;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signature;
import io.ploy.api.signing.Signer;
import io.ploy.testkit.polymarket.account.WalletKind;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** Orders of any numbers, from a seed, and their signatures. */
final class RandomOrders {
    private final SplittableRandom random;

    RandomOrders(long seed) {
        random = new SplittableRandom(seed);
    }

    Address address() {
        return Address.of(bytes(20), 0);
    }

    SignedOrder order(WalletKind kind, Address maker, Address signer) {
        return new SignedOrder(
                BigInteger.valueOf(random.nextLong(1L << 53)),
                maker,
                signer,
                new BigInteger(1, bytes(1 + random.nextInt(32))).toString(),
                random.nextLong(Long.MAX_VALUE) >> random.nextInt(63),
                random.nextLong(Long.MAX_VALUE) >> random.nextInt(63),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                kind.signatureType(),
                random.nextLong(Long.MAX_VALUE) >> random.nextInt(63),
                0,
                "0x" + HexFormat.of().formatHex(bytes(32)),
                "0x" + HexFormat.of().formatHex(bytes(32)),
                "0x00");
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    static SignedOrder with(SignedOrder order, byte[] signature) {
        return new SignedOrder(
                order.salt(),
                order.maker(),
                order.signer(),
                order.tokenId(),
                order.makerAmount(),
                order.takerAmount(),
                order.side(),
                order.signatureType(),
                order.timestamp(),
                order.expiration(),
                order.metadata(),
                order.builder(),
                "0x" + HexFormat.of().formatHex(signature));
    }

    /** Signs a digest that was made elsewhere. */
    static byte[] signature(Signer signer, byte[] digest) {
        byte[] signature = new byte[Signature.LENGTH];
        signer.sign(digest, digest, signature);
        return signature;
    }

    static byte[] wrapped(byte[] inner, byte[] separator, byte[] structHash, String type) {
        byte[] text = type.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(inner.length + separator.length + structHash.length + text.length + 2)
                .put(inner)
                .put(separator)
                .put(structHash)
                .put(text)
                .putShort((short) text.length)
                .array();
    }
}
