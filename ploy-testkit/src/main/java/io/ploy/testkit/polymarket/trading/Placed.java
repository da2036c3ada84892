package io.ploy.testkit.polymarket.trading;

import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.util.List;

/**
 * An order that the venue took, as it answers.
 *
 * @param hash its id
 * @param status {@code live}, {@code matched} or {@code delayed}
 * @param side buy or sell
 * @param matched shares matched now
 * @param cash what was paid or brought for them
 * @param trades ids of the trades made now
 * @param transactions hashes known already, mostly none
 */
record Placed(
        String hash,
        String status,
        Side side,
        Quantity matched,
        Cash cash,
        List<String> trades,
        List<String> transactions) {
    /** An order has no quotes or backslashes in it, so the text is made by hand: this is the venue's busiest path. */
    String json() {
        String making = side == Side.BUY ? cash.toString() : matched.toString();
        String taking = side == Side.BUY ? matched.toString() : cash.toString();
        StringBuilder json = new StringBuilder(256)
                .append("{\"errorMsg\":\"\",\"orderID\":\"")
                .append(hash)
                .append("\",\"takingAmount\":\"")
                .append(matched.isZero() ? "" : taking)
                .append("\",\"makingAmount\":\"")
                .append(matched.isZero() ? "" : making)
                .append("\",\"status\":\"")
                .append(status)
                .append('"');
        list(json, "transactionsHashes", transactions);
        list(json, "tradeIDs", trades);
        return json.append(",\"success\":true}").toString();
    }

    private static void list(StringBuilder json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            json.append(",\"")
                    .append(name)
                    .append("\":[\"")
                    .append(String.join("\",\"", texts))
                    .append("\"]");
        }
    }

    /** A refused order among several: the venue calls even that a success, and names no order. */
    static String refused(RefusedException refusal) {
        String text = String.valueOf(refusal.getMessage()).replace("\\", "\\\\").replace("\"", "\\\"");
        return "{\"errorMsg\":\"" + text
                + "\",\"orderID\":\"\",\"takingAmount\":\"\",\"makingAmount\":\"\",\"status\":\"\",\"success\":true}";
    }
}
