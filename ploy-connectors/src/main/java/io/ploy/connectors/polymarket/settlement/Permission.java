package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.clob.BalanceAllowance;
import java.util.OptionalLong;

/**
 * Whether a contract may move something of an account. The venue names the contracts it knows of; what it does not say of
 * another proves nothing, the chain decides.
 */
final class Permission {
    private static final String REMEDY =
            "Approve it on the venue's site, where a first split, merge or redemption asks for it.";

    private final Address contract;

    Permission(Address contract) {
        this.contract = contract;
    }

    /** How much the venue says the contract may take. */
    OptionalLong stated(BalanceAllowance asset) {
        return asset.statedMicros(contract);
    }

    boolean isDenied(BalanceAllowance asset, long micros) {
        OptionalLong stated = stated(asset);
        return stated.isPresent() && stated.getAsLong() < micros;
    }

    String denied(String what) {
        return "the contract " + contract.checksummed() + " is not approved to move the account's " + what + ". "
                + REMEDY;
    }

    /** What to say if a transaction fails whose permission the venue does not state. */
    String notStated(String what) {
        return "the venue does not say whether the contract " + contract.checksummed() + " may move the account's "
                + what + ". If it was never approved: " + REMEDY;
    }
}
