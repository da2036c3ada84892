package io.ploy.connectors.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls by which an account lets the venue's contracts move its collateral and outcomes. Each lets a contract move all
 * of it; the venue's clients ask for the same.
 *
 * <p>Source: the venue's newest client, October 2026, without what only perpetuals and migration need.
 */
public final class Approvals {
    private static final List<Contract> TOKEN_MARKETS = List.of(
            Contract.CTF_EXCHANGE, Contract.NEG_RISK_EXCHANGE, Contract.CTF_ADAPTER, Contract.NEG_RISK_CTF_ADAPTER);
    private static final List<Contract> POSITION_MARKETS = List.of(Contract.ROUTER, Contract.POSITION_EXCHANGE);

    private final Chain chain;

    /**
     * The calls of a chain.
     *
     * @param chain where the contracts are
     */
    public Approvals(Chain chain) {
        this.chain = chain;
    }

    /**
     * All calls that markets of a version need to be traded, split, merged and redeemed.
     *
     * @param version of the markets
     * @throws IllegalArgumentException if the version is not known, or the chain lacks one of the contracts
     */
    public List<ContractCall> forMarkets(MarketVersion version) {
        return switch (version) {
            case CTF -> calls(Contract.CONDITIONAL_TOKENS, TOKEN_MARKETS);
            case POSITIONS -> calls(Contract.POSITION_MANAGER, POSITION_MARKETS);
            case UNKNOWN -> throw new IllegalArgumentException("markets of unknown version cannot be traded");
        };
    }

    private List<ContractCall> calls(Contract outcomes, List<Contract> spenders) {
        List<ContractCall> calls = new ArrayList<>();
        spenders.forEach(spender -> calls.add(collateral(Contracts.on(spender, chain))));
        spenders.forEach(operator -> calls.add(outcomes(outcomes, Contracts.on(operator, chain))));
        return List.copyOf(calls);
    }

    /**
     * Lets a contract move the account's collateral, without a limit.
     *
     * @param spender the contract
     */
    public ContractCall collateral(Address spender) {
        Abi data = Abi.call("approve(address,uint256)").address(spender).number(Abi.MAX);
        return new ContractCall(Contracts.on(Contract.COLLATERAL, chain), data.toBytes());
    }

    private ContractCall outcomes(Contract ledger, Address operator) {
        Abi data = Abi.call("setApprovalForAll(address,bool)").address(operator).bool(true);
        return new ContractCall(Contracts.on(ledger, chain), data.toBytes());
    }
}
