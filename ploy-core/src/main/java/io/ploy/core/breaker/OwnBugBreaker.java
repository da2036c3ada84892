package io.ploy.core.breaker;

/** Trips on a strategy in whose orders or positions a mistake of ours shows. */
public final class OwnBugBreaker {
    /** Its cause. */
    public static final String NAME = "own-bug";

    private final BreakerListener listener;

    OwnBugBreaker(BreakerListener listener) {
        this.listener = listener;
    }

    /**
     * One showed.
     *
     * @param strategy whose order or position it is
     * @param bug which
     * @param detail for people, such as the order's id
     */
    public void onBug(String strategy, OwnBug bug, String detail) {
        listener.onTrip(new Trip(
                NAME,
                Scope.strategy(strategy),
                Severity.HALT,
                Recovery.PERSON,
                new Compared(bug.words() + " (" + detail + ")", 1, 0, Compared.Unit.COUNT)));
    }
}
