package io.ploy.testkit.polymarket.trading;

import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.Side;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.sim.Placement;
import io.ploy.testkit.polymarket.account.Standing;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.auth.Caller;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.order.SignedOrder;
import io.ploy.testkit.polymarket.record.LedgerRecords;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.record.Origin;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Places and cancels at the venue's exchange what came over the API. Used on the venue's thread. */
final class TradingDesk {
    private final VenueState state;
    private final LedgerRecords records;
    private final TradingSettings settings;

    TradingDesk(VenueState state, LedgerRecords records, TradingSettings settings) {
        this.state = state;
        this.records = records;
        this.settings = settings;
    }

    /**
     * Places an order.
     *
     * @throws RefusedException with the venue's words if it is not taken, or matched nothing and was killed
     */
    Placed place(Candidate candidate) {
        ListedMarket market = state.catalogue()
                .market(candidate.market().market().id())
                .orElseThrow(() -> Words.refusal(Words.NO_BOOK));
        checkStanding(candidate);
        checkMarket(market);
        checkTime(candidate.posted().order().timestamp());
        if (records.order(candidate.hash()).isPresent()) {
            throw Words.refusal(Words.invalid(candidate.hash(), "Duplicated."));
        }
        OrderRequest request = SignedTerms.request(candidate.hash(), candidate.posted(), market);
        checkApproval(candidate, market);
        return place(candidate, request);
    }

    private Placed place(Candidate candidate, OrderRequest request) {
        String hash = candidate.hash();
        records.expect(
                hash,
                new Origin(
                        candidate.posted().owner(),
                        candidate.posted().order().builder().toLowerCase(Locale.ROOT)));
        Placement placement = state.exchange().place(candidate.account().id(), new VenueOrderId(hash), request);
        records.forgetExpected(hash);
        if (!placement.isAccepted() || placement.result() == OrderEvidence.Kind.KILLED) {
            throw Words.refusal(placement.text());
        }
        List<String> trades = records.order(hash).map(OrderRow::trades).orElse(List.of());
        List<String> transactions = new ArrayList<>();
        trades.forEach(trade -> records.trade(trade).stream()
                .map(row -> row.transactionHash())
                .filter(transaction -> !transaction.isEmpty())
                .forEach(transactions::add));
        return new Placed(
                hash,
                placement.result().name().toLowerCase(Locale.ROOT),
                request.side(),
                placement.matched(),
                records.spent(hash),
                trades,
                transactions);
    }

    private void checkStanding(Candidate candidate) {
        VenueAccount account = candidate.account();
        Standing standing = state.accounts().standing(account.signer());
        String address = "'" + account.signer().checksummed() + "' address ";
        if (standing == Standing.BANNED) {
            throw Words.refusal(address + "banned");
        }
        if (standing == Standing.CLOSED_ONLY && candidate.posted().order().side() == Side.BUY) {
            throw Words.refusal(address + "in closed only mode");
        }
    }

    /** The book of a market that trades no more is gone; one that only pauses still has it. */
    private static void checkMarket(ListedMarket market) {
        MarketStatus status = market.market().status();
        if (!status.acceptsOrders() && status != MarketStatus.PAUSED && status != MarketStatus.DISCOVERED) {
            throw Words.refusal(Words.NO_BOOK);
        }
    }

    private void checkApproval(Candidate candidate, ListedMarket market) {
        SignedOrder order = candidate.posted().order();
        if (!state.approvals().cover(candidate.account(), market, order.side(), order.makerAmount())) {
            throw Words.refusal(Words.NO_BALANCE);
        }
    }

    private void checkTime(long madeAtMillis) {
        long now = state.now().toEpochMilli();
        if (madeAtMillis < now - settings.orderAge().toMillis()
                || madeAtMillis > now + settings.clockAhead().toMillis()) {
            throw Words.refusal(Words.INVALID_TIMESTAMP);
        }
    }

    /**
     * Cancels one of a key's orders.
     *
     * @return the venue's words; absent if it is cancelled
     */
    Optional<String> cancel(Caller caller, String hash) {
        OrderRow order = records.order(hash).filter(row -> isOf(row, caller)).orElse(null);
        if (order == null) {
            return Optional.of(Words.UNKNOWN);
        }
        return cancel(order);
    }

    /** Cancels an open order, or says why not. */
    Optional<String> cancel(OrderRow order) {
        if (!records.isOpen(order.id())) {
            return Optional.of(Words.CLOSED);
        }
        return state.exchange()
                .cancelRefusal(
                        order.account().id(), records.exchangeName(order.id()).orElseThrow());
    }

    /** The open orders of all wallets of a key, oldest first. */
    List<OrderRow> open(Caller caller) {
        List<OrderRow> open = new ArrayList<>();
        state.accounts().ofSigner(caller.signer()).forEach(account -> open.addAll(records.open(account)));
        return open;
    }

    /** The order, if it is open and one of the key's. */
    Optional<OrderRow> open(Caller caller, String hash) {
        return records.order(hash).filter(row -> isOf(row, caller) && records.isOpen(hash));
    }

    private static boolean isOf(OrderRow order, Caller caller) {
        return order.account().signer().equals(caller.signer());
    }
}
