package io.ploy.core.engine;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import io.ploy.core.portfolio.PortfolioLedger;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations on outcome sets that are under way, and what they do to the books when they end. Engine thread only. */
final class OpenOperations {
    private final MarketStore markets;
    private final PortfolioLedger portfolio;
    private final Map<OperationId, Open> open = new LinkedHashMap<>();
    private final Map<MarketId, Cash> paid = new HashMap<>();

    /** An operation under way. */
    record Open(String strategy, Operation operation, Instant requestedAt) {}

    OpenOperations(MarketStore markets, PortfolioLedger portfolio) {
        this.markets = markets;
        this.portfolio = portfolio;
    }

    /** Takes an operation in, and answers whether there was enough for it. */
    boolean begin(String strategy, Operation operation, List<Market> all, Instant now) {
        if (operation.kind() != Operation.Kind.REDEEM && !portfolio.operations().reserve(strategy, operation, all)) {
            return false;
        }
        open.put(operation.id(), new Open(strategy, operation, now));
        return true;
    }

    /** Takes in an operation that a journal says was begun. */
    void recovered(String strategy, Operation operation, Instant at) {
        List<Market> known = markets.known(operation);
        if (known != null) {
            begin(strategy, operation, known, at);
        }
    }

    @Nullable
    Open get(OperationId id) {
        return open.get(id);
    }

    Collection<Open> all() {
        return List.copyOf(open.values());
    }

    int count() {
        return open.size();
    }

    boolean touches(MarketId market) {
        return open.values().stream()
                .anyMatch(other -> other.operation().markets().contains(market));
    }

    /** What redemptions of a market paid so far. */
    Cash paid(MarketId market) {
        return paid.getOrDefault(market, Cash.ZERO);
    }

    /** Applies a move, and answers what a redemption paid by it, or null if it was none or has no end yet. */
    @Nullable
    Cash moved(OperationEvent event) {
        Open known = open.get(event.operation().id());
        if (known == null) {
            return null;
        }
        return switch (event.status()) {
            case CONFIRMED -> {
                open.remove(known.operation().id());
                yield complete(known.operation());
            }
            case FAILED -> {
                open.remove(known.operation().id());
                if (known.operation().kind() != Operation.Kind.REDEEM) {
                    portfolio.operations().fail(known.operation().id());
                }
                yield null;
            }
            default -> null;
        };
    }

    private @Nullable Cash complete(Operation operation) {
        if (operation.kind() != Operation.Kind.REDEEM) {
            portfolio.operations().complete(operation.id());
            return null;
        }
        Market market = markets.market(operation.market());
        Resolution resolution = markets.resolution(operation.market());
        if (market == null || resolution == null) {
            return null;
        }
        Cash payout = portfolio.resolve(market, resolution);
        paid.merge(market.id(), payout, Cash::plus);
        return payout;
    }
}
