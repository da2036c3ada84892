package io.ploy.testkit.polymarket.client;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * What one connection sends: of five requests two rest an order below the best bid, two cancel those, one takes. So the
 * book stays as it is, however long it goes on.
 */
public final class OrderRequests {
    private static final int PATTERN = 5;
    private static final Cash STAKE = Cash.ofUsd(5);
    private static final String ORDER = "/order";

    private final Trader trader;
    private final List<ListedMarket> markets;
    private final URI server;
    private final Deque<String> resting = new ArrayDeque<>();
    private int next;

    public OrderRequests(Trader trader, List<ListedMarket> markets, URI server, int begin) {
        this.trader = trader;
        this.markets = markets;
        this.server = server;
        next = begin;
    }

    /** The bytes of the next request, signed for a time. */
    public byte[] next(Instant at) {
        int number = next++;
        ListedMarket market = markets.get(number / PATTERN % markets.size());
        TickSize tick = market.market().rules().tickSize();
        InstrumentId token = market.market().first().instrument();
        Quantity shares = Quantity.ofShares(5 + number % 3);
        return switch (number % PATTERN) {
            case 0, 1 -> {
                Price price = tick.price(1 + number % 4);
                PreparedOrder order = trader.order(market, OrderRequest.buy(token, shares, price), at);
                resting.add(order.venueOrderId().value());
                yield request("POST", ORDER, text(order), at);
            }
            case 2, 3 -> request("DELETE", ORDER, "{\"orderID\":\"" + resting.poll() + "\"}", at);
            default -> {
                Price price = tick.price(tick.count() - 1);
                yield request(
                        "POST",
                        ORDER,
                        text(trader.order(
                                market, OrderRequest.spend(token, STAKE, price).fillAndKill(), at)),
                        at);
            }
        };
    }

    private static String text(PreparedOrder order) {
        return new String(order.body(), StandardCharsets.UTF_8);
    }

    /** The bytes of a request about the account. */
    public byte[] request(String method, String path, String body, Instant at) {
        StringBuilder text = new StringBuilder(1024);
        text.append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(server.getAuthority());
        text.append("\r\nUser-Agent: load\r\nContent-Type: application/json\r\nContent-Length: ");
        text.append(body.length()).append("\r\n");
        for (Map.Entry<String, String> header :
                trader.headers(method, path, body, at).entrySet()) {
            text.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.US_ASCII);
    }
}
