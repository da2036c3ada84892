package io.ploy.connectors.polymarket.directory;

import io.ploy.connectors.polymarket.clob.MarketToken;
import io.ploy.connectors.polymarket.gamma.GammaMarket;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a market's two outcomes are named by, which its generation decides.
 *
 * @param version by which generation the market trades
 * @param ids two different ids in the order of the outcomes, or none
 * @param problem why the market cannot be traded for what is known of its ids, empty if it can
 */
record OutcomeIds(MarketVersion version, List<String> ids, String problem) {
    /** The most digits a number of 256 bits has. */
    private static final int LONGEST = 78;

    static OutcomeIds of(GammaMarket market, @Nullable Terms terms) {
        MarketVersion told =
                terms == null ? MarketVersion.UNKNOWN : terms.terms().version();
        MarketVersion version = market.version() == MarketVersion.UNKNOWN
                        && market.versionText().isEmpty()
                ? told
                : market.version();
        if (told != MarketVersion.UNKNOWN && told != version) {
            return unknown(
                    market,
                    "the catalogue says version '" + market.versionText() + "', the order book says '" + told.word()
                            + "'");
        }
        if (version == MarketVersion.UNKNOWN) {
            return unknown(
                    market,
                    market.versionText().isEmpty()
                            ? "the venue does not say its version"
                            : "its version '" + market.versionText() + "' is not known to this connector");
        }
        List<String> ids = version == MarketVersion.CTF ? market.clobTokenIds() : market.positionIds();
        String problem = problem(market, ids);
        if (!problem.isEmpty()) {
            return new OutcomeIds(version, List.of(), problem);
        }
        return new OutcomeIds(version, ids, terms == null ? "" : contradiction(ids, terms));
    }

    /** Such a market can be looked at, so any ids will do; trading it is another matter. */
    private static OutcomeIds unknown(GammaMarket market, String problem) {
        List<String> ids = market.clobTokenIds().isEmpty() ? market.positionIds() : market.clobTokenIds();
        return new OutcomeIds(MarketVersion.UNKNOWN, problem(market, ids).isEmpty() ? ids : List.of(), problem);
    }

    private static String problem(GammaMarket market, List<String> ids) {
        if (market.outcomes().size() != 2) {
            return "it has " + market.outcomes().size() + " outcomes, not two";
        }
        if (ids.isEmpty()) {
            return "its outcomes have no ids yet";
        }
        if (ids.size() != 2 || ids.get(0).equals(ids.get(1)) || !ids.stream().allMatch(OutcomeIds::isNumber)) {
            return "its outcomes are not named by two different numbers: " + ids;
        }
        return "";
    }

    private static boolean isNumber(String id) {
        return !id.isEmpty() && id.length() <= LONGEST && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The order book's ids are empty until the market opens. */
    private static String contradiction(List<String> ids, Terms terms) {
        List<String> others = terms.terms().tokens().stream()
                .map(MarketToken::token)
                .filter(token -> !token.isEmpty())
                .toList();
        return others.isEmpty() || new HashSet<>(others).equals(new HashSet<>(ids))
                ? ""
                : "the catalogue names its outcomes " + ids + ", the order book " + others;
    }
}
