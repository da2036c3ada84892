package io.ploy.testkit.polymarket.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.contract.Approvals;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.state.VenueState;
import java.math.BigInteger;
import java.util.List;

/** Which contracts may move what of a wallet, those that the venue's clients ask for. */
final class ApprovalRows {
    private static final List<VenueContract> OF_COLLATERAL = List.of(
            VenueContract.EXCHANGE,
            VenueContract.NEG_RISK_EXCHANGE,
            VenueContract.ADAPTER,
            VenueContract.NEG_RISK_ADAPTER,
            VenueContract.ROUTER,
            VenueContract.POSITION_EXCHANGE);
    private static final List<VenueContract> OF_TOKENS = List.of(
            VenueContract.EXCHANGE,
            VenueContract.NEG_RISK_EXCHANGE,
            VenueContract.ADAPTER,
            VenueContract.NEG_RISK_ADAPTER,
            VenueContract.AUTO_REDEEM_OPERATOR,
            VenueContract.BINARY_MODULE,
            VenueContract.NEG_RISK_MODULE);
    private static final List<VenueContract> OF_POSITIONS =
            List.of(VenueContract.ROUTER, VenueContract.POSITION_EXCHANGE, VenueContract.AUTO_REDEEM_OPERATOR);

    private final VenueState state;

    ApprovalRows(VenueState state) {
        this.state = state;
    }

    ObjectNode of(Address wallet) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("address", wallet.hex());
        json.put("chain_id", state.chainId());
        json.put("checked_at", state.now().toString());
        ArrayNode rows = json.putArray("contracts");
        OF_COLLATERAL.forEach(spender -> add(rows, wallet, VenueContract.COLLATERAL, spender));
        OF_TOKENS.forEach(spender -> add(rows, wallet, VenueContract.CONDITIONAL_TOKENS, spender));
        OF_POSITIONS.forEach(spender -> add(rows, wallet, VenueContract.POSITION_MANAGER, spender));
        return json;
    }

    private void add(ArrayNode rows, Address wallet, VenueContract token, VenueContract spender) {
        Address of = token.on(state.chainId()).orElse(null);
        Address to = spender.on(state.chainId()).orElse(null);
        if (of == null || to == null) {
            return;
        }
        boolean isCollateral = token == VenueContract.COLLATERAL;
        BigInteger allowance = state.approvals().allowance(wallet, to);
        ObjectNode row = rows.addObject()
                .put("id", token.word() + "-" + spender.word())
                .put("feature", "trading")
                .put("token", of.checksummed())
                .put("spender", to.checksummed())
                .put("standard", isCollateral ? "ERC20" : "ERC1155")
                .put(
                        "approved",
                        isCollateral
                                ? allowance.signum() > 0
                                : state.approvals().isOperator(wallet, token, to));
        if (isCollateral) {
            row.put("amount", allowance.equals(Approvals.UNLIMITED) ? "max" : allowance.toString());
        }
    }
}
