package io.ploy.testkit.polymarket.scenario;

import io.ploy.testkit.polymarket.fault.Deed;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Trigger;

/** A fault that was injected. */
record Injected(Trigger trigger, Effect effect) {
    /** Whether it is over once it acted. */
    boolean actsOnce() {
        return effect instanceof Deed && trigger.fired() > 0;
    }
}
