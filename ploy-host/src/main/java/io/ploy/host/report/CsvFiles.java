package io.ploy.host.report;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.order.Fill;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.core.backtest.BacktestResult;
import io.ploy.core.backtest.EquityPoint;
import java.io.IOException;
import java.io.Writer;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/** The tables of a result. Their columns are documented in {@code docs/backtest-summary.md} and only ever added to. */
final class CsvFiles {
    static final List<String> ORDER_COLUMNS = List.of(
            "order",
            "strategy",
            "market",
            "outcome",
            "instrument",
            "side",
            "size",
            "size_unit",
            "limit",
            "time_in_force",
            "expires_at",
            "post_only",
            "reduce_only",
            "status",
            "close_reason",
            "matched",
            "economic",
            "average_price",
            "notional",
            "fees",
            "created_at",
            "updated_at",
            "venue_order",
            "reason",
            "detail");

    static final List<String> FILL_COLUMNS = List.of(
            "at",
            "order",
            "market",
            "outcome",
            "instrument",
            "side",
            "price",
            "quantity",
            "notional",
            "fee",
            "role",
            "settlement",
            "late",
            "trade",
            "bucket",
            "venue_order");

    static final List<String> EQUITY_COLUMNS = List.of("at", "equity", "drawdown", "exposure");

    /** Always six decimals, so that the column sorts as text and every reader takes it. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    private CsvFiles() {}

    static void orders(BacktestResult result, Instruments instruments, Writer out) throws IOException {
        CsvWriter csv = new CsvWriter(out, ORDER_COLUMNS);
        for (Order order : result.orders()) {
            OrderRequest request = order.request();
            InstrumentId instrument = request.instrument();
            boolean shares = request.size() instanceof OrderSize.Shares;
            csv.row(List.of(
                    order.id(),
                    order.strategy(),
                    instruments.slug(instrument),
                    instruments.outcome(instrument),
                    instrument,
                    request.side(),
                    size(request.size()),
                    shares ? "shares" : "usd",
                    request.limit(),
                    request.timeInForce(),
                    request.expiresAt().map(TIME::format).orElse(""),
                    request.isPostOnly(),
                    request.isReduceOnly(),
                    order.status(),
                    order.closeReason().map(Object::toString).orElse(""),
                    order.matched(),
                    order.economic(),
                    averagePrice(order),
                    order.notional(),
                    order.fees(),
                    TIME.format(order.createdAt()),
                    TIME.format(order.updatedAt()),
                    order.venueOrderId().map(Object::toString).orElse(""),
                    request.reason(),
                    order.detail()));
        }
    }

    private static String size(OrderSize size) {
        return size instanceof OrderSize.Shares shares
                ? shares.quantity().toString()
                : ((OrderSize.Spend) size).cash().toString();
    }

    private static String averagePrice(Order order) {
        long shares = order.economic().micros();
        return shares == 0
                ? ""
                : FixedPoint.format(
                        FixedPoint.mulDiv(order.notional().micros(), FixedPoint.ONE, shares, RoundingMode.HALF_EVEN));
    }

    static void fills(BacktestResult result, Instruments instruments, Writer out) throws IOException {
        CsvWriter csv = new CsvWriter(out, FILL_COLUMNS);
        for (Fill fill : result.fills()) {
            csv.row(List.of(
                    TIME.format(fill.at()),
                    fill.order(),
                    instruments.slug(fill.instrument()),
                    instruments.outcome(fill.instrument()),
                    fill.instrument(),
                    fill.side(),
                    fill.price(),
                    fill.quantity(),
                    fill.notional(),
                    fill.fee(),
                    fill.role(),
                    fill.settlement(),
                    fill.late(),
                    fill.id().trade(),
                    fill.id().bucket(),
                    fill.id().order()));
        }
    }

    static void equity(BacktestResult result, Writer out) throws IOException {
        CsvWriter csv = new CsvWriter(out, EQUITY_COLUMNS);
        for (EquityPoint point : result.equity()) {
            csv.row(List.of(TIME.format(point.at()), point.equity(), point.drawdown(), point.exposure()));
        }
    }
}
