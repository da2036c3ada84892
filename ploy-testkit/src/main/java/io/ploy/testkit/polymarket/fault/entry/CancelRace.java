package io.ploy.testkit.polymarket.fault.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.Side;
import io.ploy.api.money.Quantity;
import io.ploy.api.plugin.Parameter;
import io.ploy.core.sim.Timeline;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.server.fault.Cut;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fills and answers that cross a cancel. */
final class CancelRace implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.MATCHED_FIRST).help("Who is faster.");
    static final Parameter<Duration> DELAY = Parameter.duration("delay", "2")
            .between("0.01", "3600")
            .help("For FILLED_AFTER: the fill comes after half of it, the cancel at its end.");

    /** Who is faster. */
    enum How {
        /** The orders fill just before the cancel. */
        MATCHED_FIRST,
        /** The first of the orders does. */
        PARTIAL,
        /** The cancel is confirmed, and the orders fill all the same. */
        FILLED_AFTER,
        /** The cancel is done and its answer lost. */
        ANSWER_LOST
    }

    private final Injection injection;
    private final How how;

    CancelRace(Injection injection) {
        this.injection = injection;
        how = injection.get(HOW);
    }

    @Override
    public OnRequest before(Ask ask) {
        List<OrderRow> orders = how == How.ANSWER_LOST || !ask.cancels() ? List.of() : open(ask);
        if (orders.isEmpty() || !injection.fires(ask)) {
            return OnRequest.GO_ON;
        }
        if (how == How.FILLED_AFTER) {
            Timeline timeline = injection.venue().state().loop().timeline();
            timeline.schedule(timeline.now().plus(injection.get(DELAY).dividedBy(2)), () -> orders.forEach(this::fill));
            return OnRequest.refuse(cancelled(orders)).processedAfter(injection.get(DELAY));
        }
        (how == How.PARTIAL ? orders.subList(0, 1) : orders).forEach(this::fill);
        return OnRequest.GO_ON;
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        return how == How.ANSWER_LOST && ask.cancels() && injection.fires(ask)
                ? OnAnswer.send(answer).cutAt(Cut.BEFORE_STATUS)
                : OnAnswer.send(answer);
    }

    private List<OrderRow> open(Ask ask) {
        List<String> named = new ArrayList<>();
        JsonNode body = ask.body();
        if (body.isArray()) {
            body.forEach(id -> named.add(id.asText().toLowerCase(Locale.ROOT)));
        } else if (body.has("orderID")) {
            named.add(body.path("orderID").asText().toLowerCase(Locale.ROOT));
        }
        List<OrderRow> open = new ArrayList<>();
        for (VenueAccount account : accounts(ask)) {
            injection.venue().records().open(account).stream()
                    .filter(order -> named.isEmpty() || named.contains(order.id()))
                    .forEach(open::add);
        }
        return open;
    }

    private List<VenueAccount> accounts(Ask ask) {
        return ask.account()
                .map(account -> injection.venue().state().accounts().ofSigner(account.signer()))
                .orElse(List.of());
    }

    private void fill(OrderRow order) {
        injection
                .venue()
                .counterparty()
                .take(
                        order.instrument(),
                        order.side() == Side.BUY ? Side.SELL : Side.BUY,
                        Quantity.ofMicros(
                                order.original().micros() - order.matched().micros()),
                        order.price());
    }

    private static WireAnswer cancelled(List<OrderRow> orders) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode done = json.putArray("canceled");
        orders.forEach(order -> done.add(order.id()));
        json.putObject("not_canceled");
        return WireAnswer.json(json.toString());
    }
}
