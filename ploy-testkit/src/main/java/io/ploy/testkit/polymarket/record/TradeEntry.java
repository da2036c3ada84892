package io.ploy.testkit.polymarket.record;

import io.ploy.api.order.AccountId;
import io.ploy.api.order.SettlementStatus;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One bucket of a trade as it is remembered. */
final class TradeEntry {
    final String exchangeName;
    /** The builders' codes of the orders, the taker's first. */
    final List<String> builders;

    private TradeRow row;

    TradeEntry(String exchangeName, List<String> builders, TradeRow row) {
        this.exchangeName = exchangeName;
        this.builders = builders;
        this.row = row;
    }

    TradeRow row() {
        return row;
    }

    Set<AccountId> accounts() {
        Set<AccountId> accounts = new LinkedHashSet<>();
        accounts.add(row.taker().account().id());
        row.makers().forEach(maker -> accounts.add(maker.account().id()));
        return accounts;
    }

    void now(SettlementStatus status, Instant at, String transactionHash) {
        row = new TradeRow(
                row.id(),
                row.bucket(),
                row.market(),
                status,
                transactionHash,
                row.matchedAt(),
                at,
                row.taker(),
                row.makers());
    }
}
