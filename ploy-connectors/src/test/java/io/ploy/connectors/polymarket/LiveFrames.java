package io.ploy.connectors.polymarket;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes up frames of the market channel in every way they may be written: any order of members, white space, members
 * nobody knows, escaped letters, numbers as text or bare, one object or a list. Some name outcomes nobody knows, and some
 * entries are wrong. The same seed makes the same frames.
 */
final class LiveFrames {
    static final MarketId MARKET = new MarketId("polymarket", "0xc0ffee");
    static final InstrumentId UP = new InstrumentId("polymarket", "111");
    static final InstrumentId DOWN = new InstrumentId("polymarket", "222");

    private final SplittableRandom random;

    LiveFrames(long seed) {
        random = new SplittableRandom(seed);
    }

    static VenueMarket market() {
        return market(TickSize.CENT);
    }

    static VenueMarket market(TickSize tick) {
        return new VenueMarket(
                Market.builder(
                                MARKET,
                                new Outcome("Up", UP),
                                new Outcome("Down", DOWN),
                                TradingRules.builder(tick).build())
                        .build(),
                false,
                MarketVersion.CTF);
    }

    static LiveChannel channel(boolean checking, int patience) {
        LiveChannel channel = new LiveChannel(checking, patience, market -> {});
        try {
            channel.define(market());
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
        return channel;
    }

    String frame() {
        if (random.nextInt(3) > 0) {
            return space() + message() + space();
        }
        List<String> messages = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            messages.add(random.nextInt(40) == 0 ? junk() : message());
        }
        return space() + list(messages) + space();
    }

    private String message() {
        List<String> members = new ArrayList<>();
        boolean ours = random.nextInt(10) > 0;
        boolean namesMarket = random.nextInt(5) > 0;
        if (namesMarket) {
            members.add(member("market", text(ours ? "0xc0ffee" : "0xother")));
        }
        if (random.nextInt(5) > 0) {
            String time = Long.toString(1_769_860_800_000L + random.nextInt(1_000_000));
            members.add(member("timestamp", one(text(time), time, "\"\"", "null")));
        }
        String asset = asset(ours);
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                members.add(member("event_type", one(text("book"), text("book"), text("book"), "\"\"")));
                members.add(member("asset_id", asset));
                members.add(member(one("bids", "bids", "buys"), levels(100, 400)));
                members.add(member(one("asks", "asks", "sells"), levels(410, 990)));
                maybe(members, "tick_size", one(number("0.01"), number("0.001"), "\"\"", "\"0.03\""));
                maybe(members, "last_trade_price", one("\"\"", text("0.45")));
                maybe(members, "min_order_size", number("5"));
                maybe(members, "neg_risk", one("true", "false", "\"no\""));
                maybe(members, "hash", one(text("c67bac3d"), "\"\""));
            }
            case 2, 3, 4 -> {
                members.add(member("event_type", text("price_change")));
                if (random.nextInt(6) == 0) {
                    members.add(member("asset_id", asset));
                    members.addAll(entry(ours, false));
                } else {
                    if (random.nextInt(4) == 0) {
                        members.add(member("asset_id", asset));
                    }
                    List<String> entries = new ArrayList<>();
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        entries.add(random.nextInt(40) == 0 ? junk() : object(entry(ours, true)));
                    }
                    members.add(member(one("price_changes", "price_changes", "changes"), list(entries)));
                }
            }
            case 5 -> {
                members.add(member("event_type", text("last_trade_price")));
                members.add(member("asset_id", asset));
                members.addAll(entry(ours, false));
                maybe(members, "fee_rate_bps", "\"0\"");
                maybe(members, "transaction_hash", text("0xabc"));
            }
            case 6 -> {
                members.add(member("event_type", text("tick_size_change")));
                members.add(member("asset_id", asset));
                members.add(member("old_tick_size", number("0.01")));
                members.add(member("new_tick_size", one(number("0.001"), number("0.0001"), number("0.07"), "\"\"")));
            }
            default -> {
                members.add(member(
                        "event_type",
                        one(text("market_resolved"), text("best_bid_ask"), text("new_market"), text("something"))));
                members.add(member("asset_id", asset));
                members.add(member("winning_asset_id", asset));
                maybe(members, "best_bid", one(number("0.4"), "\"\""));
                maybe(members, "best_ask", one(number("0.41"), "\"1\""));
                maybe(members, "spread", number("0.01"));
            }
        }
        return object(members);
    }

    private List<String> entry(boolean ours, boolean named) {
        List<String> members = new ArrayList<>();
        if (named && random.nextInt(12) > 0) {
            members.add(member("asset_id", asset(ours)));
        }
        members.add(member("price", bad() ? one("\"1.5\"", "\"x\"", "null", "\"\"", "[]") : price()));
        members.add(member("size", bad() ? one("\"-1\"", "\"1e3\"", "true", "{}", "\"0.1234567\"") : size()));
        members.add(member("side", bad() ? one("\"HOLD\"", "1", "\"\"") : one("\"BUY\"", "\"SELL\"", text("buy"))));
        maybe(members, "hash", text("ab12"));
        maybe(members, "best_bid", one(price(), "\"0\"", "\"\""));
        maybe(members, "best_ask", one(price(), "\"1\"", "null"));
        return members;
    }

    private String asset(boolean ours) {
        return !ours
                ? text("999")
                : one(text("111"), text("111"), text("222"), "111", "222", bad() ? "\"998\"" : "\"222\"");
    }

    private String levels(int from, int to) {
        List<String> levels = new ArrayList<>();
        boolean plain = random.nextInt(3) == 0;
        for (int price = from + random.nextInt(50); price < to && levels.size() < 70; price += 1 + random.nextInt(90)) {
            List<String> members = new ArrayList<>();
            members.add(member("price", number("0." + price)));
            members.add(member("size", size()));
            String written = random.nextInt(300) == 0 ? junk() : object(members);
            levels.add(plain ? plainLevel(price) : written);
        }
        if (random.nextInt(30) == 0 && !levels.isEmpty()) {
            levels.add(levels.get(0));
        }
        return list(levels);
    }

    /** The way the venue writes levels, some of them out of bounds. */
    private String plainLevel(int thousandths) {
        boolean wrong = random.nextInt(300) == 0;
        String price = wrong ? one("1.000001", "-0.1", "0.1234567", "12345678901234567890.5", ".") : "0." + thousandths;
        String size = random.nextInt(300) == 0
                ? one("-1", "1e3", "", "9223372036854.775808", "18446744073709.551617")
                : one("0", random.nextInt(20_000) + "." + random.nextInt(1_000_000), "9223372036854.775807");
        return "{\"price\":\"" + price + "\",\"size\":\"" + size + "\"}";
    }

    private String price() {
        return number("0." + (1 + random.nextInt(999)));
    }

    private String size() {
        return number(
                switch (random.nextInt(4)) {
                    case 0 -> Integer.toString(random.nextInt(100_000));
                    case 1 ->
                        String.format(Locale.ROOT, "%d.%06d", random.nextInt(1_000_000_000), random.nextInt(1_000_000));
                    case 2 -> "0";
                    default -> random.nextInt(10_000) + "." + random.nextInt(100);
                });
    }

    /** A number as text or bare, and in the several ways that mean the same. */
    private String number(String plain) {
        String written = switch (random.nextInt(8)) {
            case 0 -> plain.contains(".") ? plain + "000000000" : plain + ".0";
            case 1 -> plain.startsWith("0.") ? plain.substring(1) : "00" + plain;
            case 2 -> "+" + plain;
            default -> plain;
        };
        return random.nextInt(4) == 0 && written.matches("(0|[1-9][0-9]*)(\\.[0-9]+)?") ? written : text(written);
    }

    /** A text, its letters sometimes escaped. */
    private String text(String letters) {
        if (random.nextInt(10) > 0) {
            return '"' + letters + '"';
        }
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < letters.length(); i++) {
            char each = letters.charAt(i);
            if (random.nextInt(3) == 0) {
                out.append(String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) each));
            } else {
                out.append(each);
            }
        }
        return out.append('"').toString();
    }

    private String junk() {
        return one(
                "null", "17", "-0.5e+3", "true", "\"\\\"}\\\\\"", "[]", "[1,[2,{}]]", "{}", "{\"a\":[{\"b\":null}]}");
    }

    private void maybe(List<String> members, String name, String value) {
        if (random.nextBoolean()) {
            members.add(member(name, value));
        }
    }

    private String member(String name, String value) {
        return text(name) + space() + ":" + space() + value;
    }

    private String object(List<String> members) {
        List<String> shuffled = new ArrayList<>(members);
        if (random.nextInt(4) == 0) {
            shuffled.add(one("\"new_member\"", "\"größe\"", "\"\"", "\"siz\"", "\"a\\\"b\"") + ":" + space() + junk());
        }
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            String moved = shuffled.set(i, shuffled.get(other));
            shuffled.set(other, moved);
        }
        return "{" + joined(shuffled) + "}";
    }

    private String list(List<String> elements) {
        return "[" + joined(elements) + "]";
    }

    private String joined(List<String> parts) {
        StringBuilder out = new StringBuilder(space());
        for (String part : parts) {
            out.append(out.toString().isBlank() ? "" : "," + space())
                    .append(part)
                    .append(space());
        }
        return out.toString();
    }

    private String space() {
        return one("", "", "", "", " ", "\n", "\t\r\n  ");
    }

    private boolean bad() {
        return random.nextInt(25) == 0;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
