package io.ploy.host.demo;

import io.ploy.api.event.EngineListener;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.ProfitAndLoss;
import io.ploy.host.demo.DemoFrame.MarketState;
import io.ploy.host.report.TestOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A demo told from a script: one market, one order that fills, one that is refused, an alert and a payout. */
public final class ScriptedDemo implements DemoRunner {
    static final Instant START = Instant.parse("2026-01-05T12:00:00Z");
    static final Market MARKET = Market.builder(
                    new MarketId("sim", "m1"),
                    new Outcome("Up", new InstrumentId("sim", "up")),
                    new Outcome("Down", new InstrumentId("sim", "down")),
                    TradingRules.builder(TickSize.parse("0.01")).build())
            .slug("sim-updown-5m-1")
            .window(new MarketWindow(START, START.plusSeconds(300), "SIM/USD", null, Duration.ZERO))
            .build();

    private @Nullable DemoRequest request;
    private int frames;

    @Override
    public DemoOutcome run(DemoRequest asked, DemoStage stage) {
        request = asked;
        EngineListener listener = stage.listener();
        listener.onMarket(MARKET);
        frame(stage, 0, false);
        Order accepted = order(1, OrderLifecycle.LIVE, Quantity.ZERO, null, "");
        listener.onOrder(new OrderEvent.Accepted(accepted, START.plusMillis(60_250)));
        Order filled = order(1, OrderLifecycle.FILLED, Quantity.ofShares(20), null, "");
        Fill fill = new Fill(
                new FillId("t1", 0, new VenueOrderId("0x1"), LiquidityRole.TAKER),
                filled.id(),
                MARKET.first().instrument(),
                Side.BUY,
                Price.parse("0.40"),
                Quantity.ofShares(20),
                Cash.parse("0.336"),
                LiquidityRole.TAKER,
                SettlementStatus.MATCHED,
                false,
                START.plusSeconds(61));
        listener.onOrder(new OrderEvent.Filled(filled, fill, START.plusSeconds(61)));
        Order denied = order(2, OrderLifecycle.DENIED, Quantity.ZERO, CloseReason.RISK, "20 shares above 10");
        listener.onOrder(new OrderEvent.Denied(denied, RiskReason.MAX_ORDER, START.plusSeconds(62)));
        listener.onAlert(new Alert(
                AlertSeverity.WARNING, "book.stale", "sim-updown-5m-1", "no update for 10 s", START.plusSeconds(90)));
        boolean goOn = frame(stage, 150, true);
        if (goOn) {
            listener.onResolution(MARKET, Resolution.first(MARKET.id(), START.plusSeconds(304)));
        }
        return new DemoOutcome(state(goOn ? 310 : 150, true), "examples", Path.of("/tmp/journal"), 0);
    }

    private boolean frame(DemoStage stage, int second, boolean holding) {
        frames++;
        return stage.show(state(second, holding));
    }

    private static DemoFrame state(int second, boolean holding) {
        Quantity held = holding ? Quantity.ofShares(20) : Quantity.ZERO;
        Cash net = holding ? Cash.parse("11.664") : Cash.ZERO;
        return new DemoFrame(
                START.plusSeconds(second),
                Duration.ofSeconds(second),
                List.of(new MarketState(MARKET, Price.parse("0.39"), Price.parse("0.41"), held, Quantity.ZERO, net)),
                Cash.ofUsd(1_000),
                Cash.ofUsd(1_000).plus(net),
                holding ? new ProfitAndLoss(Cash.ofUsd(12), Cash.ZERO, Cash.parse("0.336")) : ProfitAndLoss.ZERO);
    }

    private static Order order(
            long number, OrderLifecycle lifecycle, Quantity filled, @Nullable CloseReason reason, String detail) {
        return new TestOrder(
                new ClientOrderId(new AccountId("main"), 1, number),
                OrderRequest.buy(MARKET.first().instrument(), Quantity.ofShares(20), Price.parse("0.41")),
                lifecycle,
                filled,
                filled.isZero() ? Cash.ZERO : Cash.ofUsd(8),
                filled.isZero() ? Cash.ZERO : Cash.parse("0.336"),
                reason,
                detail,
                START.plusSeconds(60));
    }

    /** What was asked for. */
    public DemoRequest request() {
        if (request == null) {
            throw new IllegalStateException("no demo was run");
        }
        return request;
    }

    int frames() {
        return frames;
    }
}
