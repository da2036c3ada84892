package io.ploy.connectors.polymarket.directory;

import io.ploy.connectors.polymarket.clob.ClobClient;
import io.ploy.connectors.polymarket.fixture.LocalService;
import io.ploy.connectors.polymarket.gamma.GammaClient;
import io.ploy.connectors.polymarket.gamma.GammaGroups;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The catalogue and the order book's service on a local server, and directories of them. */
final class CatalogueServer implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final int PAGE = 2;

    final ManualTime time = new ManualTime(NOW);
    final LocalService service = new LocalService(time);
    final Map<Integer, CatalogueEntry> markets = new ConcurrentSkipListMap<>();
    final Map<Integer, String> terms = new ConcurrentHashMap<>();
    /** Paths that are answered with nonsense. */
    final Set<String> broken = ConcurrentHashMap.newKeySet();

    /** Numbers of markets whose events have the tag 21, called t. */
    final Set<Integer> tagged = ConcurrentHashMap.newKeySet();

    final List<String> asked = new CopyOnWriteArrayList<>();

    CatalogueServer() {
        service.answersBy(this::answer);
    }

    PolymarketDirectory directory(MarketUniverse universe, DirectorySettings settings) {
        UnknownMembers unknown = new UnknownMembers();
        return new PolymarketDirectory(
                new GammaClient(service.transport(), unknown),
                new GammaGroups(service.transport(), unknown),
                new ClobClient(service.transport(), unknown)::tradingTerms,
                universe,
                settings,
                time,
                new SplittableRandom(7));
    }

    PolymarketDirectory directory(MarketUniverse universe) {
        return directory(universe, DirectorySettings.defaults());
    }

    /** Lists open markets with these numbers. */
    void list(int... numbers) {
        for (int number : numbers) {
            markets.put(number, CatalogueEntry.market(number));
        }
    }

    private @Nullable String answer(HttpUrl url) {
        String path = url.encodedPath();
        String query = url.query();
        asked.add(query == null ? path : path + "?" + query);
        if (broken.stream().anyMatch(path::startsWith)) {
            return "{\"error\":\"broken\"}";
        }
        return switch (path) {
            case "/series" ->
                "0".equals(url.queryParameter("offset")) && !"none".equals(url.queryParameter("slug"))
                        ? "[{\"id\":\"4\",\"slug\":\"s\"}]"
                        : "[]";
            case "/events/keyset" -> page(url, "events", true);
            case "/markets/keyset" -> page(url, "markets", false);
            default -> terms(path);
        };
    }

    private @Nullable String terms(String path) {
        String prefix = "/clob-markets/0x";
        return path.startsWith(prefix) ? terms.get(Integer.parseInt(path.substring(prefix.length()), 16)) : null;
    }

    private String page(HttpUrl url, String member, boolean asEvents) {
        List<String> conditions = url.queryParameterValues("condition_ids").stream()
                .map(String::valueOf)
                .toList();
        List<String> slugs =
                url.queryParameterValues("slug").stream().map(String::valueOf).toList();
        List<String> ids =
                url.queryParameterValues("id").stream().map(String::valueOf).toList();
        List<Map.Entry<Integer, CatalogueEntry>> fitting = markets.entrySet().stream()
                .filter(each -> each.getValue().get("closed").equals(url.queryParameter("closed")))
                .filter(each -> conditions.isEmpty()
                        || conditions.contains(each.getValue().get("conditionId")))
                .filter(each ->
                        slugs.isEmpty() || slugs.contains(each.getValue().get("slug")))
                .filter(each -> ids.isEmpty() || ids.contains(each.getKey().toString()))
                .toList();
        String cursor = url.queryParameter("after_cursor");
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        String rows = fitting.stream()
                .skip(from)
                .limit(PAGE)
                .map(each -> asEvents
                        ? "{\"id\":\"" + each.getKey() + "\",\"slug\":\"event-" + each.getKey() + "\","
                                + (tagged.contains(each.getKey()) ? "\"tags\":[{\"id\":\"21\",\"slug\":\"t\"}]," : "")
                                + "\"markets\":["
                                + each.getValue().json() + "]}"
                        : each.getValue().json())
                .collect(Collectors.joining(","));
        String next = from + PAGE < fitting.size() ? ",\"next_cursor\":\"" + (from + PAGE) + "\"" : "";
        return "{\"" + member + "\":[" + rows + "]" + next + "}";
    }

    @Override
    public void close() {
        service.close();
    }
}
