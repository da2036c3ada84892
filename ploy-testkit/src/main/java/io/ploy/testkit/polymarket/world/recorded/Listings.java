package io.ploy.testkit.polymarket.world.recorded;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TradingRules;
import io.ploy.testkit.polymarket.listing.ListedEvent;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes of recorded markets what the venue lists. */
final class Listings {
    private static final FeeSchedule ASSUMED_FEES = FeeSchedule.takerRate("0.07");
    private static final Pattern UP_DOWN = Pattern.compile("([a-z0-9]+)-updown-([0-9]+[mhd])-[0-9]+");
    private static final int FIRST_NUMBER = 3_000_000;

    private final Shift shift;
    private final Instant recordingEnds;
    private final Map<String, ListedEvent> events = new HashMap<>();
    private int number = FIRST_NUMBER;

    Listings(Shift shift, Instant recordingEnds) {
        this.shift = shift;
        this.recordingEnds = recordingEnds;
    }

    /**
     * A market in the venue's names and time. One that is said to be paid out is closed until its payout is known.
     */
    Market market(Market recorded) {
        TradingRules rules = recorded.rules();
        MarketWindow window = recorded.window().orElse(null);
        return Market.builder(
                        VenueNames.market(recorded.id()),
                        outcome(recorded.first()),
                        outcome(recorded.second()),
                        rules.fees().isPresent()
                                ? rules
                                : rules.toBuilder().fees(ASSUMED_FEES).build())
                .slug(window == null ? recorded.slug() : shift.slug(recorded.slug(), window))
                .question(recorded.question())
                .status(recorded.status().isFinal() ? MarketStatus.CLOSED : recorded.status())
                .window(window == null ? null : shift.of(window))
                .build();
    }

    private static Outcome outcome(Outcome recorded) {
        return new Outcome(recorded.name(), VenueNames.instrument(recorded.instrument()));
    }

    ListedMarket listed(Market recorded, Market market, Instant now) {
        Instant ends = market.window().map(MarketWindow::end).orElse(recordingEnds);
        String name = recorded.event().map(Object::toString).orElse(market.slug());
        ListedEvent event = events.computeIfAbsent(name, unseen -> event(market, now, ends));
        return new ListedMarket(
                market,
                Integer.toString(++number),
                event,
                VenueNames.version(market.id()),
                VenueNames.question(recorded.id()),
                "Recorded; resolves as it did.",
                recorded.event().isPresent() ? market.question() : "",
                market.window().map(Listings::source).orElse("recorded"),
                now,
                ends);
    }

    private ListedEvent event(Market market, Instant now, Instant ends) {
        Matcher upDown = UP_DOWN.matcher(market.slug());
        String series = upDown.matches() ? upDown.group(1) + "-up-or-down-" + upDown.group(2) : "";
        return new ListedEvent(
                Integer.toString(++number), market.slug(), market.question(), false, series, List.of(), now, ends);
    }

    /** Names the stream of prices that decides a window. */
    private static String source(MarketWindow window) {
        String pair = window.referenceSymbol().toLowerCase(Locale.ROOT).replace('/', '-');
        long seconds = window.settlementAverage().toSeconds();
        return "https://data.chain.link/streams/" + pair + (seconds == 0 ? "" : "-twap-" + seconds + "s");
    }
}
