package io.ploy.connectors.polymarket.directory;

import io.ploy.api.market.MarketStatus;
import io.ploy.connectors.polymarket.gamma.GammaMarket;
import io.ploy.connectors.polymarket.gamma.GammaState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Tells from what the catalogue says how far a market has come. Doubt never makes a market open or its payout known. */
final class Lifecycle {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Lifecycle() {}

    /**
     * How far a market has come.
     *
     * @param market as the catalogue has it
     * @param obstacle why it could not be traded even if it were open, or empty
     */
    static Standing of(GammaMarket market, String obstacle) {
        GammaState state = market.state();
        Word word = Word.of(market);
        if (word == Word.RESOLVED) {
            return state.closed() ? payout(market) : new Standing(MarketStatus.CLOSED, "resolved, payout not out yet");
        }
        if (word == Word.DISPUTED) {
            return new Standing(MarketStatus.DISPUTED, "the proposed outcome is disputed");
        }
        if (word == Word.PROPOSED) {
            return new Standing(MarketStatus.PROPOSED, "an outcome was proposed");
        }
        if (state.closed()) {
            return closed(market, word);
        }
        return open(market, word, obstacle);
    }

    /** The venue's word is final; the payout must be one that a market of two outcomes can have. */
    private static Standing payout(GammaMarket market) {
        List<BigDecimal> prices = market.outcomePrices();
        if (isDecided(prices)) {
            return new Standing(MarketStatus.RESOLVED, "resolved, outcomes pay " + prices);
        }
        if (prices.size() == 2 && prices.stream().allMatch(price -> price.compareTo(HALF) == 0)) {
            return new Standing(MarketStatus.VOID, "resolved, outcomes pay the same");
        }
        return new Standing(
                MarketStatus.UNDETERMINED, "resolved, but prices of " + prices + " are no payout of two outcomes");
    }

    private static boolean isDecided(List<BigDecimal> prices) {
        return prices.size() == 2
                && prices.stream().allMatch(price -> price.signum() == 0 || price.compareTo(BigDecimal.ONE) == 0)
                && prices.get(0).compareTo(prices.get(1)) != 0;
    }

    /**
     * Markets the oracle was never asked about say nothing but their payout. A book cannot trade at zero or one, so these
     * are no last prices; one half may be.
     */
    private static Standing closed(GammaMarket market, Word word) {
        return word == Word.NONE && isDecided(market.outcomePrices())
                ? payout(market)
                : new Standing(MarketStatus.CLOSED, "trading is over, no outcome yet");
    }

    private static Standing open(GammaMarket market, Word word, String obstacle) {
        GammaState state = market.state();
        if (word == Word.UNKNOWN) {
            return new Standing(
                    MarketStatus.PAUSED,
                    "the venue has a word for its outcome that this connector does not know: "
                            + Word.text(market.state()));
        }
        if (state.archived()) {
            return new Standing(MarketStatus.PAUSED, "the venue hides it");
        }
        if (!state.active() || word == Word.INACTIVE) {
            return new Standing(MarketStatus.DISCOVERED, "not released yet");
        }
        if (!state.enableOrderBook()) {
            return new Standing(MarketStatus.DISCOVERED, "it has no order book");
        }
        if (!obstacle.isEmpty()) {
            return new Standing(MarketStatus.DISCOVERED, obstacle);
        }
        return state.acceptingOrders()
                ? new Standing(MarketStatus.OPEN, "")
                : new Standing(MarketStatus.PAUSED, "it takes no orders now");
    }

    /** The last word on a market's outcome. */
    private enum Word {
        NONE,
        INACTIVE,
        PROPOSED,
        DISPUTED,
        RESOLVED,
        UNKNOWN;

        static Word of(GammaMarket market) {
            GammaState state = market.state();
            Word oracle = of(oracle(state));
            Word resolution = of(state.resolutionStatus());
            return switch (market.version()) {
                case CTF -> oracle;
                case POSITIONS -> resolution == NONE ? oracle : resolution;
                case UNKNOWN -> oracle == NONE ? resolution : oracle;
            };
        }

        private static String oracle(GammaState state) {
            List<String> history = state.oracleHistory();
            return state.oracleStatus().isEmpty() && !history.isEmpty()
                    ? history.get(history.size() - 1)
                    : state.oracleStatus();
        }

        static String text(GammaState state) {
            return "'" + oracle(state) + "', '" + state.resolutionStatus() + "'";
        }

        private static Word of(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "", "requested", "initialized", "posed", "active" -> NONE;
                case "inactive" -> INACTIVE;
                case "proposed", "reproposed" -> PROPOSED;
                case "disputed", "challenged", "arbitration" -> DISPUTED;
                case "resolved", "settled" -> RESOLVED;
                default -> UNKNOWN;
            };
        }
    }
}
