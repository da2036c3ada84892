package io.ploy.host.simulate;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.scenario.FaultKinds;
import java.io.PrintStream;

/** The faults there are, for people. */
public final class FaultTable {
    private FaultTable() {}

    /**
     * Prints every fault with what can be set.
     *
     * @param out where to
     */
    public static void write(PrintStream out) {
        for (Fault fault : Fault.values()) {
            out.println(fault + " " + fault.title() + ": " + fault.words());
            if (!FaultKinds.isInjected(fault)) {
                out.println("      Happens inside the process under test: see the class BadGuest of ploy-testkit.");
                continue;
            }
            for (Parameter<?> parameter : FaultKinds.parameters(fault)) {
                String text = parameter.defaultText();
                out.println("      " + parameter.name() + " (" + parameter.type() + ", default "
                        + (text.isEmpty() ? "none" : text) + "): " + parameter.help());
            }
        }
        out.flush();
    }
}
