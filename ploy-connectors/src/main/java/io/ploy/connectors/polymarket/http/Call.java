package io.ploy.connectors.polymarket.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One request to the venue. Immutable; each method that changes something returns a changed copy.
 */
public final class Call {
    private static final byte[] NO_BODY = {};

    private final Target target;
    private final List<Query> query;
    private final byte[] body;
    private final Authorization authorization;
    private final int tokens;
    private final @Nullable Duration within;
    private final @Nullable Instant startBy;
    private final @Nullable BooleanSupplier permit;

    /** What never changes from one copy to the next. */
    private record Target(Service service, Purpose purpose, String method, String path) {}

    /**
     * A parameter of the query.
     *
     * @param name as the venue has it
     * @param value not yet encoded
     */
    public record Query(String name, String value) {}

    private Call(
            Target target,
            List<Query> query,
            byte[] body,
            Authorization authorization,
            int tokens,
            @Nullable Duration within,
            @Nullable Instant startBy,
            @Nullable BooleanSupplier permit) {
        this.target = target;
        this.query = query;
        this.body = body;
        this.authorization = authorization;
        this.tokens = tokens;
        this.within = within;
        this.startBy = startBy;
        this.permit = permit;
    }

    /**
     * A request that reads.
     *
     * @param service who answers
     * @param path with a leading slash, parts already encoded
     */
    public static Call get(Service service, String path) {
        return of(service, Purpose.READ, "GET", path);
    }

    /**
     * Any request.
     *
     * @param service who answers
     * @param purpose what it does there
     * @param method in capitals
     * @param path with a leading slash, parts already encoded
     */
    public static Call of(Service service, Purpose purpose, String method, String path) {
        Target target = new Target(service, purpose, method, path);
        return new Call(target, List.of(), NO_BODY, Authorization.NONE, 1, null, null, null);
    }

    /** With one more parameter in the query. */
    public Call query(String name, String value) {
        List<Query> more = new ArrayList<>(query);
        more.add(new Query(name, value));
        return new Call(target, List.copyOf(more), body, authorization, tokens, within, startBy, permit);
    }

    /** With a JSON body: these very bytes are signed and sent, and the caller leaves them alone. */
    public Call body(byte[] json) {
        return new Call(target, query, json, authorization, tokens, within, startBy, permit);
    }

    /** With proof of who asks. */
    public Call authorized(Authorization by) {
        return new Call(target, query, body, by, tokens, within, startBy, permit);
    }

    /**
     * What it costs of the signer's budget: the number of orders it names to place or to cancel. A request that cancels
     * whatever there is names none and costs one; the venue's answers tell what it really cost.
     */
    public Call costing(int orders) {
        if (orders < 1) {
            throw new IllegalArgumentException("a request costs one token or more: " + orders);
        }
        return new Call(target, query, body, authorization, orders, within, startBy, permit);
    }

    /** With a deadline of its own for the whole call, attempts and pauses included. */
    public Call within(Duration deadline) {
        return new Call(target, query, body, authorization, tokens, deadline, startBy, permit);
    }

    /** With a time after which no attempt may start, whatever it had to wait for. */
    public Call startingBy(Instant latest) {
        return new Call(target, query, body, authorization, tokens, within, latest, permit);
    }

    /** With a question that is asked before each attempt, whatever it had to wait for; without a yes none starts. */
    public Call onlyWhile(BooleanSupplier permitted) {
        return new Call(target, query, body, authorization, tokens, within, startBy, permitted);
    }

    /** Who answers. */
    public Service service() {
        return target.service;
    }

    /** What it does there. */
    public Purpose purpose() {
        return target.purpose;
    }

    /** In capitals. */
    public String method() {
        return target.method;
    }

    /** Without the query. */
    public String path() {
        return target.path;
    }

    /** In the order given. */
    public List<Query> query() {
        return query;
    }

    /** The bytes themselves, not a copy; empty if there are none. */
    byte[] body() {
        return body;
    }

    /** Proof of who asks. */
    public Authorization authorization() {
        return authorization;
    }

    /** What it costs of the signer's budget. */
    public int tokens() {
        return tokens;
    }

    /** The call's own deadline, or null for the service's. */
    @Nullable
    Duration within() {
        return within;
    }

    /** When it is too late for an attempt to start, or null for never. */
    @Nullable
    Instant startBy() {
        return startBy;
    }

    /** Whether an attempt may start. */
    boolean isPermitted() {
        return permit == null || permit.getAsBoolean();
    }

    /** What is asked, without what could be secret. */
    @Override
    public String toString() {
        return target.method + " " + target.path;
    }
}
