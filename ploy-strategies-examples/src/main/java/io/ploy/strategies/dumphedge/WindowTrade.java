package io.ploy.strategies.dumphedge;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.portfolio.Position;
import io.ploy.strategies.input.Nanos;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The trade of one window: a small state machine. Happenings go through {@link PhaseTable}; what is held and open decides
 * the rest.
 */
final class WindowTrade {
    private static final long SECOND = 1_000_000_000L;

    private final Desk desk;
    private final Settings settings;
    private final Pair pair;
    private final WindowOrders orders;
    private final CrashWatch first;
    private final CrashWatch second;
    private final EntryRule entryRule;
    private final HedgeRule hedgeRule;
    private final long start;
    private final long end;
    private final MarketWindow opened;
    private Market market;
    private Phase phase = Phase.WATCHING;
    private @Nullable OrderRequest plannedHedge;
    private @Nullable OperationId merge;
    private long merging;
    private long entryFrom = Long.MIN_VALUE;
    private long retryFrom = Long.MIN_VALUE;
    private long endActionFrom = Long.MIN_VALUE;
    private boolean claimed;
    private boolean restored;
    private boolean saleRefused;
    private boolean alerted;
    private boolean over;
    private boolean resolved;

    WindowTrade(Desk desk, Market market, MarketWindow window) {
        this.desk = desk;
        this.market = market;
        opened = window;
        settings = desk.settings();
        start = Nanos.of(window.start());
        end = Nanos.of(window.end());
        pair = new Pair(market.first().instrument(), market.second().instrument());
        orders = new WindowOrders(desk.context(), pair);
        first = new CrashWatch(pair.first().instrument(), settings);
        second = new CrashWatch(pair.second().instrument(), settings);
        entryRule = new EntryRule(desk);
        hedgeRule = new HedgeRule(desk.context(), settings);
    }

    Market market() {
        return market;
    }

    Phase phase() {
        return phase;
    }

    Pair pair() {
        return pair;
    }

    /** Whether capital is or may be bound here. */
    boolean isPosition() {
        return phase.isPosition() && (phase != Phase.SETTLING || pair.isHeld());
    }

    /** Whether what is held here must be remembered. */
    boolean isClaimed() {
        return claimed && !resolved;
    }

    /** Takes up what an earlier run left: positions and orders, and what it remembered paying. */
    void restore(List<Order> open, SavedWindows.Entry saved, long now) {
        claimed = true;
        restored = true;
        for (Order order : open) {
            orders.adopt(roleOf(order, saved), order);
            desk.track(order.id(), this);
        }
        pair.first().restore(position(pair.first()), saved.firstQuantity(), saved.firstSpent());
        pair.second().restore(position(pair.second()), saved.secondQuantity(), saved.secondSpent());
        become(saved.settling() ? Phase.SETTLING : implied(), now);
        desk.context().logger().info("took up {}: {} with {} pairs", market.slug(), phase, pairsHeld());
        evaluate(now);
    }

    /** Holdings or orders that nobody remembers. */
    void block() {
        phase = Phase.BLOCKED;
        desk.context()
                .logger()
                .error("{} is blocked: something is held or ordered there that was not remembered", market.slug());
    }

    private Role roleOf(Order order, SavedWindows.Entry saved) {
        if (order.request().side() == Side.SELL) {
            return Role.SALE;
        }
        boolean isFirst = pair.first().instrument().equals(order.request().instrument());
        long other = isFirst ? saved.secondQuantity() : saved.firstQuantity();
        return other > 0 ? Role.HEDGE : Role.ENTRY;
    }

    private Position position(Holding holding) {
        return desk.context().position(holding.instrument());
    }

    void onBook(OrderBook book, long now) {
        (book.instrument().equals(first.instrument()) ? first : second).observe(book, now);
        if (phase == Phase.WATCHING) {
            lookForCrash(now);
        } else {
            evaluate(now);
        }
    }

    private void lookForCrash(long now) {
        boolean inTime = now >= start
                && now - start <= settings.entryWindow
                && end - now >= settings.minTimeToEnd
                && now >= entryFrom
                && now >= retryFrom;
        if (inTime && !enter(first, second, now)) {
            enter(second, first, now);
        }
    }

    private boolean enter(CrashWatch crashed, CrashWatch other, long now) {
        if (!crashed.isCrash(now)) {
            return false;
        }
        MarketWindow window = market.window().orElse(opened);
        Optional<OrderRequest> request = entryRule.order(market, window, crashed, other, now);
        if (request.isPresent() && send(Role.ENTRY, request.get(), now)) {
            become(Phase.LEG1_SENT, now);
        }
        return request.isPresent();
    }

    void onMarket(Market changed, long now) {
        market = changed;
        evaluate(now);
    }

    void onOrder(OrderEvent event, long now) {
        Optional<Happening> happening = orders.on(event);
        if (happening.filter(Happening.ZERO_FILL::equals).isPresent() && !isOwnCancel(event)) {
            retryFrom = now + settings.retryCooldown;
        }
        if (orders.refusesSale(event)) {
            saleRefused = true;
        }
        happening.ifPresent(what -> fire(what, now));
        evaluate(now);
        saveIfClaimed();
    }

    private boolean isOwnCancel(OrderEvent event) {
        return event.order().closeReason().filter(CloseReason.REQUESTED::equals).isPresent()
                && orders.wasCancelled(event.order().id());
    }

    /** An order of an earlier run, no longer open when this one began, settled or was reversed. */
    void onForeignOrder(OrderEvent event, long now) {
        if (!restored) {
            return;
        }
        pair.first().rebase(position(pair.first()));
        pair.second().rebase(position(pair.second()));
        if (event instanceof OrderEvent.FillReversed) {
            fire(Happening.REVERSAL, now);
        }
        evaluate(now);
        saveIfClaimed();
    }

    void onOperation(OperationEvent event, long now) {
        if (!event.operation().id().equals(merge)) {
            return;
        }
        boolean confirmed = event.status() == Operation.Status.CONFIRMED;
        if (confirmed) {
            pair.first().addMerged(merging);
            pair.second().addMerged(merging);
        }
        if (confirmed || event.status() == Operation.Status.FAILED) {
            desk.context()
                    .logger()
                    .info(
                            "merge of {} pairs in {}: {} {}",
                            Quantity.ofMicros(merging),
                            market.slug(),
                            event.status(),
                            event.detail());
            fire(Happening.MERGE_OVER, now);
        }
    }

    void onResolved(long now) {
        if (!resolved) {
            fire(Happening.RESOLVED, now);
            resolved = true;
            desk.save();
        }
    }

    /** Looks at the time and the books again. Called after everything that may have changed either. */
    void evaluate(long now) {
        if (phase == Phase.DONE || phase == Phase.BLOCKED) {
            return;
        }
        long remaining = end - now;
        if (remaining <= 0) {
            endWindow(now);
            return;
        }
        if (remaining <= settings.cancelLead) {
            orders.cancelResting(now);
        }
        if (remaining <= settings.forceAt) {
            fire(Happening.FORCE, now);
        } else {
            followHedge(now, remaining);
        }
        if (phase == Phase.HEDGED && canMerge()) {
            fire(Happening.PAIRS_CONFIRMED, now);
        }
        scheduleNext(now);
    }

    private void endWindow(long now) {
        if (!over) {
            over = true;
            orders.cancelOpen(now);
            fire(Happening.WINDOW_END, now);
            saveIfClaimed();
        }
    }

    private void followHedge(long now, long remaining) {
        if (phase == Phase.LEG2_SENT) {
            orders.restingHedge()
                    .filter(order -> hedgeRule.isOutdated(market, pair, order.request(), order.remaining(), remaining))
                    .ifPresent(order -> orders.cancelResting(now));
        } else if ((phase == Phase.NAKED || phase == Phase.DOUBT) && now >= retryFrom) {
            plannedHedge = hedgeRule.atTarget(market, pair, remaining).orElse(null);
            if (plannedHedge != null) {
                fire(Happening.HEDGE_TRIGGER, now);
            }
        }
    }

    /** Lets something happen. Package-private so that every cell of the table can be tried. */
    void fire(Happening happening, long now) {
        Move move = PhaseTable.of(phase, happening);
        switch (move) {
            case STAY -> {}
            case IMPOSSIBLE -> {
                desk.impossible(phase, happening, market);
                become(implied(), now);
            }
            case RECOMPUTE -> become(implied(), now);
            case RECOMPUTE_HELD -> become(impliedByHoldings(), now);
            case FINISH -> become(Phase.DONE, now);
            case SETTLE -> become(Phase.SETTLING, now);
            case SETTLE_IF_HELD -> become(pair.isHeld() ? Phase.SETTLING : Phase.DONE, now);
            case CANCEL -> orders.cancelOpen(now);
            case SEND_HEDGE -> sendHedge(now);
            case END_RULE -> applyEndRule(now);
            case RAISE_HEDGE -> orders.cancelResting(now);
            case RETRY_SALE -> {
                if (!orders.isOpen(Role.SALE)) {
                    applyEndRule(now);
                }
            }
            case ALERT -> alertDoubt();
            case MERGE -> startMerge(now);
            case MERGE_OR_SETTLE -> {
                if (canMerge()) {
                    startMerge(now);
                } else {
                    become(Phase.SETTLING, now);
                }
            }
        }
    }

    private void sendHedge(long now) {
        OrderRequest request = plannedHedge;
        plannedHedge = null;
        if (request != null && send(Role.HEDGE, request, now)) {
            become(implied(), now);
        }
    }

    private void applyEndRule(long now) {
        if (now < endActionFrom) {
            return;
        }
        endActionFrom = now + SECOND;
        long remaining = end - now;
        Optional<OrderRequest> best = hedgeRule.atEnd(market, pair, remaining, true, !saleRefused);
        if (best.isPresent() && !sendAtEnd(best.get(), now) && best.get().side() == Side.BUY) {
            // What may not be hedged may still be sold.
            hedgeRule.atEnd(market, pair, remaining, false, !saleRefused).ifPresent(sale -> sendAtEnd(sale, now));
        }
    }

    private boolean sendAtEnd(OrderRequest request, long now) {
        boolean isSale = request.side() == Side.SELL;
        boolean sent = send(isSale ? Role.SALE : Role.HEDGE, request, now);
        if (sent) {
            become(implied(), now);
        } else if (isSale) {
            saleRefused = true;
        }
        return sent;
    }

    private boolean send(Role role, OrderRequest request, long now) {
        if (!claimed) {
            // Remembered before it is sent, so that a crash in between does not leave holdings nobody knows.
            claimed = true;
            desk.save();
        }
        Optional<ClientOrderId> order = orders.submit(role, request);
        order.ifPresent(id -> desk.track(id, this));
        if (order.isEmpty()) {
            retryFrom = now + settings.retryCooldown;
        }
        return order.isPresent();
    }

    private void alertDoubt() {
        if (!alerted) {
            alerted = true;
            desk.context()
                    .logger()
                    .error(
                            "{} is about to end with an order of unknown outcome: {} pairs, surplus {}",
                            market.slug(),
                            pairsHeld(),
                            pair.surplus());
        }
    }

    private boolean canMerge() {
        long pairs = pair.pairs();
        return pairs > 0
                && pairs >= settings.mergeMin.micros()
                && !orders.isAnyOpen()
                && position(pair.first()).sellable().micros() >= pairs
                && position(pair.second()).sellable().micros() >= pairs;
    }

    private void startMerge(long now) {
        merging = pair.pairs();
        merge = desk.context().merge(market.id(), Quantity.ofMicros(merging));
        become(Phase.MERGING, now);
    }

    /** The phase that orders and holdings imply. */
    private Phase implied() {
        if (resolved || over) {
            return impliedByHoldings();
        }
        if (orders.isInDoubt()) {
            return Phase.DOUBT;
        }
        if (orders.isOpen(Role.HEDGE)) {
            return Phase.LEG2_SENT;
        }
        if (orders.isOpen(Role.SALE)) {
            return Phase.UNWINDING;
        }
        return pair.isFlat() && orders.isOpen(Role.ENTRY) ? Phase.LEG1_SENT : impliedByHoldings();
    }

    private Phase impliedByHoldings() {
        if (resolved) {
            return Phase.DONE;
        }
        if (over) {
            return pair.isHeld() ? Phase.SETTLING : Phase.DONE;
        }
        if (pair.isFlat()) {
            return phase == Phase.DONE ? Phase.DONE : Phase.WATCHING;
        }
        return pair.isBalanced() ? Phase.HEDGED : Phase.NAKED;
    }

    private void become(Phase next, long now) {
        if (next == phase) {
            return;
        }
        if (next == Phase.WATCHING && phase != Phase.LEG1_SENT) {
            entryFrom = now + settings.cooldown;
        }
        desk.context()
                .logger()
                .info(
                        "{}: {} to {}, {} pairs, surplus {}, {} s left",
                        market.slug(),
                        phase,
                        next,
                        pairsHeld(),
                        pair.surplus(),
                        Words.seconds(end - now));
        phase = next;
        scheduleNext(now);
        saveIfClaimed();
    }

    private Quantity pairsHeld() {
        return Quantity.ofMicros(pair.pairs());
    }

    private void saveIfClaimed() {
        if (claimed) {
            desk.save();
        }
    }

    /** Asks to be woken at the next time that matters: each second while something is at risk. */
    void scheduleNext(long now) {
        long next = Math.min(
                Math.min(after(now, end - settings.forceAt), after(now, end - settings.cancelLead)), after(now, end));
        if (phase != Phase.WATCHING && phase != Phase.HEDGED && phase != Phase.MERGING) {
            next = Math.min(next, now + SECOND);
        }
        boolean waits = phase != Phase.DONE && phase != Phase.BLOCKED && phase != Phase.SETTLING;
        if (waits && next != Long.MAX_VALUE) {
            desk.wake(this, Duration.ofNanos(next - now));
        }
    }

    private static long after(long now, long time) {
        return time > now ? time : Long.MAX_VALUE;
    }
}
