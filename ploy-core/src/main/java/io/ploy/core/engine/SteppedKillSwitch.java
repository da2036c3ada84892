package io.ploy.core.engine;

import io.ploy.api.risk.KillSwitch;
import io.ploy.core.risk.TradingGate;

/** Stops at once, whatever the engine does, and lets go on only through it: trading comes back in steps. */
final class SteppedKillSwitch implements KillSwitch {
    private final TradingGate gate;
    private final Operator operator;

    SteppedKillSwitch(TradingGate gate, Operator operator) {
        this.gate = gate;
        this.operator = operator;
    }

    @Override
    public void engage(String who, String why) {
        gate.engage(who, why);
    }

    @Override
    public void release(String who, String why) {
        operator.clearHalt(TradingGate.KILL_SWITCH, who, why);
    }

    @Override
    public boolean isEngaged() {
        return gate.isEngaged();
    }
}
