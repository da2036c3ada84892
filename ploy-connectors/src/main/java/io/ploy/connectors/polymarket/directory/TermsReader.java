package io.ploy.connectors.polymarket.directory;

import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.connectors.polymarket.directory.MarketRegistry.Entry;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks how markets trade, a few at each look: first the new ones, then those asked for longest ago. */
final class TermsReader {
    /** After so many failures in a row, the rest can wait for the next look. */
    private static final int PATIENCE = 3;

    private final TermsSource source;
    private final MarketRegistry known;
    private final DirectorySettings settings;
    private final TimeSource time;
    private int left;
    private int failedInRow;
    private String problem = "";

    TermsReader(TermsSource source, MarketRegistry known, DirectorySettings settings, TimeSource time) {
        this.source = source;
        this.known = known;
        this.settings = settings;
        this.time = time;
    }

    void begin() {
        left = settings.termsAtOnce();
        failedInRow = 0;
        problem = "";
    }

    /** How a market trades, or null if there is no time to ask or no answer. */
    @Nullable
    Terms read(MarketId id) {
        if (left == 0 || failedInRow == PATIENCE) {
            return null;
        }
        left--;
        Instant at = time.now();
        try {
            Terms terms =
                    source.terms(id.symbol()).map(told -> new Terms(told, at)).orElse(null);
            failedInRow = 0;
            return terms;
        } catch (RequestException e) {
            failedInRow++;
            problem = "terms of trading: " + e.getMessage();
            return null;
        }
    }

    /** Asks for terms that are missing or old. */
    void renew() {
        Instant fresh = time.now().minus(settings.termsAge());
        List<Entry> stale = known.entries().stream()
                .filter(entry -> isNeeded(entry) && isStale(entry, fresh))
                .sorted(Comparator.comparing(TermsReader::askedAt)
                        .thenComparing(entry -> entry.state().id()))
                .limit(left)
                .toList();
        for (Entry entry : stale) {
            Terms terms = read(entry.state().id());
            if (terms != null) {
                known.take(entry.state().id(), terms);
            }
        }
    }

    private static boolean isNeeded(Entry entry) {
        return entry.state().status() == MarketStatus.OPEN
                || (entry.listed().market().state().acceptingOrders()
                        && entry.state().status() == MarketStatus.DISCOVERED);
    }

    private static boolean isStale(Entry entry, Instant fresh) {
        return askedAt(entry).isBefore(fresh);
    }

    private static Instant askedAt(Entry entry) {
        Terms told = entry.terms();
        return told == null ? Instant.MIN : told.at();
    }

    List<String> problems() {
        return problem.isEmpty() ? List.of() : List.of(problem);
    }
}
