package io.ploy.testkit.polymarket.book;

import io.ploy.api.market.LevelChange;
import io.ploy.api.market.TickSize;
import java.util.List;

/** Told of changes of books, at once, on the venue's thread, with the book as it is afterwards. */
public interface BookListener {
    /**
     * Levels changed.
     *
     * @param book whose
     * @param changes in prices of the first outcome, each with what rests there now
     * @param traded whether orders met since the last such change
     */
    void onLevels(MarketBook book, List<LevelChange> changes, boolean traded);

    /**
     * The price step changed.
     *
     * @param book whose
     * @param before the old step
     */
    void onTick(MarketBook book, TickSize before);
}
