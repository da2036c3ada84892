package io.ploy.connectors.polymarket.clob;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.clob.BalanceAllowance.Allowance;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what the venue says of an account. */
final class AccountReader {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private AccountReader() {}

    static BalanceAllowance balance(JsonValue answer) {
        return answer.object(in -> {
            // Old answers have one allowance and do not say whose.
            in.ignore("allowance");
            return new BalanceAllowance(
                    in.required("balance").whole(),
                    in.optional("allowances")
                            .map(allowances -> allowances.object(AccountReader::allowances))
                            .orElse(List.of()));
        });
    }

    private static List<Allowance> allowances(JsonObject in) {
        List<Allowance> allowances = new ArrayList<>();
        for (JsonObject.Entry entry : in.entries()) {
            BigInteger amount = entry.value().integer();
            if (amount.signum() < 0) {
                throw entry.value().wrong("is below zero");
            }
            allowances.add(new Allowance(
                    new Address(entry.name().toLowerCase(Locale.ROOT)),
                    amount.min(LARGEST).longValueExact()));
        }
        return allowances;
    }

    static Notification notification(JsonValue entry) {
        return entry.object(in -> new Notification(
                in.optional("id").map(JsonValue::whole).orElse(null),
                Notification.Kind.of(in.required("type").whole()),
                in.optional("owner").map(JsonValue::text).orElse(""),
                in.optional("payload").map(JsonValue::json).orElse("{}"),
                in.filled("timestamp").map(JsonValue::time).orElse(null)));
    }

    static Map<String, Boolean> scoring(JsonValue answer) {
        return answer.object(in -> {
            Map<String, Boolean> scoring = new LinkedHashMap<>();
            for (JsonObject.Entry entry : in.entries()) {
                scoring.put(entry.name().toLowerCase(Locale.ROOT), entry.value().bool());
            }
            return scoring;
        });
    }

    /** The tier's name, alone or as a member. */
    static String tier(JsonValue answer) {
        return answer.isText()
                ? answer.id()
                : answer.object(in -> in.required("tier").id());
    }
}
