package io.ploy.core.history;

import io.ploy.api.market.MarketId;
import io.ploy.api.money.Cash;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Operations on outcome sets. */
final class OperationHistory {
    private final MoneyHistory money;
    private final Consumer<HistoryRow> rows;
    private final Map<OperationId, Open> open = new HashMap<>();

    private record Open(OperationRow row, List<MarketId> markets) {}

    OperationHistory(MoneyHistory money, Consumer<HistoryRow> rows) {
        this.money = money;
        this.rows = rows;
    }

    boolean hasOpen(MarketId market) {
        return open.values().stream().anyMatch(each -> each.markets().contains(market));
    }

    void requested(String strategy, Operation operation, RowStamp stamp) {
        money.begin(strategy, operation);
        OperationRow row = row(strategy, operation, stamp);
        open.put(operation.id(), new Open(row, operation.markets()));
        rows.accept(row);
    }

    private static OperationRow row(@Nullable String strategy, Operation operation, RowStamp stamp) {
        return new OperationRow(
                stamp.sequence(),
                operation.id(),
                strategy,
                operation.kind(),
                operation.market(),
                operation.quantity(),
                Operation.Status.REQUESTED,
                null,
                "",
                stamp.at(),
                stamp.at());
    }

    void moved(OperationEvent event, RowStamp stamp) {
        Operation operation = event.operation();
        Open known = open.get(operation.id());
        OperationRow before = known == null ? row(null, operation, stamp) : known.row();
        Cash payout = known == null ? null : effect(before, event);
        OperationRow after = new OperationRow(
                stamp.sequence(),
                operation.id(),
                before.strategy(),
                before.kind(),
                before.market(),
                before.quantity(),
                event.status(),
                payout,
                event.detail(),
                before.requestedAt(),
                stamp.at());
        if (known != null && !isEnd(event.status())) {
            open.put(operation.id(), new Open(after, known.markets()));
        }
        rows.accept(after);
    }

    private static boolean isEnd(Operation.Status status) {
        return status == Operation.Status.CONFIRMED || status == Operation.Status.FAILED;
    }

    private @Nullable Cash effect(OperationRow known, OperationEvent event) {
        if (event.status() == Operation.Status.CONFIRMED) {
            open.remove(known.operation());
            return money.completed(known.strategy(), event.operation());
        }
        if (event.status() == Operation.Status.FAILED) {
            open.remove(known.operation());
            money.failed(event.operation());
        }
        return null;
    }
}
