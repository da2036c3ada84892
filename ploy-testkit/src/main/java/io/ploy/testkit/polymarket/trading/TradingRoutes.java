package io.ploy.testkit.polymarket.trading;

import io.ploy.testkit.polymarket.auth.Caller;
import io.ploy.testkit.polymarket.auth.Callers;
import io.ploy.testkit.polymarket.limit.SignerLimits;
import io.ploy.testkit.polymarket.mode.ModeSwitch;
import io.ploy.testkit.polymarket.order.OrderReader;
import io.ploy.testkit.polymarket.order.OrderVerifier;
import io.ploy.testkit.polymarket.record.LedgerRecords;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.wire.RestService.Turn;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;

/** The venue's routes for those who trade: everything that needs an account's credentials, but the credentials' own. */
public final class TradingRoutes {
    private final Callers callers;
    private final SignerLimits limits;
    private final OrderRoutes orders;
    private final CancelRoutes cancels;
    private final OrderReads orderReads;
    private final TradeReads tradeReads;
    private final BalanceRoutes balances;
    private final NotificationRoutes notifications;
    private final Heartbeats heartbeats;
    private final EarningReads earnings;

    /**
     * Routes over a venue's state. Must be made on the venue's thread, or before it does anything.
     *
     * @param state the venue
     * @param records its orders and trades
     * @param callers know who calls
     * @param reader reads posted orders
     * @param verifier checks their signatures
     * @param limits meter orders and cancels
     * @param mode admits orders and cancels
     * @param settings what else is kept to
     */
    public TradingRoutes(
            VenueState state,
            LedgerRecords records,
            Callers callers,
            OrderReader reader,
            OrderVerifier verifier,
            SignerLimits limits,
            ModeSwitch mode,
            TradingSettings settings) {
        this.callers = callers;
        this.limits = limits;
        TradingDesk desk = new TradingDesk(state, records, settings);
        NotificationBox box = new NotificationBox(state, callers, settings.notificationsKept());
        records.listen(box);
        state.exchange().observe(box);
        orders = new OrderRoutes(callers, new OrderIntake(state, reader, verifier), desk, limits, mode);
        cancels = new CancelRoutes(callers, desk, limits, mode);
        orderReads = new OrderReads(callers, desk, settings);
        tradeReads = new TradeReads(callers, state.accounts(), records, settings);
        balances = new BalanceRoutes(callers, state);
        notifications = new NotificationRoutes(callers, box);
        heartbeats = new Heartbeats(callers, state, desk, settings);
        earnings = new EarningReads(callers, settings);
    }

    /**
     * Adds the routes to those of the venue's order service.
     *
     * @param routes of {@link io.ploy.testkit.polymarket.wire.Api#CLOB}
     */
    public void addTo(Routes routes) {
        orders.addTo(routes);
        cancels.addTo(routes);
        orderReads.addTo(routes);
        tradeReads.addTo(routes);
        balances.addTo(routes);
        notifications.addTo(routes);
        heartbeats.addTo(routes);
        earnings.addTo(routes);
        routes.on("GET", "/v1/user/rate-limit-tier", (request, parts) -> tier(request));
    }

    private Turn tier(WireRequest request) {
        Caller caller = callers.caller(request);
        return () -> WireAnswer.json(
                Bodies.object().put("tier", limits.tier(caller.signer()).word()).toString());
    }
}
