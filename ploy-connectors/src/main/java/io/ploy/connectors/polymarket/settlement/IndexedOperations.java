package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.data.ActivityFilter;
import io.ploy.connectors.polymarket.data.ActivityType;
import io.ploy.connectors.polymarket.data.Amount;
import io.ploy.connectors.polymarket.data.DataActivity;
import io.ploy.connectors.polymarket.data.DataClient;
import io.ploy.connectors.polymarket.data.DataFreshness;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.paging.Listing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the indexer has seen an account do on chain. It lags, so what is not there proves nothing; what is there happened.
 */
final class IndexedOperations {
    /** Blocks carry their own time, which need not be the venue's. */
    private static final Duration SLACK = Duration.ofSeconds(30);

    private static final int MOST = 100;

    private final DataClient data;
    private final Address funder;

    IndexedOperations(DataClient data, Address funder) {
        this.data = data;
        this.funder = funder;
    }

    /**
     * Whether an operation was seen.
     *
     * @param operation which
     * @param from when it was signed, the venue's time
     * @param transaction its name on the chain; absent if it is not known, then kind and quantity must fit
     * @throws RequestException if the indexer cannot be read
     */
    boolean shows(Operation operation, Instant from, Optional<String> transaction) {
        return activity(operation, from).items().stream()
                .anyMatch(row -> transaction
                        .map(hash -> isOfKind(row, operation) && hash.equalsIgnoreCase(row.transactionHash()))
                        .orElseGet(() -> fits(row, operation, from)));
    }

    /**
     * What was seen of operations of a kind on a market. Which market of its event the indexer names for a conversion is not
     * certain, so conversions on any market are listed.
     *
     * @param operation of which kind and market
     * @param from when it was asked for at the earliest
     */
    Listing<DataActivity> activity(Operation operation, Instant from) {
        List<String> conditions = operation.kind() == Operation.Kind.CONVERT
                ? List.of()
                : List.of(operation.market().symbol());
        ActivityFilter filter =
                new ActivityFilter(funder, Set.of(typeOf(operation)), conditions, from.minus(SLACK), null);
        return data.activity(filter, MOST);
    }

    /**
     * Whether everything until a time is seen by now.
     *
     * @throws RequestException if the indexer cannot be read
     */
    boolean isPast(Instant time) {
        DataFreshness freshness = data.freshness();
        Duration lag = freshness.lag();
        return lag != null && freshness.measuredAt().minus(lag).isAfter(time.plus(SLACK));
    }

    private static ActivityType typeOf(Operation operation) {
        return switch (operation.kind()) {
            case SPLIT -> ActivityType.SPLIT;
            case MERGE -> ActivityType.MERGE;
            case REDEEM -> ActivityType.REDEEM;
            case CONVERT -> ActivityType.CONVERSION;
        };
    }

    private static boolean isOfKind(DataActivity row, Operation operation) {
        return row.type() == typeOf(operation);
    }

    /** Whether what was seen is as much as the operation moves, on a market of its, and was not before it. */
    static boolean fits(DataActivity row, Operation operation, Instant from) {
        return couldBe(row, operation, from) && isOnMarketOf(row, operation);
    }

    private static boolean isOnMarketOf(DataActivity row, Operation operation) {
        return operation.kind() != Operation.Kind.CONVERT
                || operation.markets().stream()
                        .anyMatch(market ->
                                market.symbol().equalsIgnoreCase(row.outcome().conditionId()));
    }

    /** Whether what was seen is as much as the operation moves, and was not before it, whatever market it names. */
    static boolean couldBe(DataActivity row, Operation operation, Instant from) {
        Amount size = row.size();
        Optional<Quantity> moved = size == null ? Optional.empty() : size.quantity();
        // Without slack: the wallet's operation before this one, which may be just the same, was over by then.
        return isOfKind(row, operation)
                && !row.at().isBefore(from.truncatedTo(ChronoUnit.SECONDS))
                && (operation.kind() == Operation.Kind.REDEEM
                        || moved.filter(operation.quantity()::equals).isPresent());
    }
}
