package io.ploy.connectors.polymarket.directory;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One up/down market after another on the price of a coin.
 *
 * @param asset the coin's short name in lower case, such as {@code btc}
 * @param length how long a window is
 */
public record UpDownSeries(String asset, WindowLength length) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,20}");
    private static final Map<String, String> LONG_NAMES = Map.of(
            "btc", "bitcoin",
            "eth", "ethereum",
            "sol", "solana",
            "doge", "dogecoin",
            "hype", "hyperliquid");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("ha", Locale.ROOT);

    /** Checks the name. */
    public UpDownSeries {
        if (!NAME.matcher(asset).matches()) {
            throw new IllegalArgumentException("no coin's short name in lower case, such as btc: " + asset);
        }
    }

    /** The window a moment is in. */
    public WindowSlot slotAt(Instant moment) {
        return WindowGrid.at(length, moment);
    }

    /** The window after another. */
    public WindowSlot after(WindowSlot slot) {
        return slotAt(slot.end());
    }

    /**
     * What the market of a window may be called. The venue changed its ways: names with and without the year, and with
     * short and long names of coins, are in use.
     *
     * @param slot which window
     * @return the likeliest first
     */
    public List<String> slugs(WindowSlot slot) {
        return switch (length) {
            case FIVE_MINUTES, FIFTEEN_MINUTES, FOUR_HOURS ->
                List.of(asset + "-updown-" + length.word() + "-" + slot.start().getEpochSecond());
            case HOUR -> named("-up-or-down-", slot.start(), true);
            case DAY -> named("-up-or-down-on-", slot.end(), false);
        };
    }

    private List<String> named(String middle, Instant at, boolean withHour) {
        ZonedDateTime local = at.atZone(WindowGrid.NEW_YORK);
        String day =
                local.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT) + "-"
                        + local.getDayOfMonth();
        String hour = withHour ? "-" + HOUR.format(local).toLowerCase(Locale.ROOT) + "-et" : "";
        List<String> slugs = new ArrayList<>();
        for (String year : List.of("-" + local.getYear(), "")) {
            for (String name : names()) {
                slugs.add(name + middle + day + year + hour);
            }
        }
        return slugs;
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        names.add(LONG_NAMES.getOrDefault(asset, asset));
        names.add(asset);
        return names;
    }

    @Override
    public String toString() {
        return asset + " up or down " + length.word();
    }
}
