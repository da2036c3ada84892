package io.ploy.testkit.polymarket.fault;

import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Which occasions a fault is for. What is null is not asked for; an occasion that knows nothing of what is asked for does
 * not fit.
 *
 * @param api which service is asked
 * @param method upper case
 * @param path of the request, or the beginning of it up to a slash
 * @param account the name of an account
 * @param market a condition id
 * @param token a token id
 * @param order an order's hash, lower case
 * @param side {@code BUY} or {@code SELL}
 * @param type {@code GTC}, {@code GTD}, {@code FOK} or {@code FAK}
 * @param channel which stream
 * @param event the {@code event_type} of a frame
 * @param socket the number of a WebSocket, from 1
 */
public record Where(
        @Nullable Api api,
        @Nullable String method,
        @Nullable String path,
        @Nullable String account,
        @Nullable String market,
        @Nullable String token,
        @Nullable String order,
        @Nullable String side,
        @Nullable String type,
        @Nullable Channel channel,
        @Nullable String event,
        @Nullable Long socket) {
    /** Everywhere. */
    public static final Where ANY = new Where(null, null, null, null, null, null, null, null, null, null, null, null);

    /**
     * Only requests to a service.
     *
     * @param value which
     * @return narrowed
     */
    public Where api(Api value) {
        return new Where(value, method, path, account, market, token, order, side, type, channel, event, socket);
    }

    /**
     * Only requests of a method.
     *
     * @param value upper case
     * @return narrowed
     */
    public Where method(String value) {
        return new Where(api, value, path, account, market, token, order, side, type, channel, event, socket);
    }

    /**
     * Only requests of a path, or below it.
     *
     * @param value with a slash in front
     * @return narrowed
     */
    public Where path(String value) {
        return new Where(api, method, value, account, market, token, order, side, type, channel, event, socket);
    }

    /**
     * Only what concerns an account.
     *
     * @param value its name
     * @return narrowed
     */
    public Where account(String value) {
        return new Where(api, method, path, value, market, token, order, side, type, channel, event, socket);
    }

    /**
     * Only what concerns a market.
     *
     * @param value its condition id
     * @return narrowed
     */
    public Where market(String value) {
        return new Where(api, method, path, account, value, token, order, side, type, channel, event, socket);
    }

    /**
     * Only what concerns an outcome.
     *
     * @param value its token id
     * @return narrowed
     */
    public Where token(String value) {
        return new Where(api, method, path, account, market, value, order, side, type, channel, event, socket);
    }

    /**
     * Only what concerns an order.
     *
     * @param value its hash
     * @return narrowed
     */
    public Where order(String value) {
        return new Where(api, method, path, account, market, token, value, side, type, channel, event, socket);
    }

    /**
     * Only orders of a side.
     *
     * @param value {@code BUY} or {@code SELL}
     * @return narrowed
     */
    public Where side(String value) {
        return new Where(api, method, path, account, market, token, order, value, type, channel, event, socket);
    }

    /**
     * Only orders of a type.
     *
     * @param value such as {@code FOK}
     * @return narrowed
     */
    public Where type(String value) {
        return new Where(api, method, path, account, market, token, order, side, value, channel, event, socket);
    }

    /**
     * Only a stream.
     *
     * @param value which
     * @return narrowed
     */
    public Where channel(Channel value) {
        return new Where(api, method, path, account, market, token, order, side, type, value, event, socket);
    }

    /**
     * Only frames of a kind.
     *
     * @param value their {@code event_type}
     * @return narrowed
     */
    public Where event(String value) {
        return new Where(api, method, path, account, market, token, order, side, type, channel, value, socket);
    }

    /**
     * Only one WebSocket.
     *
     * @param value its number
     * @return narrowed
     */
    public Where socket(long value) {
        return new Where(api, method, path, account, market, token, order, side, type, channel, event, value);
    }

    /**
     * Whether a stream is meant.
     *
     * @param found which; null if it is none
     * @return true if it is, or any is
     */
    public boolean isChannel(@Nullable Channel found) {
        return channel == null || channel == found;
    }

    /**
     * Whether a WebSocket is meant.
     *
     * @param found its number
     * @return true if it is, or any is
     */
    public boolean isSocket(long found) {
        return socket == null || socket == found;
    }

    /**
     * Whether an account is meant.
     *
     * @param found its name
     * @return true if it is, or any is
     */
    public boolean isAccount(String found) {
        return account == null || account.equals(found);
    }

    /**
     * Whether an outcome is meant.
     *
     * @param found its token id
     * @return true if it is, or any is
     */
    public boolean isToken(String found) {
        return token == null || token.equals(found);
    }

    boolean isApi(Api found) {
        return api == null || api == found;
    }

    boolean isMethod(String found) {
        return method == null || method.equals(found);
    }

    boolean isPath(String found) {
        return path == null
                || (found.startsWith(path) && (found.length() == path.length() || found.charAt(path.length()) == '/'));
    }

    boolean isMarket(String found) {
        return market == null || market.equals(found);
    }

    boolean isOrder(String found) {
        return order == null || order.equals(found);
    }

    boolean isSide(String found) {
        return side == null || side.equals(found);
    }

    boolean isType(String found) {
        return type == null || type.equals(found);
    }

    boolean isEvent(String found) {
        return event == null || event.equals(found);
    }

    /** Whether a request is asked for: a fault that acts by itself then waits for one. */
    boolean namesARequest() {
        return api != null || method != null || path != null || order != null || side != null || type != null;
    }
}
