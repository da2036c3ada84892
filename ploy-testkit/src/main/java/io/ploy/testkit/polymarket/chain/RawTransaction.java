package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.api.signing.Signature;
import io.ploy.core.signing.SignerRecovery;
import io.ploy.testkit.polymarket.typeddata.Words;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads signed transactions: of the first kind with a chain's number in the signature (EIP-155), and of type 2 (EIP-1559). */
final class RawTransaction {
    private static final int LEGACY_MEMBERS = 9;
    private static final int TYPED_MEMBERS = 12;
    private static final int DYNAMIC_FEE = 2;
    private static final int FIRST_LIST = 0xc0;
    private static final byte[] EMPTY_LIST = {(byte) FIRST_LIST};
    private static final int V = 27;
    private static final int V_OF_CHAIN = 35;

    private final long chainId;

    RawTransaction(long chainId) {
        this.chainId = chainId;
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException in a node's words if it cannot be read, or is not signed for this chain
     */
    ChainTransaction read(byte[] raw) {
        if (raw.length == 0) {
            throw new IllegalArgumentException("rlp: value size exceeds available input length");
        }
        if ((raw[0] & 0xff) >= FIRST_LIST) {
            return legacy(raw);
        }
        if (raw[0] == DYNAMIC_FEE) {
            return typed(raw);
        }
        throw new IllegalArgumentException("transaction type not supported");
    }

    private ChainTransaction legacy(byte[] raw) {
        List<byte[]> members = members(raw, LEGACY_MEMBERS);
        BigInteger v = number(members.get(6));
        BigInteger parity = v.subtract(BigInteger.valueOf(2 * chainId + V_OF_CHAIN));
        byte[] unsigned = Rlp.encode(List.of(
                members.get(0),
                members.get(1),
                members.get(2),
                members.get(3),
                members.get(4),
                members.get(5),
                Rlp.minimal(BigInteger.valueOf(chainId)),
                new byte[0],
                new byte[0]));
        BigInteger price = number(members.get(1));
        return new ChainTransaction(
                hash(raw),
                0,
                sender(unsigned, parity, members.get(7), members.get(8)),
                address(members.get(3)),
                number(members.get(0)).longValueExact(),
                number(members.get(2)),
                price,
                price,
                number(members.get(4)),
                hex(members.get(5)),
                List.of(v, number(members.get(7)), number(members.get(8))));
    }

    private ChainTransaction typed(byte[] raw) {
        List<byte[]> members = members(Arrays.copyOfRange(raw, 1, raw.length), TYPED_MEMBERS);
        if (!number(members.get(0)).equals(BigInteger.valueOf(chainId))) {
            throw wrongChain();
        }
        if (members.get(8).length > 0) {
            throw new IllegalArgumentException("access lists are not simulated");
        }
        BigInteger parity = number(members.get(9));
        byte[] unsigned = ofType(Rlp.encodeBefore(members.subList(0, 8), EMPTY_LIST));
        return new ChainTransaction(
                hash(raw),
                DYNAMIC_FEE,
                sender(unsigned, parity, members.get(10), members.get(11)),
                address(members.get(5)),
                number(members.get(1)).longValueExact(),
                number(members.get(4)),
                number(members.get(3)),
                number(members.get(2)),
                number(members.get(6)),
                hex(members.get(7)),
                List.of(parity, number(members.get(10)), number(members.get(11))));
    }

    private static byte[] ofType(byte[] list) {
        return ByteBuffer.allocate(1 + list.length)
                .put((byte) DYNAMIC_FEE)
                .put(list)
                .array();
    }

    private static List<byte[]> members(byte[] encoded, int count) {
        List<byte[]> members = Rlp.list(encoded);
        if (members.size() != count) {
            throw new IllegalArgumentException("rlp: too few elements");
        }
        return members;
    }

    private static Address sender(byte[] unsigned, BigInteger parity, byte[] r, byte[] s) {
        if (parity.signum() < 0 || parity.bitLength() > 1) {
            throw wrongChain();
        }
        byte[] signature = new byte[Signature.LENGTH];
        word(r, signature, 0);
        word(s, signature, Words.LENGTH);
        signature[Signature.LENGTH - 1] = (byte) (V + parity.intValueExact());
        return SignerRecovery.shared()
                .signer(Keccak256.of(unsigned), signature)
                .orElseThrow(() -> new IllegalArgumentException("invalid transaction v, r, s values"));
    }

    private static void word(byte[] number, byte[] into, int at) {
        if (number.length > Words.LENGTH) {
            throw new IllegalArgumentException("rlp: input string too long for uint256");
        }
        System.arraycopy(number, 0, into, at + Words.LENGTH - number.length, number.length);
    }

    private static BigInteger number(byte[] bytes) {
        if (bytes.length > Words.LENGTH) {
            throw new IllegalArgumentException("rlp: input string too long for uint256");
        }
        return new BigInteger(1, bytes);
    }

    private static @Nullable Address address(byte[] bytes) {
        if (bytes.length == 0) {
            return null;
        }
        if (bytes.length != Address.LENGTH) {
            throw new IllegalArgumentException("rlp: input string too short for common.Address");
        }
        return Address.of(bytes, 0);
    }

    private static String hash(byte[] raw) {
        return hex(Keccak256.of(raw));
    }

    private static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }

    private static IllegalArgumentException wrongChain() {
        return new IllegalArgumentException("invalid chain id for signer");
    }
}
