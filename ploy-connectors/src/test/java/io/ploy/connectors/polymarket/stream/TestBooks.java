package io.ploy.connectors.polymarket.stream;

import io.ploy.api.market.InstrumentId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** What the venue answers when asked for books. */
final class TestBooks implements BookSnapshots {
    final List<List<InstrumentId>> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    void answer(String asset, String book) {
        answers.put(asset, book);
    }

    @Override
    public String read(List<InstrumentId> instruments) {
        asked.add(instruments);
        return instruments.stream()
                .map(each -> answers.get(each.symbol()))
                .filter(each -> each != null)
                .collect(Collectors.joining(",", "[", "]"));
    }
}
