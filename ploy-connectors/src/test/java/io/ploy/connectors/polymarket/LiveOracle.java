package io.ploy.connectors.polymarket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what a live frame means by other means than the channel: Jackson's tokens, a tree of maps and decimal numbers, slow
 * and plain. It knows one market with the outcomes 111 and 222 and the step 0.01.
 */
final class LiveOracle {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(1_000_000)
                    .maxNestingDepth(100_000)
                    .build())
            .build();
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE, 6);

    /** Under this name an object keeps which members stand twice in it. */
    private static final String TWICE = "\u0000twice";

    /** A number's letters, to tell them from a text's. */
    private record Numeral(String letters) {}

    /** What is read of a frame: what it says, and whose books are in doubt. */
    record Reading(List<MarketEvent> said, Set<String> doubted) {}

    private final boolean checking;
    private final Instant at;
    private final Map<String, Long> asOf;
    private final Map<String, TickSize> ticks = new LinkedHashMap<>();
    private final List<MarketEvent> said = new ArrayList<>();
    private final Set<String> doubted = new LinkedHashSet<>();

    private LiveOracle(boolean checking, Instant at, Map<String, Long> asOf) {
        this.checking = checking;
        this.at = at;
        this.asOf = new LinkedHashMap<>(asOf);
    }

    /** Empty if the frame is no JSON. */
    static Optional<Reading> read(boolean checking, String frame, Instant at, Map<String, Long> asOf) {
        LiveOracle oracle = new LiveOracle(checking, at, asOf);
        Object tree;
        try (JsonParser in = FACTORY.createParser(frame)) {
            in.nextToken();
            tree = oracle.tree(in);
            if (in.nextToken() != null) {
                return Optional.empty();
            }
        } catch (IOException | IllegalStateException e) {
            return Optional.empty();
        }
        List<?> messages = tree instanceof List<?> list ? list : tree == null ? List.of() : List.of(tree);
        for (Object each : messages) {
            if (each instanceof Map<?, ?> message) {
                Set<String> before = Set.copyOf(oracle.doubted);
                oracle.doubted.clear();
                oracle.message(message);
                oracle.doubted.forEach(of -> oracle.advance(of, message));
                oracle.doubted.addAll(before);
            }
        }
        return Optional.of(new Reading(oracle.said, oracle.doubted));
    }

    private @Nullable Object tree(JsonParser in) throws IOException {
        JsonToken token = in.currentToken();
        if (token == null) {
            throw new IllegalStateException("ended early");
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                Set<Member> seen = new LinkedHashSet<>();
                Set<Member> twice = new LinkedHashSet<>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
                    in.nextToken();
                    Object value = tree(in);
                    if (value != null) {
                        Member member = Member.of(name);
                        if (!seen.add(member)) {
                            twice.add(member);
                        }
                        boolean firstCounts = member == Member.ASSET_ID
                                ? known(object.get(name)).isPresent()
                                : object.containsKey(name);
                        if (!firstCounts) {
                            object.put(name, value);
                        }
                    }
                }
                twice.removeAll(Set.of(Member.OF_NO_USE, Member.UNKNOWN));
                object.put(TWICE, twice);
                yield object;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    list.add(tree(in));
                }
                yield list;
            }
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(in.getText());
            case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
            case VALUE_NULL -> null;
            default -> throw new IllegalStateException(token.toString());
        };
    }

    private void message(Map<?, ?> in) {
        Object type = in.get("event_type");
        String kind = type == null ? "" : Objects.requireNonNullElse(text(type), "?");
        boolean soundTime = in.get("timestamp") == null
                || "".equals(in.get("timestamp"))
                || Objects.requireNonNullElse(text(in.get("timestamp")), "?").matches("[0-9]{1,15}");
        boolean soundMarket = in.get("market") == null || text(in.get("market")) != null;
        Object changes = either(in, "price_changes", "changes");
        boolean soundChanges = changes == null || changes instanceof List;
        if (!soundTime || !soundMarket || !soundChanges || !once(in)) {
            doubtAll(in, kind);
            return;
        }
        switch (kind) {
            case "book" -> book(in, true);
            case "" -> {
                if (either(in, "bids", "buys") instanceof List || either(in, "asks", "sells") instanceof List) {
                    book(in, false);
                }
            }
            case "price_change" -> changes(in);
            case "last_trade_price" -> {
                Optional<String> of = outcome(in, in, false);
                Side side = side(in.get("side"));
                Long price = price(in.get("price"));
                Long size = decimal(in.get("size"));
                if (of.isPresent() && side != null && price != null && size != null && size > 0 && soundBest(in)) {
                    said.add(new MarketEvent.Traded(
                            new MarketTrade(id(of.get()), side, Price.ofMicros(price), Quantity.ofMicros(size), at)));
                }
            }
            case "tick_size_change" ->
                outcome(in, in, true).ifPresent(of -> {
                    TickSize tick = tick(in.get("new_tick_size"));
                    if (tick == null) {
                        doubted.add(of);
                    } else {
                        ticks.put(of, tick);
                        said.add(new MarketEvent.TickSizeChanged(at, id(of), tick));
                    }
                });
            case "market_resolved" -> {
                String winner = text(in.get("winning_asset_id"));
                if ("0xc0ffee".equals(text(in.get("market"))) && ("111".equals(winner) || "222".equals(winner))) {
                    String time = text(in.get("timestamp"));
                    Instant when = time == null || time.isEmpty() ? at : Instant.ofEpochMilli(Long.parseLong(time));
                    said.add(new MarketEvent.MarketResolved(
                            at,
                            winner.equals("111")
                                    ? Resolution.first(LiveFrames.MARKET, when)
                                    : Resolution.second(LiveFrames.MARKET, when)));
                }
            }
            default -> {}
        }
    }

    private void advance(String of, Map<?, ?> message) {
        String time = text(message.get("timestamp"));
        if (time != null && time.matches("[0-9]{1,15}")) {
            long millis = Long.parseLong(time);
            if (millis <= at.toEpochMilli() + 60_000) {
                asOf.merge(of, millis, Math::max);
            }
        }
    }

    private void doubtAll(Map<?, ?> in, String kind) {
        List<String> kinds = List.of(
                "book",
                "price_change",
                "last_trade_price",
                "tick_size_change",
                "best_bid_ask",
                "market_resolved",
                "new_market");
        if (!kinds.contains(kind)) {
            return;
        }
        if ("0xc0ffee".equals(text(in.get("market")))) {
            doubted.addAll(List.of("111", "222"));
        }
        known(in.get("asset_id")).ifPresent(of -> doubted.addAll(List.of("111", "222")));
        if (either(in, "price_changes", "changes") instanceof List<?> entries) {
            for (Object each : entries) {
                if (each instanceof Map<?, ?> entry) {
                    known(entry.get("asset_id")).ifPresent(of -> doubted.addAll(List.of("111", "222")));
                }
            }
        }
    }

    private void book(Map<?, ?> in, boolean sent) {
        Optional<String> named = outcome(in, in, sent);
        if (named.isEmpty()) {
            return;
        }
        String of = named.get();
        List<BookLevel> bids = levels(either(in, "bids", "buys"));
        List<BookLevel> asks = levels(either(in, "asks", "sells"));
        boolean hasTick = in.get("tick_size") != null && !"".equals(in.get("tick_size"));
        TickSize tick = hasTick ? tick(in.get("tick_size")) : ticks.getOrDefault(of, TickSize.CENT);
        if (bids == null || asks == null || tick == null || !soundFlat(in)) {
            if (sent) {
                doubted.add(of);
            }
            return;
        }
        String time = text(in.get("timestamp"));
        if (!sent && time != null && !time.isEmpty() && Long.parseLong(time) < asOf.getOrDefault(of, -1L)) {
            return;
        }
        ticks.put(of, tick);
        advance(of, in);
        said.add(new MarketEvent.BookSnapshot(at, id(of), tick, bids, asks));
    }

    private void changes(Map<?, ?> in) {
        Map<String, List<LevelChange>> byOutcome = new LinkedHashMap<>();
        Object listed = either(in, "price_changes", "changes");
        List<?> entries = listed instanceof List<?> list ? list : List.of(in);
        for (Object each : entries) {
            Map<?, ?> entry = each instanceof Map<?, ?> map ? map : Map.of();
            outcome(in, entry, true).ifPresent(of -> {
                Side side = side(entry.get("side"));
                Long price = price(entry.get("price"));
                Long size = decimal(entry.get("size"));
                boolean once = entry == in || once(entry);
                if (side == null || price == null || size == null || size < 0 || !once || !soundBest(entry)) {
                    doubted.add(of);
                    if (entry.get(TWICE) instanceof Set<?> twice && twice.contains(Member.ASSET_ID)) {
                        doubted.addAll(List.of("111", "222"));
                    }
                } else {
                    byOutcome
                            .computeIfAbsent(of, key -> new ArrayList<>())
                            .add(new LevelChange(
                                    side == Side.BUY ? BookSide.BIDS : BookSide.ASKS,
                                    Price.ofMicros(price),
                                    Quantity.ofMicros(size)));
                }
            });
        }
        byOutcome.forEach((of, list) -> {
            advance(of, in);
            said.add(new MarketEvent.BookChanged(at, id(of), list));
        });
    }

    /** The outcome an entry or its message names, if it is one of the market named. */
    private Optional<String> outcome(Map<?, ?> message, Map<?, ?> entry, boolean doubting) {
        Object named = entry.get("asset_id") != null ? entry.get("asset_id") : message.get("asset_id");
        Optional<String> of = known(named);
        String market = text(message.get("market"));
        boolean ours = "0xc0ffee".equals(market);
        if (of.isPresent() && (market == null || ours)) {
            return of;
        }
        if (doubting && (ours || of.isPresent())) {
            doubted.addAll(List.of("111", "222"));
        }
        return Optional.empty();
    }

    private static Optional<String> known(@Nullable Object asset) {
        String text = text(asset);
        return "111".equals(text) || "222".equals(text) ? Optional.of(text) : Optional.empty();
    }

    /** Members a book needs not, but which are wrong where they stand. */
    private boolean soundFlat(Map<?, ?> in) {
        return (in.get("price") == null || "".equals(in.get("price")) || price(in.get("price")) != null)
                && (in.get("size") == null || "".equals(in.get("size")) || sizeIsSound(in.get("size")))
                && (in.get("side") == null || side(in.get("side")) != null)
                && soundBest(in);
    }

    private static boolean sizeIsSound(@Nullable Object size) {
        Long micros = decimal(size);
        return micros != null && micros >= 0;
    }

    private boolean soundBest(Map<?, ?> in) {
        if (!checking) {
            return true;
        }
        for (String name : List.of("best_bid", "best_ask")) {
            Object best = in.get(name);
            if (best != null && !"".equals(best) && price(best) == null) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable List<BookLevel> levels(@Nullable Object in) {
        if (!(in instanceof List<?> list)) {
            return null;
        }
        List<BookLevel> levels = new ArrayList<>();
        Set<Long> prices = new LinkedHashSet<>();
        for (Object each : list) {
            Map<?, ?> level = each instanceof Map<?, ?> map ? map : Map.of();
            Long price = price(level.get("price"));
            Long size = decimal(level.get("size"));
            boolean once = level.get(TWICE) instanceof Set<?> twice
                    && !twice.contains(Member.PRICE)
                    && !twice.contains(Member.SIZE);
            if (!once || price == null || size == null || size < 0 || !prices.add(price)) {
                return null;
            }
            if (size > 0) {
                levels.add(new BookLevel(Price.ofMicros(price), Quantity.ofMicros(size)));
            }
        }
        return levels;
    }

    private static @Nullable TickSize tick(@Nullable Object in) {
        Long micros = decimal(in);
        return micros == null || micros <= 0 || micros >= 1_000_000 || 1_000_000 % micros != 0
                ? null
                : new TickSize(micros);
    }

    private static @Nullable Long price(@Nullable Object in) {
        Long micros = decimal(in);
        return micros == null || micros < 0 || micros > 1_000_000 ? null : micros;
    }

    private static @Nullable Long decimal(@Nullable Object in) {
        String text = text(in);
        if (text == null || !DECIMAL.matcher(text).matches()) {
            return null;
        }
        BigDecimal value = new BigDecimal(text.endsWith(".") ? text + "0" : text);
        if (value.abs().compareTo(LARGEST) > 0 || value.stripTrailingZeros().scale() > 6) {
            return null;
        }
        return value.movePointRight(6).longValueExact();
    }

    private static @Nullable Side side(@Nullable Object in) {
        if (!(in instanceof String text)) {
            return null;
        }
        return switch (text) {
            case "BUY", "buy" -> Side.BUY;
            case "SELL", "sell" -> Side.SELL;
            default -> null;
        };
    }

    private static @Nullable String text(@Nullable Object in) {
        return in instanceof String text ? text : in instanceof Numeral numeral ? numeral.letters : null;
    }

    private static boolean once(Map<?, ?> in) {
        return in.get(TWICE) instanceof Set<?> twice && twice.isEmpty();
    }

    private static @Nullable Object either(Map<?, ?> in, String name, String older) {
        Object found = in.get(name);
        return found != null ? found : in.get(older);
    }

    private static InstrumentId id(String symbol) {
        return new InstrumentId("polymarket", symbol);
    }
}
