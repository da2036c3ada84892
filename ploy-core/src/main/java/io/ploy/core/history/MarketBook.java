package io.ploy.core.history;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import io.ploy.api.portfolio.Balance;
import io.ploy.api.portfolio.Position;
import io.ploy.core.persistence.JournalRecord.SharesMoved;
import io.ploy.core.portfolio.PortfolioLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The books of one market, or of an instrument whose market is not known. Each market has books of its own so that those of
 * a market that is over can go; no rule of the portfolio looks across markets but those about cash, of which there is
 * always enough here.
 */
final class MarketBook {
    private static final AccountId ANY = new AccountId("history");
    private static final Cash PLENTY = Cash.ofMicros(1L << 60);

    private final PortfolioLedger ledger;
    private final Set<String> strategies = new TreeSet<>();
    private final Set<InstrumentId> instruments = new TreeSet<>();
    private final List<SharesMoved> movesBeforeMarket = new ArrayList<>();
    private @Nullable Market market;
    private @Nullable Resolution resolution;
    private long cash;

    MarketBook(@Nullable Market market) {
        ledger = new PortfolioLedger(ANY, instrument -> this.market);
        ledger.deposit(PLENTY);
        cash = PLENTY.micros();
        if (market != null) {
            marketIs(market);
        }
    }

    void marketIs(Market latest) {
        market = latest;
        instruments.add(latest.first().instrument());
        instruments.add(latest.second().instrument());
    }

    @Nullable
    Market market() {
        return market;
    }

    @Nullable
    MarketId marketId() {
        Market known = market;
        return known == null ? null : known.id();
    }

    @Nullable
    Resolution resolution() {
        return resolution;
    }

    void resolved(Market known, Resolution outcome) {
        resolution = outcome;
        ledger.expectPayout(known, outcome);
    }

    /** To book with; whoever does names the strategy. */
    PortfolioLedger ledgerFor(String strategy) {
        strategies.add(strategy);
        return ledger;
    }

    PortfolioLedger ledger() {
        return ledger;
    }

    void move(SharesMoved moved) {
        instruments.add(moved.instrument());
        if (market == null) {
            movesBeforeMarket.add(moved);
        }
        ledgerFor(moved.strategy()).moveShares(moved.strategy(), moved.instrument(), moved.micros(), moved.cost());
    }

    /** Takes over what was booked while the market was not known, when nothing but shares could come and go. */
    void takeOver(MarketBook before) {
        before.movesBeforeMarket.forEach(this::move);
    }

    Set<String> strategies() {
        return strategies;
    }

    Set<InstrumentId> instruments() {
        return instruments;
    }

    /** How much cash moved since this was asked last, counting fills that are not final. */
    long cashMoved() {
        long now = ledger.balance().economic().micros();
        long moved = now - cash;
        cash = now;
        return moved;
    }

    /** Whether nothing is held, and nothing that was booked can still change. */
    boolean isFlat() {
        Balance balance = ledger.balance();
        return balance.provisionalOut().micros() == 0
                && balance.provisionalIn().micros() == 0
                && strategies.stream()
                        .allMatch(strategy -> instruments.stream()
                                .map(instrument -> ledger.position(strategy, instrument))
                                .allMatch(Position::isFlat));
    }
}
