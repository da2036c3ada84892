package io.ploy.testkit.polymarket.account;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.testkit.polymarket.typeddata.Words;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * Where the venue's factories put the wallets of a key. Thread-safe.
 *
 * <p>Source: EIP-1014 and the venue's clients, November 2026.
 */
public final class WalletAddresses {
    private static final long POLYGON = 137;
    private static final long AMOY = 80_002;

    private static final Address PROXY_FACTORY = new Address("0xaB45c5A4B0c941a2F231C04C3f49182e1A254052");
    private static final Address SAFE_FACTORY = new Address("0xaacFeEa03eb1561C4e67d661e40682Bd20E3541b");
    private static final Address DEPOSIT_FACTORY = new Address("0x00000000000Fb5C9ADea0298D729A0CB3823Cc07");
    private static final Address DEPOSIT_BEACON = new Address("0x7A18EDfe055488A3128f01F563e5B479D92ffc3a");
    private static final Address DEPOSIT_IMPLEMENTATION = new Address("0x58CA52ebe0DadfdF531Cde7062e76746de4Db1eB");
    private static final Address DEPOSIT_IMPLEMENTATION_ON_AMOY =
            new Address("0x50a88fE9a441cB4c9c2aD6A2207CE2795C7D7Fbd");

    private static final byte[] PROXY_CODE_HASH =
            bytes("d21df8dc65880a8606f09fe0ce3df9b8869287ab0b058be05aa9e8af6330a00b");
    private static final byte[] SAFE_CODE_HASH =
            bytes("2bce2127ff07fb632d16c8347c4ebf501f4841168bed00d9e6ef715ddb6fcecf");

    /** Its first bytes hold the length of what is deployed, which grows by that of the arguments behind the code. */
    private static final String UUPS_START = "61003d3d8160233d3973";

    private static final byte[] UUPS_END = bytes("60095155f3363d3d373d3d363d7f360894a13ba1a3210667c828492db98dca3e2076"
            + "cc3735a920a3ca505d382bbc545af43d6000803e6038573d6000fd5b3d6000f3");

    private static final String BEACON_START = "6100523d8160233d3973";
    private static final byte[] BEACON_END = bytes("60195155f3363d3d373d3d363d602036600436635c60da"
            + "1b60e01b36527fa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6c"
            + "b3582b35133d50545afa5036515af43d6000803e604d573d6000fd5b3d6000f3");

    private final long chainId;

    /**
     * The wallets of a chain.
     *
     * @param chainId 137 or 80002
     * @throws IllegalArgumentException if the venue is not on that chain
     */
    public WalletAddresses(long chainId) {
        if (chainId != POLYGON && chainId != AMOY) {
            throw new IllegalArgumentException("the venue is on chain 137 and on 80002, not on " + chainId);
        }
        this.chainId = chainId;
    }

    /**
     * The wallet a key would get today.
     *
     * @param kind of the wallet
     * @param owner the key's address
     * @return the owner itself for an EOA
     * @throws IllegalArgumentException if the chain has no such wallets
     */
    public Address of(WalletKind kind, Address owner) {
        return switch (kind) {
            case EOA -> owner;
            case PROXY -> proxy(owner);
            case SAFE -> safe(owner);
            case DEPOSIT -> chainId == POLYGON ? depositOnBeacon(owner) : depositOnImplementation(owner);
        };
    }

    private Address proxy(Address owner) {
        if (chainId != POLYGON) {
            throw new IllegalArgumentException("chain " + chainId + " has no proxy wallets");
        }
        return created(PROXY_FACTORY, Keccak256.of(owner.bytes()), PROXY_CODE_HASH);
    }

    private static Address safe(Address owner) {
        return created(SAFE_FACTORY, new Words(1).address(owner).hash(), SAFE_CODE_HASH);
    }

    /**
     * A deposit wallet as they have been made since July 2026, which follows a beacon.
     *
     * @param owner the key's address
     * @return the wallet
     * @throws IllegalArgumentException if the chain has no beacon
     */
    public Address depositOnBeacon(Address owner) {
        if (chainId != POLYGON) {
            throw new IllegalArgumentException("chain " + chainId + " has no beacon of deposit wallets");
        }
        return deposit(owner, BEACON_START, DEPOSIT_BEACON, BEACON_END);
    }

    /**
     * A deposit wallet as they were made before, which names its implementation.
     *
     * @param owner the key's address
     * @return the wallet
     */
    public Address depositOnImplementation(Address owner) {
        Address implementation = chainId == POLYGON ? DEPOSIT_IMPLEMENTATION : DEPOSIT_IMPLEMENTATION_ON_AMOY;
        return deposit(owner, UUPS_START, implementation, UUPS_END);
    }

    private static Address deposit(Address owner, String start, Address target, byte[] end) {
        Words arguments = new Words(2).address(DEPOSIT_FACTORY).address(owner);
        byte[] begin = bytes(start);
        begin[2] = (byte) (begin[2] + 2 * Words.LENGTH);
        byte[] code = ByteBuffer.allocate(begin.length + Address.LENGTH + end.length + 2 * Words.LENGTH)
                .put(begin)
                .put(target.bytes())
                .put(end)
                .put(arguments.toBytes())
                .array();
        return created(DEPOSIT_FACTORY, arguments.hash(), Keccak256.of(code));
    }

    /** Where CREATE2 puts a contract. */
    private static Address created(Address factory, byte[] salt, byte[] codeHash) {
        byte[] preimage = ByteBuffer.allocate(1 + Address.LENGTH + 2 * Words.LENGTH)
                .put((byte) 0xff)
                .put(factory.bytes())
                .put(salt)
                .put(codeHash)
                .array();
        return Address.of(Keccak256.of(preimage), Keccak256.LENGTH - Address.LENGTH);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
