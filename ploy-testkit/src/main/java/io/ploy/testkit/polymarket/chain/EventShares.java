package io.ploy.testkit.polymarket.chain;

import io.ploy.api.market.MarketId;
import io.ploy.api.portfolio.Conversion;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What a conversion takes and gives of a neg-risk event.
 *
 * @param given markets whose second outcomes are taken, in the order of their questions
 * @param received all others, whose first outcomes are given
 * @param each micro-shares of every one of them
 */
record EventShares(List<ListedMarket> given, List<ListedMarket> received, long each) {
    /**
     * Parts an event's markets.
     *
     * @param markets all of them
     * @param indexes a bit for each question whose market is given
     * @param each micro-shares
     * @throws RevertedException if there is no such question
     */
    static EventShares of(List<ListedMarket> markets, BigInteger indexes, long each) {
        List<ListedMarket> given = new ArrayList<>();
        List<ListedMarket> received = new ArrayList<>();
        for (ListedMarket market : markets) {
            (indexes.testBit(index(market)) ? given : received).add(market);
        }
        if (given.size() != indexes.bitCount()) {
            throw new RevertedException("IndexOutOfBounds");
        }
        if (given.isEmpty()) {
            throw new RevertedException("InvalidIndexSet");
        }
        return new EventShares(given, received, each);
    }

    /** The last byte of its question. */
    private static int index(ListedMarket market) {
        String question = market.questionId();
        return Integer.parseInt(question.substring(question.length() - 2), 16);
    }

    /** Micros of collateral that come. */
    long collateral() {
        return conversion().cashMicros(each);
    }

    Conversion conversion() {
        return new Conversion(ids(given), ids(received));
    }

    private static List<MarketId> ids(List<ListedMarket> markets) {
        return markets.stream().map(market -> market.market().id()).toList();
    }
}
