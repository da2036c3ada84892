package io.ploy.strategies.dumphedge;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Resolution;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyState;
import io.ploy.api.strategy.TimerId;
import io.ploy.strategies.input.Nanos;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands what happens to the trade of the window it belongs to. */
final class DumpHedge implements Strategy, Desk {
    private final StrategyContext context;
    private final Settings settings;
    private final ReferenceModel reference;
    private final ImpossibleCells impossible;
    private final Map<MarketId, WindowTrade> trades = new LinkedHashMap<>();
    private final Map<InstrumentId, WindowTrade> byInstrument = new HashMap<>();
    private final Map<ClientOrderId, WindowTrade> byOrder = new HashMap<>();
    private final Map<TimerId, WindowTrade> byTimer = new HashMap<>();
    private final Map<WindowTrade, Wake> wakes = new HashMap<>();
    private final Map<MarketId, SavedWindows.Entry> remembered = new LinkedHashMap<>();
    private @Nullable StrategyState lastSaved;

    private record Wake(TimerId timer, long at) {}

    DumpHedge(StrategyContext context) {
        this.context = context;
        settings = new Settings(context);
        reference = new ReferenceModel(settings);
        impossible = new ImpossibleCells(context.logger());
    }

    @Override
    public void onStart() {
        context.savedState().ifPresent(state -> {
            lastSaved = state;
            SavedWindows.read(state)
                    .ifPresentOrElse(
                            remembered::putAll,
                            () -> context.logger().error("cannot read {}; windows with holdings are blocked", state));
        });
        for (Market market : context.markets()) {
            consider(market);
        }
    }

    @Override
    public void onMarket(Market market) {
        WindowTrade trade = trades.get(market.id());
        if (trade == null) {
            consider(market);
        } else if (market.status().isFinal()) {
            forget(trade);
        } else {
            trade.onMarket(market, now());
        }
    }

    private void consider(Market market) {
        MarketWindow window = market.window().orElse(null);
        if (window == null || market.status().isFinal() || !settings.markets.selects(market)) {
            return;
        }
        long now = now();
        SavedWindows.Entry saved = remembered.remove(market.id());
        List<Order> open = context.openOrders().stream()
                .filter(order -> market.has(order.request().instrument()))
                .toList();
        boolean isForeign = !open.isEmpty() || isHeld(market);
        boolean isOver = saved != null && saved.settling();
        if (Nanos.of(window.end()) <= now && !isForeign) {
            return;
        }
        WindowTrade trade = new WindowTrade(this, market, window);
        trades.put(market.id(), trade);
        byInstrument.put(market.first().instrument(), trade);
        byInstrument.put(market.second().instrument(), trade);
        if (!isForeign && !isOver) {
            trade.scheduleNext(now);
        } else if (saved == null) {
            trade.block();
        } else {
            trade.restore(open, saved, now);
        }
    }

    private boolean isHeld(Market market) {
        return !context.position(market.first().instrument()).isFlat()
                || !context.position(market.second().instrument()).isFlat();
    }

    @Override
    public void onBook(OrderBook book) {
        WindowTrade trade = byInstrument.get(book.instrument());
        if (trade != null) {
            trade.onBook(book, now());
        }
    }

    @Override
    public void onReference(ReferencePrice price) {
        reference.onReference(price);
    }

    @Override
    public void onOrder(OrderEvent event) {
        WindowTrade trade = byOrder.get(event.order().id());
        if (trade != null) {
            trade.onOrder(event, now());
            return;
        }
        WindowTrade held = byInstrument.get(event.order().request().instrument());
        if (held != null) {
            held.onForeignOrder(event, now());
        }
    }

    @Override
    public void onOperation(OperationEvent event) {
        WindowTrade trade = trades.get(event.operation().market());
        if (trade != null) {
            trade.onOperation(event, now());
        }
    }

    @Override
    public void onResolution(Market market, Resolution resolution) {
        WindowTrade trade = trades.get(market.id());
        if (trade != null) {
            forget(trade);
        }
    }

    private void forget(WindowTrade trade) {
        trade.onResolved(now());
        trades.remove(trade.market().id());
        byInstrument.values().removeIf(trade::equals);
        byOrder.values().removeIf(trade::equals);
        Wake wake = wakes.remove(trade);
        if (wake != null) {
            context.cancelTimer(wake.timer);
            byTimer.remove(wake.timer);
        }
    }

    @Override
    public void onTimer(TimerId timer) {
        WindowTrade trade = byTimer.remove(timer);
        if (trade != null) {
            wakes.remove(trade);
            trade.evaluate(now());
        }
    }

    @Override
    public void onStop() {
        save();
    }

    @Override
    public StrategyContext context() {
        return context;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public boolean mayOpen() {
        int positions = 0;
        for (WindowTrade trade : trades.values()) {
            if (trade.isPosition()) {
                positions++;
            }
        }
        return positions < settings.maxPositions;
    }

    @Override
    public Optional<ReferenceModel.Opinion> opinion(MarketWindow window, long now) {
        return reference.opinion(window, now);
    }

    @Override
    public void track(ClientOrderId order, WindowTrade trade) {
        byOrder.put(order, trade);
    }

    @Override
    public void wake(WindowTrade trade, Duration delay) {
        long at = now() + delay.toNanos();
        Wake planned = wakes.get(trade);
        if (planned != null && planned.at <= at && planned.at > now()) {
            return;
        }
        if (planned != null) {
            context.cancelTimer(planned.timer);
            byTimer.remove(planned.timer);
        }
        TimerId timer = context.schedule(delay);
        wakes.put(trade, new Wake(timer, at));
        byTimer.put(timer, trade);
    }

    @Override
    public void save() {
        StrategyState state = SavedWindows.write(trades.values(), remembered);
        if (!state.equals(lastSaved)) {
            lastSaved = state;
            context.saveState(state);
        }
    }

    @Override
    public void impossible(Phase phase, Happening happening, Market market) {
        impossible.count(phase, happening, market);
    }

    /** For tests. */
    ImpossibleCells impossibleCells() {
        return impossible;
    }

    /** For tests. */
    Optional<WindowTrade> trade(MarketId market) {
        return Optional.ofNullable(trades.get(market));
    }

    private long now() {
        return Nanos.of(context.now());
    }
}
