package io.ploy.connectors.polymarket.data;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Whether one contract may move one token of an account, as indexed. The chain decides.
 *
 * @param id the venue's name of it
 * @param feature what it is needed for
 * @param token which token
 * @param spender which contract
 * @param standard the kind of token, {@code ERC20} or {@code ERC1155}
 * @param approved whether it may
 * @param allowance how many micros of it; absent if there is no limit or no number
 */
public record Approval(
        String id,
        String feature,
        Address token,
        Address spender,
        String standard,
        boolean approved,
        Optional<BigInteger> allowance) {
    static Approval read(JsonValue row) {
        return row.object(in -> new Approval(
                in.required("id").id(),
                OutcomeLabel.text(in, "feature"),
                in.required("token").as(value -> new Address(value.text())),
                in.required("spender").as(value -> new Address(value.text())),
                in.required("standard").id(),
                in.required("approved").bool(),
                in.filled("amount")
                        .filter(amount -> !(amount.isText() && amount.text().equals("max")))
                        .map(JsonValue::integer)));
    }
}
