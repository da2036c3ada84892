package io.ploy.connectors.polymarket.stream;

import io.ploy.api.PloyException;
import io.ploy.api.market.InstrumentId;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that subscribed books come, and that quiet ones are quiet and not lost. The venue is asked about a book
 * nothing was heard of: the same time in its answer vouches for the book, a later one that the stream does not reach
 * soon shows that something was missed, and an earlier one, from the venue's cache, shows nothing. In turn only.
 */
final class BookWatch {
    private static final Logger LOG = LoggerFactory.getLogger(BookWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final FeedSettings settings;
    private final TimeSource time;
    private final Turn turn;
    private final Shards shards;
    private final MarketList markets;
    private final BookSnapshots venue;
    private final Worker witness;
    private boolean asking;
    private long rereads;
    private long vouched;

    BookWatch(
            FeedSettings settings,
            Workshop workshop,
            Shards shards,
            MarketList markets,
            BookSnapshots venue,
            Worker witness) {
        this.settings = settings;
        this.time = workshop.time();
        this.turn = workshop.turn();
        this.shards = shards;
        this.markets = markets;
        this.venue = venue;
        this.witness = witness;
    }

    void begin() {
        turn.after(EVERY, () -> {
            begin();
            look();
        });
    }

    private void look() {
        long now = time.nanos();
        List<Asset> missing = new ArrayList<>();
        List<Asset> strayed = new ArrayList<>();
        List<Asset> quiet = new ArrayList<>();
        for (Shard shard : shards.all()) {
            if (shard.isOpen()) {
                sort(shard, now, missing, strayed, quiet);
            }
        }
        missing.forEach(this::missed);
        strayed.forEach(this::strayed);
        judgeSilence(now);
        if (!asking && !quiet.isEmpty()) {
            ask(quiet, now);
        }
    }

    private void sort(Shard shard, long now, List<Asset> missing, List<Asset> strayed, List<Asset> quiet) {
        for (Asset each : shard.assets()) {
            if (each.aheadMillis >= 0 && shard.asOf(each.id) >= each.aheadMillis) {
                each.aheadMillis = -1;
            }
            if (each.isMissing(now, settings.snapshotWithin().toNanos())) {
                missing.add(each);
            } else if (each.aheadMillis >= 0
                    && now - each.aheadNanos > settings.graceForStream().toNanos()) {
                strayed.add(each);
            } else if (each.isQuiet(now, settings.quietAfter().toNanos())) {
                quiet.add(each);
            }
        }
    }

    /** Asks again on the same connection first, then tries another. */
    private void missed(Asset asset) {
        asset.misses++;
        if (asset.misses % 2 == 0 && shards.mayMove(asset)) {
            markets.of(asset.id).ifPresent(market -> shards.move(asset, market));
        } else {
            asset.shard.again(asset);
        }
    }

    private void strayed(Asset asset) {
        Instant ahead = Instant.ofEpochMilli(asset.aheadMillis);
        asset.aheadMillis = -1;
        if (asset.whole) {
            asset.shard.strayed(asset, "the venue has a book of " + ahead + " which the stream did not bring");
        }
    }

    private void judgeSilence(long now) {
        for (Shard shard : List.copyOf(shards.all())) {
            long othersHeard = shards.all().stream()
                    .filter(each -> each != shard && each.isOpen())
                    .mapToLong(Shard::heardNanos)
                    .max()
                    .orElse(now - settings.silentAfter().toNanos());
            shard.judgeSilence(othersHeard);
        }
    }

    private void ask(List<Asset> quiet, long now) {
        List<Asset> longest = quiet.stream()
                .sorted(Comparator.comparingLong(Asset::quietSince))
                .limit(settings.rereadsAtOnce())
                .toList();
        longest.forEach(each -> each.rereadNanos = now);
        asking = true;
        List<InstrumentId> which = longest.stream().map(each -> each.id).toList();
        witness.post(() -> {
            List<BookAnswer> answers = answers(which);
            turn.run(() -> compare(longest, answers, now));
        });
    }

    private List<BookAnswer> answers(List<InstrumentId> which) {
        try {
            return BookAnswer.all(venue.read(which));
        } catch (PloyException e) {
            LOG.debug("quiet books could not be read: {}", e.getMessage());
            return List.of();
        } catch (RuntimeException e) {
            LOG.error("reading quiet books failed", e);
            return List.of();
        }
    }

    private void compare(List<Asset> asked, List<BookAnswer> answers, long askedNanos) {
        asking = false;
        for (BookAnswer answer : answers) {
            rereads++;
            asked.stream()
                    .filter(each -> each.id.symbol().equals(answer.symbol()))
                    .findFirst()
                    .ifPresent(each -> compare(each, answer, askedNanos));
        }
    }

    private void compare(Asset asset, BookAnswer answer, long askedNanos) {
        if (shards.asset(asset.id) != asset || !asset.whole || asset.awaiting) {
            return;
        }
        long known = asset.shard.asOf(asset.id);
        if (answer.millis() == known) {
            vouched++;
            asset.strays = 0;
            asset.shard.vouch(answer.text());
        } else if (answer.millis() > known && asset.heardNanos <= askedNanos) {
            asset.aheadMillis = answer.millis();
            asset.aheadNanos = time.nanos();
        }
    }

    long rereads() {
        return rereads;
    }

    long vouched() {
        return vouched;
    }
}
