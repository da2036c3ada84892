package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.typeddata.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contracts of one chain by address, and wallets. What others among the venue's contracts can do is not simulated. */
final class ContractBook {
    /** The venue's clients ask for it by this number. */
    private static final int BEACON_GETTER = 0x49493a4d;

    private final long chainId;
    private final Map<Address, Functions> contracts = new HashMap<>();

    ContractBook(long chainId) {
        this.chainId = chainId;
        for (VenueContract contract : VenueContract.values()) {
            contract.on(chainId).ifPresent(address -> contracts.put(address, functions(contract, address)));
        }
    }

    private Functions functions(VenueContract contract, Address address) {
        Address collateral = VenueContract.COLLATERAL.on(chainId).orElseThrow();
        return switch (contract) {
            case COLLATERAL -> new CollateralToken(address).functions();
            case CONDITIONAL_TOKENS, POSITION_MANAGER -> new Ledger(contract, address).functions();
            case ADAPTER -> new CollateralAdapter(address, collateral, false).functions();
            case NEG_RISK_ADAPTER -> new CollateralAdapter(address, collateral, true).functions();
            case ROUTER -> new Router(address, collateral).functions();
            case PROXY_FACTORY -> new Functions().on("proxy((uint8,address,uint256,bytes)[])", this::proxy);
            case RELAY_HUB ->
                new Functions()
                        .on(
                                "getNonce(address)",
                                (caller, arguments, attempt) -> new Words(1)
                                        .number(attempt.nonce(WalletKind.PROXY, arguments.address(0)))
                                        .toBytes());
            case DEPOSIT_WALLET_FACTORY -> new Functions().on(BEACON_GETTER, this::beacon);
            default -> new Functions();
        };
    }

    /**
     * Calls a contract, or a wallet, or an address with nothing at it.
     *
     * @throws RevertedException if it cannot be done
     */
    byte[] call(Address caller, ChainCall call, Attempt attempt) {
        if (call.value().signum() != 0) {
            throw new RevertedException("the chain's own currency is not moved in this simulation");
        }
        Functions functions = contracts.get(call.target());
        if (functions != null) {
            return functions.call(caller, call.data(), attempt);
        }
        Optional<WalletKind> wallet = attempt.wallets().kind(call.target());
        return wallet.isPresent() ? wallet(call.target(), wallet.get(), caller, call, attempt) : Functions.NOTHING;
    }

    /** Makes calls one after another. */
    void callAll(Address caller, List<ChainCall> calls, Attempt attempt) {
        calls.forEach(call -> call(caller, call, attempt));
    }

    boolean isContract(Address address) {
        return contracts.containsKey(address);
    }

    private static byte[] wallet(Address wallet, WalletKind kind, Address caller, ChainCall call, Attempt attempt) {
        return new Functions()
                .on(
                        "nonce()",
                        (from, arguments, during) ->
                                new Words(1).number(during.nonce(kind, wallet)).toBytes())
                .call(caller, call.data(), attempt);
    }

    /** A key's proxy wallet makes the calls, and is made by the first. */
    private byte[] proxy(Address caller, Calldata arguments, Attempt attempt) {
        Address wallet = attempt.wallets()
                .of(WalletKind.PROXY, caller)
                .orElseThrow(() -> new RevertedException("no proxy wallets on this chain"));
        if (!attempt.wallets().isDeployed(wallet)) {
            attempt.create(WalletKind.PROXY, wallet);
        }
        callAll(wallet, WalletCalls.ofProxy(arguments), attempt);
        return Functions.NOTHING;
    }

    private byte[] beacon(Address caller, Calldata arguments, Attempt attempt) {
        return VenueContract.DEPOSIT_WALLET_BEACON
                .on(chainId)
                .map(beacon -> new Words(1).address(beacon).toBytes())
                .orElseThrow(() -> new RevertedException("no beacon"));
    }
}
