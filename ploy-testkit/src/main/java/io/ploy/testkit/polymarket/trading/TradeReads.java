package io.ploy.testkit.polymarket.trading;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.account.VenueAccounts;
import io.ploy.testkit.polymarket.auth.Caller;
import io.ploy.testkit.polymarket.auth.Callers;
import io.ploy.testkit.polymarket.record.LedgerRecords;
import io.ploy.testkit.polymarket.record.Origin;
import io.ploy.testkit.polymarket.record.TradeRow;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService.Turn;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Reads trades: of an account, or of a builder's orders. */
final class TradeReads {
    private final Callers callers;
    private final VenueAccounts accounts;
    private final LedgerRecords records;
    private final TradeJson json;
    private final TradingSettings settings;

    TradeReads(Callers callers, VenueAccounts accounts, LedgerRecords records, TradingSettings settings) {
        this.callers = callers;
        this.accounts = accounts;
        this.records = records;
        this.settings = settings;
        json = new TradeJson(records);
    }

    void addTo(Routes routes) {
        routes.on("GET", "/data/trades", (request, parts) -> ofAccount(request));
        routes.on("GET", "/builder/trades", (request, parts) -> ofBuilder(request));
    }

    private Turn ofAccount(WireRequest request) {
        Caller caller = callers.caller(request);
        Page page = Page.of(request, settings.pageSize(), TradeFilter.INVALID);
        TradeFilter filter = TradeFilter.of(request);
        return () -> page.of(
                of(caller.signer(), filter).stream().filter(filter::admits).toList(),
                trade -> json.of(trade, caller.signer()));
    }

    private List<TradeRow> of(Address signer, TradeFilter filter) {
        if (!filter.id().isEmpty()) {
            return records.trade(filter.id()).stream()
                    .filter(trade -> concerns(trade, signer))
                    .toList();
        }
        var wallets = accounts.ofSigner(signer);
        if (wallets.size() == 1) {
            return records.trades(wallets.get(0));
        }
        // Two wallets of one key may have met each other: such a trade is one trade still.
        List<TradeRow> trades = new ArrayList<>();
        wallets.forEach(wallet -> trades.addAll(records.trades(wallet)));
        return trades.stream()
                .distinct()
                .sorted(Comparator.comparing(TradeRow::matchedAt).reversed())
                .toList();
    }

    private static boolean concerns(TradeRow trade, Address signer) {
        return trade.taker().account().signer().equals(signer)
                || trade.makers().stream()
                        .anyMatch(maker -> maker.account().signer().equals(signer));
    }

    private Turn ofBuilder(WireRequest request) {
        String code = request.parameter("builder_code").orElse("").toLowerCase(Locale.ROOT);
        if (!Hashes.isHash(code) || code.equals(Origin.NO_BUILDER)) {
            throw new RefusedException(400, TradeFilter.INVALID);
        }
        Page page = Page.of(request, settings.pageSize(), TradeFilter.INVALID);
        TradeFilter filter = TradeFilter.of(request);
        return () -> page.of(
                records.tradesOfBuilder(code).stream().filter(filter::admits).toList(),
                trade -> BuilderTradeJson.of(trade, code));
    }
}
