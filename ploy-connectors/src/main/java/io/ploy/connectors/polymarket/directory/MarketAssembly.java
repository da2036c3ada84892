package io.ploy.connectors.polymarket.directory;

import io.ploy.api.market.Event;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TradingRules;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.clob.TradingTerms;
import io.ploy.connectors.polymarket.gamma.GammaMarket;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes markets of what the venue's services say. */
final class MarketAssembly {
    static final String VENUE = "polymarket";

    /** 32 bytes name a condition of tokens, 31 one of positions. */
    private static final Pattern CONDITION = Pattern.compile("0x(?:[0-9a-fA-F]{64}|[0-9a-fA-F]{62})");

    private MarketAssembly() {}

    /** Whether an id could be one of this venue's markets. */
    static boolean isCondition(MarketId id) {
        return id.venue().equals(VENUE) && CONDITION.matcher(id.symbol()).matches();
    }

    /** The id of a market that is on chain. */
    static Optional<MarketId> id(GammaMarket market) {
        return market.conditionId().isEmpty()
                ? Optional.empty()
                : Optional.of(new MarketId(VENUE, market.conditionId()));
    }

    /**
     * A market as it is now.
     *
     * @param id its id
     * @param listed what the catalogue says
     * @param terms what the order book's service said last, or null
     * @param before the market as it was, or null
     */
    static MarketState state(MarketId id, Listed listed, @Nullable Terms terms, @Nullable MarketState before) {
        GammaMarket market = listed.market();
        SourcedRules rules = RulesMerge.merge(before == null ? null : before.rules(), listed, terms);
        TradingRules trading = trading(rules, before).orElse(null);
        OutcomeIds ids = OutcomeIds.of(market, terms);
        Boolean negRisk = negRisk(market, terms);
        Standing standing = Lifecycle.of(market, obstacle(market, terms, ids, negRisk, trading));
        VenueMarket made = trading == null || ids.ids().isEmpty()
                ? null
                : new VenueMarket(
                        market(id, market, ids, trading, standing, EventFacts.of(market, negRisk, before)),
                        Boolean.TRUE.equals(negRisk),
                        ids.version(),
                        question(market, before));
        return new MarketState(id, market.slug(), standing.status(), standing.reason(), made, rules, listed.at());
    }

    private static Market market(
            MarketId id,
            GammaMarket market,
            OutcomeIds ids,
            TradingRules rules,
            Standing standing,
            @Nullable Event event) {
        Market.Builder builder = Market.builder(id, outcome(market, ids, 0), outcome(market, ids, 1), rules)
                .event(event)
                .question(market.question())
                .status(standing.status())
                .window(UpDownWindows.of(market).orElse(null));
        return (market.slug().isBlank() ? builder : builder.slug(market.slug())).build();
    }

    /** What the question is called never changes, so an answer that leaves it out takes nothing back. */
    private static String question(GammaMarket market, @Nullable MarketState before) {
        VenueMarket known = before == null ? null : before.marketOrNull();
        return market.questionId().isEmpty() && known != null ? known.questionId() : market.questionId();
    }

    private static Outcome outcome(GammaMarket market, OutcomeIds ids, int index) {
        return new Outcome(
                market.outcomes().get(index), new InstrumentId(VENUE, ids.ids().get(index)));
    }

    /** The same rules keep their epoch. */
    private static Optional<TradingRules> trading(SourcedRules rules, @Nullable MarketState before) {
        VenueMarket known = before == null ? null : before.marketOrNull();
        if (known == null) {
            return rules.rules(0);
        }
        TradingRules old = known.market().rules();
        return rules.rules(old.epoch())
                .map(same -> same.equals(old)
                        ? old
                        : same.toBuilder().epoch(old.epoch() + 1).build());
    }

    private static @Nullable Boolean negRisk(GammaMarket market, @Nullable Terms terms) {
        Boolean listed = market.trading().negRisk();
        return (listed == null && terms != null) ? Boolean.valueOf(terms.terms().negRisk()) : listed;
    }

    /** Why it could not be traded even if it were open. */
    private static String obstacle(
            GammaMarket market,
            @Nullable Terms terms,
            OutcomeIds ids,
            @Nullable Boolean negRisk,
            @Nullable TradingRules rules) {
        if (!ids.problem().isEmpty()) {
            return ids.problem();
        }
        if (!CONDITION.matcher(market.conditionId()).matches()) {
            return "its condition id is no hash: " + market.conditionId();
        }
        if (rules == null) {
            return "its price step or smallest order is not known";
        }
        if (ids.version() == MarketVersion.CTF && (negRisk == null || contradicts(terms, negRisk))) {
            return negRisk == null
                    ? "the venue does not say whether it is a leg of a negative-risk event"
                    : "the venue contradicts itself on whether it is a leg of a negative-risk event";
        }
        return Placeholder.is(market) ? "it stands for an outcome that has no name yet" : "";
    }

    private static boolean contradicts(@Nullable Terms terms, boolean negRisk) {
        TradingTerms told = terms == null ? null : terms.terms();
        return told != null && told.negRisk() != negRisk;
    }
}
