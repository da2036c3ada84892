package io.ploy.host.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.order.Fill;
import io.ploy.api.order.SettlementStatus;
import io.ploy.core.backtest.BacktestResult;
import io.ploy.core.backtest.EquityPoint;
import io.ploy.core.backtest.MarketResult;
import io.ploy.core.backtest.PricePoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the charts of a report draw, as JSON: samples thinned to what a screen can show, and each value as the difference to
 * the one before, so that the page stays small. Times are Unix milliseconds, values are micros.
 */
final class ReportData {
    private static final int EQUITY_POINTS = 4_000;
    private static final int MARKET_POINTS = 2_000;
    private static final int ALL_MARKET_POINTS = 80_000;
    private static final int FEWEST_MARKET_POINTS = 100;
    private static final int MARKET_FILLS = 2_000;
    private static final int ALL_MARKET_FILLS = 20_000;
    private static final int FEWEST_MARKET_FILLS = 20;

    private static final Duration LONG_GAP = Duration.ofMinutes(30);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ReportData() {}

    static ObjectNode of(BacktestResult result) {
        ObjectNode root = JSON.objectNode();
        root.set("equity", equity(result.equity()));
        gaps(root.putArray("gaps"), result.equity());
        Map<MarketId, List<Fill>> fills = fillsByMarket(result);
        int markets = Math.max(1, result.markets().size());
        int points = clamp(ALL_MARKET_POINTS / markets, FEWEST_MARKET_POINTS, MARKET_POINTS);
        int shownFills = clamp(ALL_MARKET_FILLS / markets, FEWEST_MARKET_FILLS, MARKET_FILLS);
        ArrayNode list = root.putArray("markets");
        for (MarketResult market : result.markets()) {
            ObjectNode node = market(market, points);
            fills(node, market.market(), fills.getOrDefault(market.market().id(), List.of()), shownFills);
            list.add(node);
        }
        return root;
    }

    private static int clamp(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }

    private static ObjectNode equity(List<EquityPoint> all) {
        int[] kept = Thinning.keep(
                all.size(),
                EQUITY_POINTS,
                i -> all.get(i).at().toEpochMilli(),
                List.of(
                        i -> all.get(i).equity().micros(),
                        i -> all.get(i).drawdown().micros(),
                        i -> all.get(i).exposure().micros()));
        ObjectNode node = JSON.objectNode();
        node.set("t", deltas(kept, i -> all.get(i).at().toEpochMilli()));
        node.set("equity", deltas(kept, i -> all.get(i).equity().micros()));
        node.set("drawdown", deltas(kept, i -> all.get(i).drawdown().micros()));
        node.set("exposure", deltas(kept, i -> all.get(i).exposure().micros()));
        return node;
    }

    /** Begin and end of every long time without a sample, which is time without recordings. */
    private static void gaps(ArrayNode gaps, List<EquityPoint> all) {
        for (int i = 1; i < all.size(); i++) {
            Instant from = all.get(i - 1).at();
            Instant to = all.get(i).at();
            if (Duration.between(from, to).compareTo(LONG_GAP) > 0) {
                gaps.addArray().add(from.toEpochMilli()).add(to.toEpochMilli());
            }
        }
    }

    private static ObjectNode market(MarketResult result, int points) {
        List<PricePoint> all = lively(result.prices());
        int[] kept = Thinning.keep(
                all.size(),
                points,
                i -> all.get(i).at().toEpochMilli(),
                List.of(
                        i -> orZero(all.get(i).bidOrNull()),
                        i -> orZero(all.get(i).askOrNull()),
                        i -> all.get(i).first().micros() - all.get(i).second().micros(),
                        i -> all.get(i).profit().micros()));
        Market market = result.market();
        ObjectNode node = JSON.objectNode();
        node.put("slug", market.slug())
                .put("first", market.first().name())
                .put("second", market.second().name());
        market.window()
                .ifPresent(window -> node.put("start", window.start().toEpochMilli())
                        .put("end", window.end().toEpochMilli()));
        result.resolution()
                .ifPresent(resolution -> node.put(
                                "payout", resolution.firstPayout().micros())
                        .put("resolved", resolution.at().toEpochMilli()));
        node.put("outcome", Verdict.of(result));
        node.set("t", deltas(kept, i -> all.get(i).at().toEpochMilli()));
        node.set("bid", deltas(kept, i -> micros(all.get(i).bidOrNull())));
        node.set("ask", deltas(kept, i -> micros(all.get(i).askOrNull())));
        node.set("held1", deltas(kept, i -> all.get(i).first().micros()));
        node.set("held2", deltas(kept, i -> all.get(i).second().micros()));
        node.set("profit", deltas(kept, i -> all.get(i).profit().micros()));
        return node;
    }

    /** Samples go on for every market until the run ends; a chart ends one sample after the last that says anything new. */
    private static List<PricePoint> lively(List<PricePoint> all) {
        int from = 0;
        while (from < all.size()
                && all.get(from).bidOrNull() == null
                && all.get(from).askOrNull() == null) {
            from++;
        }
        int to = all.size() - 1;
        while (to > from && saysTheSame(all.get(to), all.get(to - 1))) {
            to--;
        }
        return all.subList(from == all.size() ? 0 : from, Math.min(all.size(), to + 2));
    }

    private static boolean saysTheSame(PricePoint one, PricePoint other) {
        return Objects.equals(one.bidOrNull(), other.bidOrNull())
                && Objects.equals(one.askOrNull(), other.askOrNull())
                && one.first().equals(other.first())
                && one.second().equals(other.second())
                && one.profit().equals(other.profit());
    }

    private static long orZero(@Nullable Price price) {
        return price == null ? 0 : price.micros();
    }

    private static @Nullable Long micros(@Nullable Price price) {
        return price == null ? null : price.micros();
    }

    /** The first value as it is, every later one as the difference to the last there was; null where there is none. */
    private static ArrayNode deltas(int[] kept, IntFunction<@Nullable Long> value) {
        ArrayNode array = JSON.arrayNode(kept.length);
        long last = 0;
        for (int i : kept) {
            Long now = value.apply(i);
            if (now == null) {
                array.addNull();
            } else {
                array.add(now - last);
                last = now;
            }
        }
        return array;
    }

    private static Map<MarketId, List<Fill>> fillsByMarket(BacktestResult result) {
        Instruments instruments = new Instruments(result);
        Map<MarketId, List<Fill>> fills = new HashMap<>();
        for (Fill fill : result.fills()) {
            if (fill.settlement() != SettlementStatus.FAILED) {
                instruments
                        .market(fill.instrument())
                        .ifPresent(market -> fills.computeIfAbsent(market.id(), id -> new ArrayList<>())
                                .add(fill));
            }
        }
        return fills;
    }

    /** Times, then whether it bought, whether it was of the first outcome, price, shares and whether it crossed. */
    private static void fills(ObjectNode node, Market market, List<Fill> all, int limit) {
        int step = Math.max(1, (all.size() + limit - 1) / limit);
        ObjectNode fills = node.putObject("fills");
        fills.put("all", all.size());
        ArrayNode times = fills.putArray("t");
        ArrayNode rows = fills.putArray("rows");
        long last = 0;
        InstrumentId first = market.first().instrument();
        for (int i = 0; i < all.size(); i += step) {
            Fill fill = all.get(i);
            Instant at = fill.at();
            times.add(at.toEpochMilli() - last);
            last = at.toEpochMilli();
            rows.addArray()
                    .add(fill.side() == Side.BUY ? 1 : 0)
                    .add(fill.instrument().equals(first) ? 1 : 0)
                    .add(fill.price().micros())
                    .add(fill.quantity().micros())
                    .add(fill.role().name());
        }
    }
}
