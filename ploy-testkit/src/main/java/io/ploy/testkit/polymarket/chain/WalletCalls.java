package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.typeddata.Words;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Several calls in one, as wallets are asked to make them. */
public final class WalletCalls {
    private static final int CALL = 1;
    private static final int PACKED_HEAD = 1 + Address.LENGTH + 2 * Words.LENGTH;

    private WalletCalls() {}

    /**
     * The calls of {@code multiSend(bytes)}.
     *
     * @param data with the selector
     * @return in order
     * @throws RevertedException if it is not such a call, or one of them is not a plain call
     */
    public static List<ChainCall> ofMultiSend(byte[] data) {
        requireFunction(data, "multiSend(bytes)");
        byte[] packed = Calldata.behindSelector(data).bytes(0);
        List<ChainCall> calls = new ArrayList<>();
        int at = 0;
        while (at < packed.length) {
            if (packed.length - at < PACKED_HEAD || packed[at] != 0) {
                throw new RevertedException("malformed call data");
            }
            BigInteger length = number(packed, at + PACKED_HEAD - Words.LENGTH);
            int from = at + PACKED_HEAD;
            if (length.compareTo(BigInteger.valueOf(packed.length - from)) > 0) {
                throw new RevertedException("malformed call data");
            }
            at = from + length.intValueExact();
            calls.add(new ChainCall(
                    Address.of(packed, from - PACKED_HEAD + 1),
                    number(packed, from - 2 * Words.LENGTH),
                    Arrays.copyOfRange(packed, from, at)));
        }
        return calls;
    }

    /**
     * The calls of {@code proxy((uint8,address,uint256,bytes)[])}.
     *
     * @param data with the selector
     * @return in order
     * @throws RevertedException if it is not such a call, or one of them is not a plain call
     */
    public static List<ChainCall> ofProxy(byte[] data) {
        requireFunction(data, "proxy((uint8,address,uint256,bytes)[])");
        return ofProxy(Calldata.behindSelector(data));
    }

    static List<ChainCall> ofProxy(Calldata arguments) {
        List<ChainCall> calls = new ArrayList<>();
        for (Calldata call : arguments.structures(0)) {
            if (!call.number(0).equals(BigInteger.valueOf(CALL))) {
                throw new RevertedException("only plain calls are made for proxy wallets");
            }
            calls.add(new ChainCall(call.address(1), call.number(2), call.bytes(3)));
        }
        return calls;
    }

    private static void requireFunction(byte[] data, String signature) {
        if (data.length == 0 || Calldata.selector(data) != Functions.selector(signature)) {
            throw new RevertedException("function not known");
        }
    }

    private static BigInteger number(byte[] bytes, int from) {
        return new BigInteger(1, bytes, from, Words.LENGTH);
    }
}
