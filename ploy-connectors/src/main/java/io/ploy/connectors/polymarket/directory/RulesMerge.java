package io.ploy.connectors.polymarket.directory;

import io.ploy.api.market.FeeSchedule;
import io.ploy.connectors.polymarket.clob.TradingTerms;
import io.ploy.connectors.polymarket.gamma.GammaTrading;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes one set of rules of what the catalogue, the order book's service and the stream say. */
final class RulesMerge {
    /** What the venue's documentation gives for markets with the short delay. */
    private static final Duration SHORT_DELAY = Duration.ofMillis(250);

    private RulesMerge() {}

    /**
     * The rules now.
     *
     * @param before the rules so far, or null
     * @param listed what the catalogue says
     * @param terms what the order book's service said last, or null
     */
    static SourcedRules merge(@Nullable SourcedRules before, Listed listed, @Nullable Terms terms) {
        GammaTrading catalogue = listed.market().trading();
        return new SourcedRules(
                newest(
                        before == null ? null : before.tickSize(),
                        said(catalogue.tickSize(), RuleSource.CATALOGUE, listed.at()),
                        terms == null ? null : said(terms.terms().tick(), RuleSource.ORDER_BOOK, terms.at())),
                newest(
                        before == null ? null : before.minimumSize(),
                        said(catalogue.minimumSize(), RuleSource.CATALOGUE, listed.at()),
                        terms == null ? null : said(terms.terms().minimumSize(), RuleSource.ORDER_BOOK, terms.at())),
                fees(listed, terms),
                delay(listed, terms));
    }

    /** The catalogue must not undo what the stream said minutes ago. */
    private static <T> @Nullable Sourced<T> newest(
            @Nullable Sourced<T> before, @Nullable Sourced<T> catalogue, @Nullable Sourced<T> orderBook) {
        return newer(newer(before, catalogue), orderBook);
    }

    private static <T> @Nullable Sourced<T> newer(@Nullable Sourced<T> one, @Nullable Sourced<T> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.since().isBefore(one.since()) ? one : other;
    }

    private static <T> @Nullable Sourced<T> said(@Nullable T value, RuleSource source, Instant at) {
        return value == null ? null : new Sourced<>(value, source, at);
    }

    private static @Nullable Sourced<FeeSchedule> fees(Listed listed, @Nullable Terms terms) {
        FeeSchedule charged = terms == null ? null : terms.terms().feeOrNull();
        if (terms != null && charged != null) {
            return new Sourced<>(charged, RuleSource.ORDER_BOOK, terms.at());
        }
        return said(listed.market().trading().fees().schedule().orElse(null), RuleSource.CATALOGUE, listed.at());
    }

    private static Sourced<Duration> delay(Listed listed, @Nullable Terms terms) {
        if (terms != null) {
            return new Sourced<>(delay(terms.terms()), RuleSource.ORDER_BOOK, terms.at());
        }
        Duration delay = listed.market().trading().takerDelay();
        return delay == null
                ? new Sourced<>(Duration.ZERO, RuleSource.ASSUMED, listed.at())
                : new Sourced<>(delay, RuleSource.CATALOGUE, listed.at());
    }

    private static Duration delay(TradingTerms terms) {
        return terms.shortTakerDelay() && terms.delay().compareTo(SHORT_DELAY) < 0 ? SHORT_DELAY : terms.delay();
    }
}
