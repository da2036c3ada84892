package io.ploy.connectors.polymarket.bench;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.util.Locale;
import java.util.SplittableRandom;

/** Frames as the venue sends them, made up. */
final class Frames {
    private static final String MARKET = "0xbd31dc8a20211944f6b70f31557f1001557b59905b7738480ca09bd4532f84af";
    private static final String YES = "71321045679252212594626385532706912750332728571942532289631379312455583992563";
    private static final String NO = "52114319501245915516055106046884209969926127482827954674443846427813813222426";

    private Frames() {}

    static VenueMarket market() {
        Outcome yes = new Outcome("Yes", new InstrumentId("polymarket", YES));
        Outcome no = new Outcome("No", new InstrumentId("polymarket", NO));
        TradingRules rules = TradingRules.builder(TickSize.TENTH_CENT).build();
        return new VenueMarket(
                Market.builder(new MarketId("polymarket", MARKET), yes, no, rules)
                        .build(),
                false,
                MarketVersion.CTF);
    }

    /** So many levels on each side: with 60, 4,563 letters. */
    static String book(int levels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder out = new StringBuilder("{\"market\":\"" + MARKET + "\",\"asset_id\":\"" + YES
                + "\",\"timestamp\":\"" + (1757908892351L + seed) + "\",\"hash\":\"" + hash(random) + "\",\"bids\":[");
        for (int i = 0; i < levels; i++) {
            level(out, i, 400 + i, random);
        }
        out.append("],\"asks\":[");
        for (int i = 0; i < levels; i++) {
            level(out, i, 530 - i, random);
        }
        return out.append("],\"event_type\":\"book\",\"last_trade_price\":\"0.462\"}")
                .toString();
    }

    private static void level(StringBuilder out, int index, int price, SplittableRandom random) {
        out.append(index > 0 ? "," : "").append("{\"price\":\"").append(price(price));
        out.append("\",\"size\":\"").append(size(random)).append("\"}");
    }

    /** So many entries: with two, 607 letters. */
    static String change(int entries, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder out = new StringBuilder("{\"market\":\"" + MARKET + "\",\"price_changes\":[");
        for (int i = 0; i < entries; i++) {
            out.append(i > 0 ? "," : "").append("{\"asset_id\":\"").append(i % 2 == 0 ? YES : NO);
            out.append("\",\"price\":\"").append(price(400 + random.nextInt(100)));
            out.append("\",\"size\":\"").append(random.nextInt(5) == 0 ? "0" : size(random));
            out.append("\",\"side\":\"").append(random.nextBoolean() ? "BUY" : "SELL");
            out.append("\",\"hash\":\"").append(hash(random));
            out.append("\",\"best_bid\":\"0.459\",\"best_ask\":\"0.471\"}");
        }
        return out.append("],\"timestamp\":\"" + (1757908892351L + seed) + "\",\"event_type\":\"price_change\"}")
                .toString();
    }

    private static String price(int thousandths) {
        return String.format(Locale.ROOT, "0.%03d", thousandths);
    }

    private static String size(SplittableRandom random) {
        int whole = 5 + random.nextInt(20_000);
        return switch (random.nextInt(3)) {
            case 0 -> Integer.toString(whole);
            case 1 -> whole + "." + (1 + random.nextInt(99));
            default -> whole / 10 + "." + String.format(Locale.ROOT, "%06d", 1 + random.nextInt(999_999));
        };
    }

    private static String hash(SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            out.append(Character.forDigit(random.nextInt(16), 16));
        }
        return out.toString();
    }
}
