package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import java.math.BigInteger;

/** Splits, merges and redeems positions. */
final class Router {
    private static final int CONDITION = 31;

    private final SetDesk desk;

    Router(Address contract, Address collateral) {
        this.desk = new SetDesk(contract, collateral);
    }

    Functions functions() {
        return new Functions()
                .on("split(bytes31,uint256)", (caller, arguments, attempt) -> {
                    desk.split(caller, market(arguments, attempt), Amounts.micros(arguments.number(1)), attempt);
                    return Functions.NOTHING;
                })
                .on("merge(bytes31,uint256)", (caller, arguments, attempt) -> {
                    desk.merge(caller, market(arguments, attempt), Amounts.micros(arguments.number(1)), attempt);
                    return Functions.NOTHING;
                })
                .on("redeem(bytes31,uint256,uint256)", this::redeem);
    }

    private byte[] redeem(Address caller, Calldata arguments, Attempt attempt) {
        BigInteger outcome = arguments.number(1);
        if (outcome.bitLength() > 1) {
            throw new RevertedException("outcome not known");
        }
        long shares = Amounts.micros(arguments.number(2));
        desk.redeem(caller, market(arguments, attempt), outcome.signum() == 0, shares, attempt);
        return Functions.NOTHING;
    }

    private static ListedMarket market(Calldata arguments, Attempt attempt) {
        return attempt.state()
                .catalogue()
                .condition(arguments.hex(0, CONDITION))
                .filter(market -> market.version() == ProtocolVersion.V2)
                .orElseThrow(() -> new RevertedException("condition not prepared yet"));
    }
}
