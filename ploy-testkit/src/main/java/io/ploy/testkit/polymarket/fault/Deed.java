package io.ploy.testkit.polymarket.fault;

import io.ploy.testkit.polymarket.server.fault.OnRequest;

/**
 * A fault that acts by itself: when its time comes, or, if requests or their numbers are asked for, just before the venue
 * sees such a request.
 */
public abstract class Deed implements Effect {
    private final Injection injection;

    /**
     * A deed to be done.
     *
     * @param injection when and with what
     */
    protected Deed(Injection injection) {
        this.injection = injection;
    }

    /**
     * When and with what.
     *
     * @return as given
     */
    protected final Injection injection() {
        return injection;
    }

    /**
     * Does it.
     *
     * @param occasion what it struck
     */
    protected abstract void act(Occasion occasion);

    @Override
    public final void armed() {
        if (!injection.trigger().waitsForRequests() && injection.trigger().fires(Occasion.TIME)) {
            act(Occasion.TIME);
        }
    }

    @Override
    public OnRequest before(Ask ask) {
        if (injection.trigger().waitsForRequests() && injection.trigger().fires(ask)) {
            act(ask);
        }
        return OnRequest.GO_ON;
    }
}
