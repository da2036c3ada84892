package io.ploy.connectors.polymarket.data;

import io.ploy.connectors.polymarket.http.Call;
import java.util.List;

/** Markets in a request. */
final class Conditions {
    /** More are refused. */
    static final int MOST = 20;

    private Conditions() {}

    static List<String> checked(List<String> ids) {
        if (ids.size() > MOST) {
            throw new IllegalArgumentException(
                    ids.size() + " markets, but one request takes " + MOST + ": ask in parts");
        }
        return List.copyOf(ids);
    }

    /** The call narrowed to some markets, or to none in particular. */
    static Call on(Call call, String parameter, List<String> ids) {
        return ids.isEmpty() ? call : call.query(parameter, String.join(",", checked(ids)));
    }
}
