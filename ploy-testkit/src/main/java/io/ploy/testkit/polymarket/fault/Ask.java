package io.ploy.testkit.polymarket.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.order.SignedOrder;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as faults see it: with what it says about accounts and orders. On the venue's thread. */
public final class Ask implements Occasion {
    private static final JsonMapper JSON = new JsonMapper();

    private final WireRequest request;
    private final @Nullable Channel channel;
    private final FaultVenue venue;
    private @Nullable JsonNode body;
    private @Nullable List<AskedOrder> orders;

    /**
     * A request.
     *
     * @param request as it came in
     * @param channel the WebSocket it asks for; null if it asks for none
     * @param venue knows accounts and markets
     */
    public Ask(WireRequest request, @Nullable Channel channel, FaultVenue venue) {
        this.request = request;
        this.channel = channel;
        this.venue = venue;
    }

    /**
     * The request itself.
     *
     * @return as it came in
     */
    public WireRequest request() {
        return request;
    }

    /**
     * Whether it goes to a service by a method and a path.
     *
     * @param api which service
     * @param method upper case
     * @param path whole, or its beginning up to a slash
     * @return true if it does
     */
    public boolean is(Api api, String method, String path) {
        return request.api() == api && request.method().equals(method) && isAtOrBelow(path);
    }

    /**
     * Whether it places one order or several.
     *
     * @return true if it does
     */
    public boolean places() {
        return is(Api.CLOB, "POST", "/order") || is(Api.CLOB, "POST", "/orders");
    }

    /**
     * Whether it cancels.
     *
     * @return true for every way to cancel
     */
    public boolean cancels() {
        return request.api() == Api.CLOB
                && request.method().equals("DELETE")
                && (isAtOrBelow("/order")
                        || isAtOrBelow("/orders")
                        || isAtOrBelow("/cancel-all")
                        || isAtOrBelow("/cancel-market-orders"));
    }

    /**
     * Which WebSocket it asks for.
     *
     * @return null for an ordinary request
     */
    public @Nullable Channel channel() {
        return channel;
    }

    /**
     * Its body as JSON.
     *
     * @return a missing node if it is none
     */
    public JsonNode body() {
        if (body == null) {
            body = read(request.body());
        }
        return body;
    }

    /**
     * The orders it places.
     *
     * @return as far as they can be read; empty for other requests
     */
    public List<AskedOrder> orders() {
        if (orders == null) {
            List<AskedOrder> found = new ArrayList<>();
            if (places()) {
                if (body().isArray()) {
                    body().forEach(each -> found.add(order(each)));
                } else {
                    found.add(order(body()));
                }
            }
            orders = List.copyOf(found);
        }
        return orders;
    }

    /**
     * The only order it places.
     *
     * @return absent if it places none or several
     */
    public Optional<AskedOrder> order() {
        return orders().size() == 1 ? Optional.of(orders().get(0)) : Optional.empty();
    }

    private AskedOrder order(JsonNode json) {
        Optional<ListedMarket> market = venue.state()
                .catalogue()
                .token(json.path("order").path("tokenId").asText());
        return new AskedOrder(
                json,
                market,
                address(json.path("order").path("maker").asText())
                        .flatMap(venue.state().accounts()::wallet),
                market.flatMap(listed -> hash(json, listed)));
    }

    private Optional<String> hash(JsonNode json, ListedMarket market) {
        try {
            SignedOrder order = venue.reader().read(json).order();
            return Optional.of(venue.verifier().hash(order, market));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    /**
     * Whose request it is: of the wallet in its order, else of the key in its headers.
     *
     * @return absent if it does not say
     */
    public Optional<VenueAccount> account() {
        if (!orders().isEmpty()) {
            return orders().get(0).account();
        }
        return request.header("POLY_ADDRESS")
                .flatMap(Ask::address)
                .flatMap(signer ->
                        venue.state().accounts().ofSigner(signer).stream().findFirst());
    }

    private static Optional<Address> address(String text) {
        try {
            return Optional.of(new Address(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads JSON.
     *
     * @param text perhaps JSON
     * @return a missing node if it is none
     */
    public static JsonNode read(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private boolean isAtOrBelow(String path) {
        String mine = request.path();
        return mine.startsWith(path) && (mine.length() == path.length() || mine.charAt(path.length()) == '/');
    }

    @Override
    public String words() {
        return request.method() + " " + request.api().prefix() + request.path();
    }

    @Override
    public boolean fits(Where where) {
        return where.event() == null
                && where.socket() == null
                && where.isApi(request.api())
                && where.isMethod(request.method())
                && where.isPath(request.path())
                && where.isChannel(channel)
                && fitsOrder(where);
    }

    private boolean fitsOrder(Where where) {
        if (!orders().isEmpty()) {
            return orders().stream().anyMatch(order -> order.fits(where));
        }
        return where.side() == null
                && where.type() == null
                && named(where.order())
                && named(where.token())
                && named(where.market())
                && (where.account() == null
                        || where.isAccount(
                                account().map(holder -> holder.id().name()).orElse("")));
    }

    /** Whether a request that places nothing speaks of something all the same. */
    private boolean named(@Nullable String what) {
        return what == null
                || request.path().contains(what)
                || request.body().contains(what)
                || request.query().values().stream().anyMatch(values -> values.contains(what));
    }
}
