package io.ploy.connectors.polymarket.relayer;

import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.util.Optional;

/**
 * A transaction at the relayer.
 *
 * @param id the relayer's name for it
 * @param state how far it is
 * @param stateWord the relayer's word for the state
 * @param hash its name on the chain, once it has one; another one may follow while it is not mined
 */
public record RelayedTransaction(String id, TransactionState state, String stateWord, Optional<String> hash) {
    static RelayedTransaction read(JsonValue value) {
        return value.object(RelayedTransaction::read);
    }

    private static RelayedTransaction read(JsonObject members) {
        members.ignore(
                "from",
                "to",
                "proxyAddress",
                "data",
                "nonce",
                "value",
                "signature",
                "type",
                "metadata",
                "owner",
                "createdAt",
                "updatedAt");
        String word = members.required("state").id();
        return new RelayedTransaction(
                members.required("transactionID").id(),
                TransactionState.of(word),
                word,
                members.filled("transactionHash")
                        .or(() -> members.filled("hash"))
                        .map(JsonValue::id));
    }
}
