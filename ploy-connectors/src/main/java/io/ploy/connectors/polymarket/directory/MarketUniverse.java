package io.ploy.connectors.polymarket.directory;

import io.ploy.connectors.polymarket.gamma.GammaEvent;
import io.ploy.connectors.polymarket.gamma.GammaEventSummary;
import io.ploy.connectors.polymarket.gamma.GammaMarket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which markets are wanted. A market belongs to it if one of the sources brings it (series, tags, events, conditions, slug
 * patterns without wildcards) and every filter lets it pass (slug patterns, negative risk, liquidity, volume). Conditions
 * and whole slugs pass in any case. Without a source, patterns with wildcards look through all open markets.
 *
 * <p>Without anything, no market belongs to it; single ones can still be looked up.
 */
public final class MarketUniverse {
    /** No market. */
    public static final MarketUniverse NOTHING = builder().build();

    private final List<String> series;
    private final List<String> tagIds;
    private final List<String> tagSlugs;
    private final List<String> events;
    private final List<String> conditions;
    private final List<String> slugs;
    private final List<SlugPattern> patterns;
    private final NegRisk negRisk;
    private final @Nullable BigDecimal minimumLiquidity;
    private final @Nullable BigDecimal minimumVolume;
    private final int most;

    private MarketUniverse(Builder builder) {
        series = List.copyOf(builder.series);
        tagIds = List.copyOf(builder.tagIds);
        tagSlugs = List.copyOf(builder.tagSlugs);
        events = List.copyOf(builder.events);
        conditions = List.copyOf(builder.conditions);
        slugs = List.copyOf(builder.slugs);
        patterns = List.copyOf(builder.patterns);
        negRisk = builder.negRisk;
        minimumLiquidity = builder.minimumLiquidity;
        minimumVolume = builder.minimumVolume;
        most = builder.most;
    }

    /** Starts with no market, and at most 500. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether no market belongs to it. */
    public boolean isEmpty() {
        return !hasSources() && patterns.isEmpty();
    }

    boolean hasSources() {
        return !(series.isEmpty()
                && tagIds.isEmpty()
                && tagSlugs.isEmpty()
                && events.isEmpty()
                && conditions.isEmpty()
                && slugs.isEmpty());
    }

    boolean hasFilters() {
        return !patterns.isEmpty() || negRisk != NegRisk.ANY || minimumLiquidity != null || minimumVolume != null;
    }

    boolean hasTags() {
        return !tagIds.isEmpty() || !tagSlugs.isEmpty();
    }

    /**
     * Whether a market could belong of which no more is said than this.
     *
     * @param condition what names it on chain
     * @param slug its short name, empty if not said
     */
    boolean couldBring(String condition, String slug) {
        boolean namesAll = series.isEmpty() && events.isEmpty() && !hasTags() && hasSources();
        return namesAll
                ? conditions.contains(condition) || slugs.contains(slug) || (slug.isEmpty() && !slugs.isEmpty())
                : !isEmpty();
    }

    /** Whether a source brings a market, as far as the market itself tells: its tags it does not. */
    boolean brings(GammaMarket market) {
        return (!hasSources() && !isEmpty())
                || conditions.contains(market.conditionId())
                || slugs.contains(market.slug())
                || market.event()
                        .filter(event -> events.contains(event.slug())
                                || event.seriesSlugs().stream().anyMatch(series::contains))
                        .isPresent();
    }

    /** Whether an event's markets are brought because of its tags. */
    boolean bringsByTag(GammaEvent event) {
        return event.tags().stream().anyMatch(tag -> tagIds.contains(tag.id()) || tagSlugs.contains(tag.slug()));
    }

    /** Whether every filter lets a market pass. */
    boolean admits(GammaMarket market) {
        return (conditions.contains(market.conditionId()) || slugs.contains(market.slug()))
                || (isNamed(market)
                        && negRisk.admits(Boolean.TRUE.equals(market.trading().negRisk()))
                        && reaches(market.figures().liquidity(), minimumLiquidity)
                        && reaches(market.figures().volume(), minimumVolume));
    }

    private boolean isNamed(GammaMarket market) {
        String event = market.event().map(GammaEventSummary::slug).orElse("");
        return patterns.isEmpty()
                || patterns.stream().anyMatch(pattern -> pattern.matches(market.slug()) || pattern.matches(event));
    }

    private static boolean reaches(@Nullable BigDecimal figure, @Nullable BigDecimal minimum) {
        return minimum == null || (figure != null && figure.compareTo(minimum) >= 0);
    }

    List<String> series() {
        return series;
    }

    List<String> tagIds() {
        return tagIds;
    }

    List<String> tagSlugs() {
        return tagSlugs;
    }

    List<String> events() {
        return events;
    }

    List<String> conditions() {
        return conditions;
    }

    List<String> slugs() {
        return slugs;
    }

    @Nullable
    BigDecimal minimumLiquidity() {
        return minimumLiquidity;
    }

    @Nullable
    BigDecimal minimumVolume() {
        return minimumVolume;
    }

    /** How many markets at most. */
    public int most() {
        return most;
    }

    /** What it is made of, for people. */
    @Override
    public String toString() {
        return isEmpty()
                ? "no markets"
                : "at most " + most + " markets of series " + series + ", tags " + tagIds + tagSlugs + ", events "
                        + events
                        + ", conditions " + conditions + ", slugs " + slugs + patterns + ", negative risk " + negRisk
                        + ", liquidity from " + minimumLiquidity + ", volume from " + minimumVolume;
    }

    /** Whether legs of negative-risk events are wanted. */
    public enum NegRisk {
        /** Like all others. */
        ANY,
        /** Nothing else. */
        ONLY,
        /** Not at all. */
        NEVER;

        boolean admits(boolean leg) {
            return this == ANY || leg == (this == ONLY);
        }
    }

    /** Collects a universe. Not thread-safe. */
    public static final class Builder {
        private final List<String> series = new ArrayList<>();
        private final List<String> tagIds = new ArrayList<>();
        private final List<String> tagSlugs = new ArrayList<>();
        private final List<String> events = new ArrayList<>();
        private final List<String> conditions = new ArrayList<>();
        private final List<String> slugs = new ArrayList<>();
        private final List<SlugPattern> patterns = new ArrayList<>();
        private NegRisk negRisk = NegRisk.ANY;
        private @Nullable BigDecimal minimumLiquidity;
        private @Nullable BigDecimal minimumVolume;
        private int most = 500;

        private Builder() {}

        /** Markets of series, by short names such as {@code btc-up-or-down-5m}; the soonest to end first. */
        public Builder series(Collection<String> slugs) {
            series.addAll(slugs);
            return this;
        }

        /** Markets with tags, by the catalogue's numbers; the most traded first. */
        public Builder tagIds(Collection<String> ids) {
            tagIds.addAll(ids);
            return this;
        }

        /** Markets with tags, by short names; the most traded first. */
        public Builder tagSlugs(Collection<String> slugs) {
            tagSlugs.addAll(slugs);
            return this;
        }

        /** Markets of events, by short names. */
        public Builder events(Collection<String> slugs) {
            events.addAll(slugs);
            return this;
        }

        /** Markets by their conditions. */
        public Builder conditions(Collection<String> ids) {
            conditions.addAll(ids);
            return this;
        }

        /**
         * Markets, or events, by short names: whole ones, or patterns with {@code *} and {@code ?}.
         *
         * @throws IllegalArgumentException if one is neither
         */
        public Builder slugs(Collection<String> namesOrPatterns) {
            for (String each : namesOrPatterns) {
                SlugPattern pattern = new SlugPattern(each);
                if (pattern.isName()) {
                    slugs.add(each);
                } else {
                    patterns.add(pattern);
                }
            }
            return this;
        }

        /** Whether legs of negative-risk events are wanted. */
        public Builder negRisk(NegRisk wanted) {
            negRisk = wanted;
            return this;
        }

        /** Only markets with so much offered in the book, in USD; null for any. */
        public Builder minimumLiquidity(@Nullable BigDecimal usd) {
            minimumLiquidity = usd;
            return this;
        }

        /** Only markets with so much traded, in USD; null for any. */
        public Builder minimumVolume(@Nullable BigDecimal usd) {
            minimumVolume = usd;
            return this;
        }

        /**
         * How many markets at most; each source gets its share.
         *
         * @throws IllegalArgumentException if it is not from 1 to 10,000
         */
        public Builder most(int markets) {
            if (markets < 1 || markets > 10_000) {
                throw new IllegalArgumentException("a universe has 1 to 10000 markets at most, not " + markets);
            }
            most = markets;
            return this;
        }

        /** The universe. */
        public MarketUniverse build() {
            return new MarketUniverse(this);
        }
    }
}
