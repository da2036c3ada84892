package io.ploy.testkit.tck;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.money.Price;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.Sweep;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.venue.VenueAccount;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueConnector;
import io.ploy.api.venue.VenueContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** One connection under test, its first account, and everything they told. */
final class ConnectorTrial implements AutoCloseable, GatewayListener {
    private static final Duration SEND_WITHIN = Duration.ofSeconds(20);
    private static final long SALT = 1_000;

    final VenueConnection connection;
    final VenueAccount account;
    final List<MarketEvent> events = new CopyOnWriteArrayList<>();
    private final VenueContext context;
    private final Market market;
    private final List<OrderEvidence> evidence = new CopyOnWriteArrayList<>();
    private final List<FillReport> fills = new CopyOnWriteArrayList<>();
    private final List<CancelAnswer> cancels = new CopyOnWriteArrayList<>();
    private final List<LookUp> lookUps = new CopyOnWriteArrayList<>();
    private final List<Sweep> sweeps = new CopyOnWriteArrayList<>();
    private final List<Boolean> streams = new CopyOnWriteArrayList<>();
    private long orders;
    private long swept;

    private ConnectorTrial(VenueContext context, VenueConnection connection, VenueAccount account, Market market) {
        this.context = context;
        this.connection = connection;
        this.account = account;
        this.market = market;
    }

    /** Connects and starts the gateway; markets are looked up first, as an application does. */
    static ConnectorTrial begin(VenueConnector connector, VenueContext context, Market wanted) {
        VenueConnection connection = connector.connect(context);
        try {
            Market market = connection
                    .directory()
                    .market(wanted.id())
                    .orElseThrow(() -> new AssertionError("the directory does not know " + wanted.id()));
            ConnectorTrial trial = new ConnectorTrial(
                    context,
                    connection,
                    connection.account(context.accounts().get(0).id()),
                    market);
            trial.gateway().start(trial);
            return trial;
        } catch (RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    Market market() {
        return market;
    }

    OrderGateway gateway() {
        return account.gateway();
    }

    Instant now() {
        return context.clock().instant();
    }

    OrderDraft draft(OrderRequest request) {
        orders++;
        return new OrderDraft(new ClientOrderId(account.id(), 1, orders), 1, request, market, SALT + orders, now());
    }

    PreparedOrder prepare(OrderRequest request) {
        return gateway().prepare(draft(request), now().plus(SEND_WITHIN));
    }

    /** Sends an order that rests and waits until it does. */
    PreparedOrder rest(OrderRequest request) {
        PreparedOrder order = prepare(request);
        gateway().send(order);
        awaitKind(order, OrderEvidence.Kind.LIVE);
        return order;
    }

    void awaitKind(PreparedOrder order, OrderEvidence.Kind kind) {
        Patience.until(
                kind + " of " + order,
                this::told,
                () -> kinds(order.venueOrderId()).contains(kind));
    }

    /** Looks an order up, again while that comes to nothing, and answers what it comes to. */
    LookUp lookUp(VenueOrderId order) {
        List<LookUp> ends = new ArrayList<>();
        Patience.until("a look-up of " + order + " that proves something", this::told, () -> {
            ends.add(lookUpOnce(order));
            return last(ends).result() != LookUp.Result.INCOMPLETE;
        });
        return last(ends);
    }

    /** Looks an order up and waits for the end of that. */
    LookUp lookUpOnce(VenueOrderId order) {
        int before = lookUps(order).size();
        gateway().lookUp(order, market.first().instrument(), now().minus(SEND_WITHIN));
        Patience.until(
                "the end of the look-up of " + order,
                this::told,
                () -> lookUps(order).size() > before);
        return lookUps(order).get(before);
    }

    private List<LookUp> lookUps(VenueOrderId order) {
        return lookUps.stream().filter(each -> each.order().equals(order)).toList();
    }

    /** Sweeps, again while that is not whole, and answers the whole one. */
    Sweep sweep() {
        List<Sweep> ends = new ArrayList<>();
        Patience.until("a sweep that is whole", this::told, () -> {
            ends.add(sweepOnce());
            return last(ends).complete();
        });
        return last(ends);
    }

    /** The gateway may sweep by itself as well, so a time tells which end is whose. */
    Sweep sweepOnce() {
        swept++;
        Instant since = context.clock().instant().minus(SEND_WITHIN).minusNanos(swept);
        gateway().sweep(since);
        Patience.until("the end of the sweep", this::told, () -> swept(since).isPresent());
        return swept(since).orElseThrow();
    }

    private Optional<Sweep> swept(Instant since) {
        return sweeps.stream().filter(each -> each.since().equals(since)).findFirst();
    }

    private static <T> T last(List<T> all) {
        return all.get(all.size() - 1);
    }

    /** Waits until the account's stream is there. */
    void awaitStream() {
        Patience.until("word of the account's stream", this::told, () -> !streams.isEmpty() && !isStreamGone());
    }

    /** Whether the account's stream was there and is not any more. */
    boolean isStreamGone() {
        return !streams.isEmpty() && !last(streams);
    }

    CancelAnswer awaitCancelAnswer(VenueOrderId order) {
        Patience.until(
                "the answer to the cancel of " + order,
                this::told,
                () -> cancelAnswer(order).isPresent());
        return cancelAnswer(order).orElseThrow();
    }

    private Optional<CancelAnswer> cancelAnswer(VenueOrderId order) {
        return cancels.stream().filter(each -> each.order().equals(order)).findFirst();
    }

    List<OrderEvidence.Kind> kinds(VenueOrderId order) {
        return evidence(order).stream().map(OrderEvidence::kind).toList();
    }

    List<OrderEvidence> evidence(VenueOrderId order) {
        return evidence.stream().filter(each -> each.order().equals(order)).toList();
    }

    /** The newest report of each leg. */
    Map<FillId, FillReport> legs(PreparedOrder order) {
        Map<FillId, FillReport> newest = new LinkedHashMap<>();
        fills.stream()
                .filter(each -> each.id().order().equals(order.venueOrderId()))
                .forEach(each -> newest.merge(
                        each.id(), each, (old, now) -> now.updatedAt().isBefore(old.updatedAt()) ? old : now));
        return newest;
    }

    /** What the stream told of a book that has this level, in one way or the other. */
    boolean sawLevel(InstrumentId instrument, Price price) {
        return events.stream()
                .anyMatch(event -> event instanceof MarketEvent.BookChanged book
                        && book.instrument().equals(instrument)
                        && book.changes().stream()
                                .anyMatch(level -> level.price().equals(price)
                                        && !level.size().isZero()));
    }

    /** Everything the gateway told, for messages. */
    List<Object> told() {
        List<Object> all = new CopyOnWriteArrayList<>(evidence);
        all.addAll(cancels);
        all.addAll(fills);
        all.addAll(lookUps);
        all.addAll(sweeps);
        all.addAll(streams);
        return all;
    }

    @Override
    public void onEvidence(OrderEvidence said) {
        evidence.add(said);
    }

    @Override
    public void onFill(FillReport report) {
        fills.add(report);
    }

    @Override
    public void onCancelAnswer(CancelAnswer answer) {
        cancels.add(answer);
    }

    @Override
    public void onLookedUp(LookUp lookUp) {
        lookUps.add(lookUp);
    }

    @Override
    public void onSwept(Sweep sweep) {
        sweeps.add(sweep);
    }

    @Override
    public void onStream(boolean connected, Instant at) {
        streams.add(connected);
    }

    @Override
    public void close() {
        connection.close();
    }
}
