package io.ploy.core.breaker;

/** Hears of what breakers see, while they are told of the fact. A trip or a clear may come again without anything new. */
public interface BreakerListener {
    /**
     * A breaker tripped: give it to {@link TradingStates#trip}.
     *
     * @param trip with the numbers compared
     */
    void onTrip(Trip trip);

    /**
     * A breaker has evidence that it is over: give it to {@link TradingStates#clear}.
     *
     * @param clear what it saw
     */
    void onClear(Clear clear);

    /**
     * A circuit opened, half opened or closed. It is told to people and not journalled: the next run begins with it closed.
     *
     * @param change from and to
     */
    void onCircuit(CircuitChange change);
}
