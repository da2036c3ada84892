package io.ploy.core.engine;

import io.ploy.api.event.EngineListener;
import io.ploy.api.market.MarketDataFeed;
import io.ploy.api.notify.Notifier;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.portfolio.AccountReader;
import io.ploy.api.portfolio.Settlement;
import io.ploy.api.risk.RiskRule;
import io.ploy.api.signal.SignalSource;
import io.ploy.core.lease.Lease;
import io.ploy.core.persistence.JournalStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything outside that the engine is connected with.
 *
 * @param feed streams market data, or null where events are handed over by {@link Engine#onMarketEvent}
 * @param gateway carries orders
 * @param settlement carries splits, merges and redemptions, or null where there are none
 * @param reader reads what the account holds, or null where nobody does
 * @param lease the right to write for the account, or null where no other process can
 * @param journal what is written before anything is sent
 * @param listeners hear what happened
 * @param notifiers tell people
 * @param rules custom risk rules
 * @param signals sources of signals
 */
public record EnginePorts(
        @Nullable MarketDataFeed feed,
        OrderGateway gateway,
        @Nullable Settlement settlement,
        @Nullable AccountReader reader,
        @Nullable Lease lease,
        JournalStore journal,
        List<EngineListener> listeners,
        List<Notifier> notifiers,
        List<RiskRule> rules,
        List<SignalSource> signals) {
    /** Copies the lists. */
    public EnginePorts {
        listeners = List.copyOf(listeners);
        notifiers = List.copyOf(notifiers);
        rules = List.copyOf(rules);
        signals = List.copyOf(signals);
    }
}
