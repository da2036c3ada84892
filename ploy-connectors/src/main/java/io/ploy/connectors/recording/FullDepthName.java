package io.ploy.connectors.recording;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a full-depth file's name says. The files hold no ids, so the market and its instruments are named for the window.
 *
 * @param length such as {@code 15m}
 * @param asset such as {@code btc}
 * @param trades whether the file holds trades rather than books
 * @param startSeconds when the window opens
 * @param up whether the file is the first outcome's
 */
record FullDepthName(String length, String asset, boolean trades, long startSeconds, boolean up) {
    private static final Pattern NAME = Pattern.compile(
            "([1-9]\\d?)([mhd])_([a-z0-9]{2,10})_(orderbooks|trades)_(\\d{10})(up|down)\\.json(?:\\.gz)?");

    static Optional<FullDepthName> parse(Path file) {
        Matcher match = NAME.matcher(FileNames.of(file));
        if (!match.matches()) {
            return Optional.empty();
        }
        return Optional.of(new FullDepthName(
                match.group(1) + match.group(2),
                match.group(3),
                match.group(4).equals("trades"),
                Long.parseLong(match.group(5)),
                match.group(6).equals("up")));
    }

    String slug() {
        return asset + "-updown-" + length + "-" + startSeconds;
    }

    InstrumentId instrument(boolean ofUp) {
        return new InstrumentId(Crypto15mMarkets.VENUE, slug() + (ofUp ? "-up" : "-down"));
    }

    InstrumentId instrument() {
        return instrument(up);
    }

    String reference() {
        return asset.toUpperCase(Locale.ROOT) + "/USD";
    }

    private Duration duration() {
        long count = Long.parseLong(length.substring(0, length.length() - 1));
        return switch (length.charAt(length.length() - 1)) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    Market market() {
        Instant start = Instant.ofEpochSecond(startSeconds);
        return Market.builder(
                        new MarketId(Crypto15mMarkets.VENUE, slug()),
                        new Outcome("Up", instrument(true)),
                        new Outcome("Down", instrument(false)),
                        TradingRules.builder(TickSize.CENT).build())
                .window(new MarketWindow(start, start.plus(duration()), reference(), null, Duration.ZERO))
                .build();
    }
}
