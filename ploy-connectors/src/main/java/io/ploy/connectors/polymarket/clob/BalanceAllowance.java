package io.ploy.connectors.polymarket.clob;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.signing.Address;
import java.util.List;
import java.util.OptionalLong;

/**
 * What an account has of something, and who may take it, as the venue's cache has it.
 *
 * @param balanceMicros how much, in micros
 * @param allowances by whom it may be taken
 */
public record BalanceAllowance(long balanceMicros, List<Allowance> allowances) {
    /**
     * How much one contract may take.
     *
     * @param spender the contract
     * @param micros how much; {@link Long#MAX_VALUE} stands for that and everything above, as for an unlimited approval
     */
    public record Allowance(Address spender, long micros) {}

    /** Checks that there is no debt, and copies the list. */
    public BalanceAllowance {
        if (balanceMicros < 0) {
            throw new IllegalArgumentException("balance below zero: " + balanceMicros + " micros");
        }
        allowances = List.copyOf(allowances);
    }

    /** The balance of collateral. */
    public Cash cash() {
        return Cash.ofMicros(balanceMicros);
    }

    /** The balance of a token or position. */
    public Quantity shares() {
        return Quantity.ofMicros(balanceMicros);
    }

    /**
     * How much a contract may take.
     *
     * @param spender the contract
     * @return zero if the venue does not name it
     */
    public long allowanceMicros(Address spender) {
        return statedMicros(spender).orElse(0);
    }

    /**
     * How much the venue says a contract may take.
     *
     * @param spender the contract
     * @return absent if the venue does not name it, which proves nothing: the chain decides
     */
    public OptionalLong statedMicros(Address spender) {
        return allowances.stream()
                .filter(allowance -> allowance.spender().equals(spender))
                .mapToLong(Allowance::micros)
                .findFirst();
    }
}
