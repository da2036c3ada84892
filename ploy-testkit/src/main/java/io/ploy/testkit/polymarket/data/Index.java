package io.ploy.testkit.polymarket.data;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Side;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.portfolio.Operation;
import io.ploy.core.sim.ExchangeObserver;
import io.ploy.core.sim.ExchangeSets;
import io.ploy.core.sim.ExchangeTrade;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.state.VenueState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the indexer has read from the chain. It is behind: what became final shows after a while. It remembers so many
 * activities and all positions.
 */
final class Index implements ExchangeObserver {
    private final VenueState state;
    private final Duration lag;
    private final int remembered;
    private final Deque<Activity> activities = new ArrayDeque<>();
    private final Map<AccountId, Map<InstrumentId, Held>> positions = new LinkedHashMap<>();
    private long transactions;

    Index(VenueState state, Duration lag, int remembered) {
        this.state = state;
        this.lag = lag;
        this.remembered = remembered;
    }

    @Override
    public void onTrade(ExchangeTrade trade) {
        if (trade.status() == SettlementStatus.CONFIRMED) {
            String hash = hash();
            later(() -> {
                add(trade, trade.taker(), true, hash);
                trade.makers().forEach(maker -> add(trade, maker, false, hash));
            });
        }
    }

    @Override
    public void onSets(ExchangeSets operation) {
        String hash = state.transaction().hash().orElseGet(this::hash);
        later(() -> add(operation, hash));
    }

    private void later(Runnable entry) {
        state.loop().timeline().schedule(state.now().plus(lag), entry);
    }

    private void add(ExchangeTrade trade, ExchangeTrade.Leg leg, boolean taker, String hash) {
        ListedMarket market = state.catalogue().market(trade.market()).orElse(null);
        VenueAccount account = state.accounts().account(leg.account()).orElse(null);
        if (market == null || account == null) {
            return;
        }
        Held held = held(leg.account(), leg.instrument());
        Instant at = trade.updatedAt();
        if (leg.side() == Side.BUY) {
            held.buy(leg.quantity().micros(), leg.notional().micros(), leg.fee().micros(), at);
        } else {
            held.give(
                    leg.quantity().micros(), leg.notional().micros() - leg.fee().micros(), at);
        }
        remember(new Activity(
                "TRADE",
                account,
                market,
                market.isFirst(leg.instrument()),
                leg.side(),
                leg.quantity().micros(),
                leg.notional().micros(),
                leg.price().micros(),
                taker,
                at,
                hash));
    }

    private void add(ExchangeSets operation, String hash) {
        ListedMarket market = state.catalogue().market(operation.market()).orElse(null);
        VenueAccount account = state.accounts().account(operation.account()).orElse(null);
        if (market == null || account == null) {
            return;
        }
        Market traded = market.market();
        Held first = held(operation.account(), traded.first().instrument());
        Held second = held(operation.account(), traded.second().instrument());
        long sharesOfOne = operation.first().micros();
        long sharesOfOther = operation.second().micros();
        long cash = operation.collateral().micros();
        switch (operation.kind()) {
            case SPLIT -> {
                first.buy(sharesOfOne, cash / 2, 0, operation.at());
                second.buy(sharesOfOther, cash - cash / 2, 0, operation.at());
            }
            case MERGE -> {
                first.give(sharesOfOne, cash / 2, operation.at());
                second.give(sharesOfOther, cash - cash / 2, operation.at());
            }
            case REDEEM -> {
                long paidOnFirst = payout(operation.market(), true, sharesOfOne);
                first.give(sharesOfOne, paidOnFirst, operation.at());
                second.give(sharesOfOther, cash - paidOnFirst, operation.at());
            }
            case CONVERT -> {
                first.buy(sharesOfOne, 0, 0, operation.at());
                second.give(sharesOfOther, cash, operation.at());
                if (sharesOfOther == 0) {
                    return; // told once for each market that was given
                }
            }
        }
        remember(new Activity(
                operation.kind() == Operation.Kind.CONVERT
                        ? "CONVERSION"
                        : operation.kind().name(),
                account,
                market,
                true,
                null,
                Math.max(sharesOfOne, sharesOfOther),
                cash,
                0,
                false,
                operation.at(),
                hash));
    }

    private long payout(MarketId market, boolean first, long shares) {
        return price(market, first).map(price -> Held.worth(shares, price)).orElse(0L);
    }

    /** What an outcome of a resolved market pays. */
    Optional<Long> price(MarketId market, boolean first) {
        return state.catalogue()
                .resolved(market)
                .map(resolved -> (first
                                ? resolved.resolution().firstPayout()
                                : resolved.resolution().secondPayout())
                        .micros());
    }

    private void remember(Activity activity) {
        activities.addFirst(activity);
        if (activities.size() > remembered) {
            activities.removeLast();
        }
    }

    private Held held(AccountId account, InstrumentId instrument) {
        return positions
                .computeIfAbsent(account, id -> new LinkedHashMap<>())
                .computeIfAbsent(instrument, id -> new Held());
    }

    private String hash() {
        return "0x%08x%056x".formatted(state.seed() & 0xffffffffL, ++transactions);
    }

    /** Newest first. */
    List<Activity> activities() {
        return new ArrayList<>(activities);
    }

    /** What an account holds or held. */
    Map<InstrumentId, Held> positions(AccountId account) {
        return positions.getOrDefault(account, Map.of());
    }

    /** The accounts with positions, and what they hold of an outcome. */
    Map<AccountId, Held> holders(InstrumentId instrument) {
        Map<AccountId, Held> holders = new LinkedHashMap<>();
        positions.forEach((account, held) -> {
            Held one = held.get(instrument);
            if (one != null && one.shares() > 0) {
                holders.put(account, one);
            }
        });
        return holders;
    }

    Duration lag() {
        return lag;
    }
}
