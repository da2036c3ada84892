package io.ploy.connectors.polymarket.relayer;

import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A transaction at the relayer.
 *
 * @param id the relayer's name for it
 * @param state how far it is
 * @param stateWord the relayer's word for the state
 * @param hash its name on the chain, once it has one; another one may follow while it is not mined
 * @param note what {@link Batch#note} said; empty if the relayer does not repeat it
 */
public record RelayedTransaction(
        String id, TransactionState state, String stateWord, Optional<String> hash, String note) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    /** Whether a transaction can have a name, so that it can be asked for. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

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
                "owner",
                "createdAt",
                "updatedAt");
        JsonValue id = members.required("transactionID");
        if (!isId(id.id())) {
            throw id.wrong("is not the name of a transaction");
        }
        String word = members.required("state").id();
        return new RelayedTransaction(
                id.id(),
                TransactionState.of(word),
                word,
                members.filled("transactionHash")
                        .or(() -> members.filled("hash"))
                        .map(JsonValue::id),
                members.filled("metadata")
                        .filter(JsonValue::isText)
                        .map(JsonValue::text)
                        .orElse(""));
    }
}
