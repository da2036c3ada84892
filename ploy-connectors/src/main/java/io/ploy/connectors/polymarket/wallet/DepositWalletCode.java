package io.ploy.connectors.polymarket.wallet;

import io.ploy.api.signing.Address;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The code that makes a deposit wallet: a head that holds the length of the arguments, an address, a tail, the arguments. */
enum DepositWalletCode {
    FIXED(
            "61003d3d8160233d3973",
            "6009"
                    + "5155f3363d3d373d3d363d7f360894a13ba1a3210667c828492db98dca3e2076"
                    + "cc3735a920a3ca505d382bbc545af43d6000803e6038573d6000fd5b3d6000f3"),
    BEACON(
            "6100523d8160233d3973",
            "60195155f3363d3d373d3d363d602036600436635c60da"
                    + "1b60e01b36527fa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6c"
                    + "b3582b35133d50545afa5036515af43d6000803e604d573d6000fd5b3d6000f3");

    /** The two bytes of the head that hold the size of what the code leaves behind, arguments included. */
    private static final int SIZE_AT = 1;

    private final String head;
    private final String tail;

    DepositWalletCode(String head, String tail) {
        this.head = head;
        this.tail = tail;
    }

    byte[] initCode(Address runs, byte[] arguments) {
        byte[] before = HexFormat.of().parseHex(head);
        byte[] behind = HexFormat.of().parseHex(tail);
        ByteBuffer code = ByteBuffer.allocate(before.length + Address.LENGTH + behind.length + arguments.length);
        code.put(before).put(runs.bytes()).put(behind).put(arguments);
        code.putShort(SIZE_AT, (short) (code.getShort(SIZE_AT) + arguments.length));
        return code.array();
    }
}
