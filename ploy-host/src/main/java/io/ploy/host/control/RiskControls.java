package io.ploy.host.control;

import io.ploy.api.money.Cash;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Stop;
import io.ploy.core.portfolio.CashKind;
import java.util.List;
import java.util.Map;

/**
 * What a person may do about the risk of a run.
 *
 * <p><b>Threading.</b> Thread-safe. {@link #kill} and what the status needs never wait for the engine: a kill must work while it
 * hangs. The others may wait for its answer.
 */
public interface RiskControls {
    /**
     * Stops all trading at once.
     *
     * @param who asks
     * @param why the reason
     */
    void kill(String who, String why);

    /**
     * Whether a person stopped all trading and no person let it go on.
     *
     * @return true from {@link #kill} until its cause is reset, over restarts too
     */
    boolean isKilled();

    /**
     * Stops a scope, as far as is asked.
     *
     * @param scope what
     * @param how far
     * @param who asks
     * @param why the reason
     * @return what came of it
     */
    ControlAnswer stop(Scope scope, Stop how, String who, String why);

    /**
     * Pauses a scope and begins to sell what is held there.
     *
     * @param scope what
     * @param who asks
     * @param why the reason
     * @return whether it began; the status says how it goes on
     */
    ControlAnswer flatten(Scope scope, String who, String why);

    /**
     * Clears causes of a scope, and no others.
     *
     * @param scope what
     * @param causes by their names, as the status has them
     * @param who asks
     * @param why the reason
     * @return what became of each
     */
    ControlAnswer reset(Scope scope, List<String> causes, String who, String why);

    /**
     * Changes limits until the run ends.
     *
     * @param scope the account, and with it strategies that allow more, or one strategy
     * @param values texts by key, as in the configuration
     * @param loosen whether some may allow more than now
     * @param who asks
     * @param why the reason
     * @return what came of it; nothing is changed if one is refused
     */
    ControlAnswer limits(Scope scope, Map<String, String> values, boolean loosen, String who, String why);

    /**
     * Gives a risk rule that failed another chance.
     *
     * @param rule its name
     * @param who asks
     * @param why the reason
     * @return what came of it
     */
    ControlAnswer switchOn(String rule, String who, String why);

    /**
     * Books cash that came or went besides trading.
     *
     * @param kind what it was
     * @param amount positive if it came
     * @param who says so
     * @param why what for
     * @return what came of it; nothing is booked if it is refused
     */
    ControlAnswer book(CashKind kind, Cash amount, String who, String why);

    /**
     * Every cause that is set.
     *
     * @return a copy, the widest scope first
     */
    List<ActiveCause> causes();

    /**
     * What keeps new orders back and ends by itself.
     *
     * @return in words
     */
    List<String> waits();
}
