package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.typeddata.Words;
import java.math.BigInteger;

/** What is paid with. It moves by splits, merges, redemptions and trades only: transfers are not simulated. */
final class CollateralToken {
    private static final int DECIMALS = 6;

    private final Address address;

    CollateralToken(Address address) {
        this.address = address;
    }

    Functions functions() {
        return new Functions()
                .on(
                        "balanceOf(address)",
                        (caller, arguments, attempt) -> new Words(1)
                                .number(attempt.collateral(arguments.address(0)))
                                .toBytes())
                .on(
                        "allowance(address,address)",
                        (caller, arguments, attempt) -> new Words(1)
                                .number(attempt.allowance(arguments.address(0), arguments.address(1)))
                                .toBytes())
                .on(
                        "decimals()",
                        (caller, arguments, attempt) ->
                                new Words(1).number(DECIMALS).toBytes())
                .on("approve(address,uint256)", this::approve);
    }

    private byte[] approve(Address caller, Calldata arguments, Attempt attempt) {
        Address spender = arguments.address(0);
        BigInteger amount = arguments.number(1);
        attempt.allow(caller, spender, amount);
        attempt.tell(Events.approval(address, caller, spender, amount));
        return new Words(1).number(1).toBytes();
    }
}
