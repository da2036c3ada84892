package io.ploy.connectors.polymarket.wallet;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.protocol.TypedData;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The addresses of the wallets the venue's factories make for a key. An address says nothing of whether the wallet is there
 * yet, nor whether the key's owner uses it.
 *
 * <p><b>Threading.</b> Immutable.
 *
 * <p>Source: EIP-1014, and the init codes in the venue's clients, November 2026.
 */
public final class WalletAddresses {
    private static final byte[] PROXY_INIT_CODE_HASH =
            hex("d21df8dc65880a8606f09fe0ce3df9b8869287ab0b058be05aa9e8af6330a00b");
    private static final byte[] SAFE_INIT_CODE_HASH =
            hex("2bce2127ff07fb632d16c8347c4ebf501f4841168bed00d9e6ef715ddb6fcecf");

    private final Chain chain;

    /**
     * The wallets of a chain.
     *
     * @param chain where they are
     */
    public WalletAddresses(Chain chain) {
        this.chain = chain;
    }

    /**
     * A key's proxy wallet.
     *
     * @param owner the key's address
     * @return absent if the chain has no proxy wallets
     */
    public Optional<Address> proxy(Address owner) {
        byte[] salt = Keccak256.of(owner.bytes());
        return Contract.PROXY_FACTORY.on(chain).map(factory -> Create2.address(factory, salt, PROXY_INIT_CODE_HASH));
    }

    /**
     * A key's Safe.
     *
     * @param owner the key's address
     * @return absent if the chain has no factory of Safes that is known
     */
    public Optional<Address> safe(Address owner) {
        byte[] padded = new byte[TypedData.WORD];
        TypedData.putAddress(owner, padded, 0);
        byte[] salt = Keccak256.of(padded);
        return Contract.SAFE_FACTORY.on(chain).map(factory -> Create2.address(factory, salt, SAFE_INIT_CODE_HASH));
    }

    /**
     * A key's deposit wallet as the factory made them until June 2026: with its implementation fixed.
     *
     * @param owner the key's address
     * @return absent if the chain has no implementation that is known
     */
    public Optional<Address> depositWallet(Address owner) {
        return Contract.DEPOSIT_WALLET_IMPLEMENTATION
                .on(chain)
                .flatMap(implementation -> deposit(owner, DepositWalletCode.FIXED, implementation));
    }

    /**
     * A key's deposit wallet as the factory makes them since: a beacon names its implementation.
     *
     * @param owner the key's address
     * @return absent if the chain has no beacon that is known
     */
    public Optional<Address> beaconDepositWallet(Address owner) {
        return Contract.DEPOSIT_WALLET_BEACON
                .on(chain)
                .flatMap(beacon -> deposit(owner, DepositWalletCode.BEACON, beacon));
    }

    private Optional<Address> deposit(Address owner, DepositWalletCode code, Address runs) {
        return Contract.DEPOSIT_WALLET_FACTORY.on(chain).map(factory -> {
            byte[] arguments = new byte[2 * TypedData.WORD];
            TypedData.putAddress(factory, arguments, 0);
            TypedData.putAddress(owner, arguments, TypedData.WORD);
            return Create2.address(factory, Keccak256.of(arguments), Keccak256.of(code.initCode(runs, arguments)));
        });
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
