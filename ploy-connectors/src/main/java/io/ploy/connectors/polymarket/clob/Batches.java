package io.ploy.connectors.polymarket.clob;

import java.util.ArrayList;
import java.util.List;

/** Cuts lists to what one request may hold. */
final class Batches {
    private Batches() {}

    static <T> List<List<T>> of(List<T> items, int most) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < items.size(); from += most) {
            batches.add(items.subList(from, Math.min(items.size(), from + most)));
        }
        return batches;
    }
}
