package io.ploy.connectors.polymarket.directory;

import io.ploy.api.market.MarketWindow;
import io.ploy.connectors.polymarket.gamma.GammaCrypto;
import io.ploy.connectors.polymarket.gamma.GammaEventSummary;
import io.ploy.connectors.polymarket.gamma.GammaMarket;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells which time an up/down market is about and what decides it. A market whose name and times do not fit gets no window:
 * a strategy that needs one then leaves it alone.
 */
final class UpDownWindows {
    private static final Pattern NUMBERED = Pattern.compile("([a-z0-9]{1,20})-updown-(5m|15m|4h)-(\\d{9,11})");
    private static final Pattern HOURLY =
            Pattern.compile("([a-z0-9]{1,20})-up-or-down-[a-z]{3,9}-\\d{1,2}(?:-\\d{4})?-\\d{1,2}[ap]m-et");
    private static final Pattern DAILY =
            Pattern.compile("([a-z0-9]{1,20})-up-or-down-on-[a-z]{3,9}-\\d{1,2}(?:-\\d{4})?");
    private static final Pattern STREAM = Pattern.compile("/streams/([a-z0-9]{1,20})-(usdt?)(?:-twap-(\\d{1,4})s)?");
    private static final Pattern PAIR = Pattern.compile("/trade/([A-Z0-9]{1,20})_(USD[TC]?)");
    private static final Map<String, WindowLength> LENGTHS =
            Map.of("5m", WindowLength.FIVE_MINUTES, "15m", WindowLength.FIFTEEN_MINUTES, "4h", WindowLength.FOUR_HOURS);

    private UpDownWindows() {}

    static Optional<MarketWindow> of(GammaMarket market) {
        return slot(market)
                .flatMap(slot -> symbol(market)
                        .map(symbol ->
                                new MarketWindow(slot.start(), slot.end(), symbol, strike(market), average(market))));
    }

    /** The time of the window, where the market's name says that it has one. */
    private static Optional<WindowSlot> slot(GammaMarket market) {
        Matcher numbered = NUMBERED.matcher(market.slug());
        if (numbered.matches()) {
            Instant start = Instant.ofEpochSecond(Long.parseLong(numbered.group(3)));
            WindowLength length = LENGTHS.getOrDefault(numbered.group(2), WindowLength.FIVE_MINUTES);
            WindowSlot slot = WindowGrid.at(length, start);
            return slot.start().equals(start) ? agreed(slot, market) : Optional.empty();
        }
        Instant end = market.dates().end();
        if (end == null) {
            return Optional.empty();
        }
        if (HOURLY.matcher(market.slug()).matches()) {
            return agreed(WindowGrid.at(WindowLength.HOUR, end.minusNanos(1)), market);
        }
        // Stocks have days of their own, which this grid does not know.
        boolean daily = DAILY.matcher(market.slug()).matches()
                && market.resolutionSource().contains("binance.com");
        WindowSlot day = WindowGrid.at(WindowLength.DAY, end.minusNanos(1));
        return daily && day.end().equals(end) ? Optional.of(day) : Optional.empty();
    }

    private static Optional<WindowSlot> agreed(WindowSlot slot, GammaMarket market) {
        Instant start = start(market);
        Instant end = market.dates().end();
        boolean agrees = (start == null || slot.start().equals(start))
                && (end == null || slot.end().equals(end));
        return agrees ? Optional.of(slot) : Optional.empty();
    }

    private static @Nullable Instant start(GammaMarket market) {
        Instant start = market.dates().eventStart();
        return start != null
                ? start
                : market.event().map(GammaEventSummary::startTime).orElse(null);
    }

    private static Optional<String> symbol(GammaMarket market) {
        Matcher stream = STREAM.matcher(market.resolutionSource());
        if (stream.find()) {
            return Optional.of((stream.group(1) + "/" + stream.group(2)).toUpperCase(Locale.ROOT));
        }
        Matcher pair = PAIR.matcher(market.resolutionSource());
        if (pair.find()) {
            return Optional.of(pair.group(1) + "/" + pair.group(2));
        }
        // Numbered windows are all decided by an index in USD.
        Matcher numbered = NUMBERED.matcher(market.slug());
        return numbered.matches() && market.resolutionSource().isEmpty()
                ? Optional.of(numbered.group(1).toUpperCase(Locale.ROOT) + "/USD")
                : Optional.empty();
    }

    private static @Nullable BigDecimal strike(GammaMarket market) {
        return market.event().map(GammaEventSummary::priceToBeat).orElse(null);
    }

    private static Duration average(GammaMarket market) {
        GammaCrypto crypto = market.crypto();
        Duration told = crypto == null ? null : crypto.average();
        if (told != null) {
            return told;
        }
        Matcher stream = STREAM.matcher(market.resolutionSource());
        String seconds = stream.find() ? stream.group(3) : null;
        return seconds == null ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(seconds));
    }
}
